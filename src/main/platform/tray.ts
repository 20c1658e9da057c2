import { Menu, nativeImage, Tray } from 'electron'

/** What the tray's menu offers. */
export type TrayActions = {
  readonly open: () => void
  readonly quickAsk: () => void
  readonly connections: () => void
  readonly stopEverything: () => void
  readonly quit: () => void
}

/**
 * Puts the app into the tray. Where the desktop has no place for it nothing is shown and nothing fails,
 * so the tray is never the only way back to a window.
 */
export const createTray = (icon: string, actions: TrayActions): Tray => {
  const tray = new Tray(nativeImage.createFromPath(icon))
  tray.setToolTip('Onbehalf')
  tray.setContextMenu(
    Menu.buildFromTemplate([
      { label: 'Open', click: actions.open },
      { label: 'Quick ask', click: actions.quickAsk },
      { label: 'Connections', click: actions.connections },
      { type: 'separator' },
      { label: 'Stop everything', click: actions.stopEverything },
      { label: 'Quit', click: actions.quit },
    ]),
  )
  tray.on('click', actions.open)
  return tray
}
