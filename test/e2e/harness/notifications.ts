import type { ElectronApplication } from '@playwright/test'
import { z } from 'zod'
import { askMain, doInMain } from './in-main'

const shownSchema = z.array(z.object({ title: z.string(), body: z.string(), closed: z.boolean() }))

/** A notification that the system was asked to show. */
export type ShownNotification = z.infer<typeof shownSchema>[number]

/** Keeps on Electron's own class what would be shown: the system's notifications can't be looked at. */
export const captureNotifications = (electron: ElectronApplication): Promise<void> =>
  doInMain(() =>
    electron.evaluate(({ Notification }) => {
      const shown: { title: string; body: string; closed: boolean; click: () => void }[] = []
      const entries = new WeakMap<object, (typeof shown)[number]>()
      Object.assign(globalThis, { shownNotifications: shown })
      Notification.isSupported = () => true
      Notification.prototype.show = function (this: Electron.Notification) {
        const entry = { title: this.title, body: this.body, closed: false, click: () => void this.emit('click') }
        entries.set(this, entry)
        shown.push(entry)
      }
      Notification.prototype.close = function (this: Electron.Notification) {
        const entry = entries.get(this)
        if (entry !== undefined) entry.closed = true
      }
    }),
  )

/** What was shown so far, oldest first. */
export const shownNotifications = async (electron: ElectronApplication): Promise<readonly ShownNotification[]> =>
  shownSchema.parse(
    await askMain(() =>
      electron.evaluate((): unknown => {
        const shown: unknown = Reflect.get(globalThis, 'shownNotifications')
        return JSON.parse(JSON.stringify(shown))
      }),
    ),
  )

/** Clicks the one that was shown last. */
export const clickLastNotification = (electron: ElectronApplication): Promise<void> =>
  doInMain(() =>
    electron.evaluate(() => {
      const shown: unknown = Reflect.get(globalThis, 'shownNotifications')
      const last: unknown = Array.isArray(shown) ? shown.at(-1) : undefined
      const click: unknown = typeof last === 'object' && last !== null ? Reflect.get(last, 'click') : undefined
      if (typeof click === 'function') Reflect.apply(click, last, [])
    }),
  )

/** Keeps what the tray is told to say and to show. */
export const captureTray = (electron: ElectronApplication): Promise<void> =>
  doInMain(() =>
    electron.evaluate(({ Tray }) => {
      const said: { tip: string; picture: string; menu: string[] } = { tip: '', picture: '', menu: [] }
      Object.assign(globalThis, { trayState: said })
      const setToolTip: unknown = Reflect.get(Tray.prototype, 'setToolTip')
      const setImage: unknown = Reflect.get(Tray.prototype, 'setImage')
      const setContextMenu: unknown = Reflect.get(Tray.prototype, 'setContextMenu')
      Tray.prototype.setContextMenu = function (this: Electron.Tray, menu) {
        said.menu = (menu?.items ?? []).map(({ label }) => label)
        if (typeof setContextMenu === 'function') Reflect.apply(setContextMenu, this, [menu])
      }
      Tray.prototype.setToolTip = function (this: Electron.Tray, tip) {
        said.tip = tip
        if (typeof setToolTip === 'function') Reflect.apply(setToolTip, this, [tip])
      }
      Tray.prototype.setImage = function (this: Electron.Tray, image) {
        said.picture = image instanceof Object ? image.toDataURL() : image
        if (typeof setImage === 'function') Reflect.apply(setImage, this, [image])
      }
    }),
  )

/** What the tray says and shows. */
export const trayState = async (
  electron: ElectronApplication,
): Promise<{ readonly tip: string; readonly picture: string; readonly menu: readonly string[] }> =>
  z
    .object({ tip: z.string(), picture: z.string(), menu: z.array(z.string()) })
    .parse(await askMain(() => electron.evaluate((): unknown => Reflect.get(globalThis, 'trayState'))))
