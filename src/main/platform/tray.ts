import { join } from 'node:path'
import { Menu, nativeImage, nativeTheme, Tray, type NativeImage } from 'electron'
import { t } from '../../language/words'
import { trayIcon } from './tray-icon'

/** What the tray's menu offers. */
export type TrayActions = {
  readonly open: () => void
  readonly quickAsk: () => void
  readonly connections: () => void
  readonly stopEverything: () => void
  readonly quit: () => void
}

const pictureFrom = (resources: string, waiting: boolean): NativeImage => {
  // What the app looks like is the person's choice; how dark the panel is, the system's.
  const { file, template } = trayIcon(process.platform, nativeTheme.shouldUseDarkColorsForSystemIntegratedUI)
  const picture = nativeImage.createFromPath(join(resources, waiting ? file.replace('.png', '-waiting.png') : file))
  picture.setTemplateImage(template)
  return picture
}

const menuOf = (actions: TrayActions) =>
  Menu.buildFromTemplate([
    { label: t('desktop.open'), click: actions.open },
    { label: t('desktop.quickAsk'), click: actions.quickAsk },
    { label: t('desktop.connections'), click: actions.connections },
    { type: 'separator' },
    { label: t('desktop.stopEverything'), click: actions.stopEverything },
    { label: t('desktop.quit'), click: actions.quit },
  ])

/** The app in the tray. */
export type AppTray = {
  /** Says its words in the current language. */
  readonly speak: () => void
  /** Shows that so many conversations wait for the person. */
  readonly setWaiting: (count: number) => void
  readonly destroy: () => void
}

/**
 * Puts the app into the tray. Where the desktop has no place for it nothing is shown and nothing fails,
 * so the tray is never the only way back to a window.
 */
export const createTray = (resources: string, actions: TrayActions): AppTray => {
  const tray = new Tray(pictureFrom(resources, false))
  let waiting = 0
  const paint = (): void => {
    if (!tray.isDestroyed()) tray.setImage(pictureFrom(resources, waiting > 0))
  }
  nativeTheme.on('updated', paint)
  const say = (): void => {
    const app = t('common.app')
    tray.setToolTip(waiting === 0 ? app : t('notifications.tray', { app, count: waiting }))
  }
  const speak = (): void => {
    say()
    tray.setContextMenu(menuOf(actions))
  }
  speak()
  tray.on('click', actions.open)
  return {
    speak,
    setWaiting: (count) => {
      waiting = count
      paint()
      say()
    },
    destroy: () => {
      tray.destroy()
    },
  }
}
