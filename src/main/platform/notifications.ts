import { BrowserWindow, Notification } from 'electron'

/** Something that the system shows beside its windows. */
export type Shown = { readonly title: string; readonly body: string; readonly onClick: () => void }

/** Notifications of the system, one for each key. */
export type Notifications = {
  /** Shows it in place of what was shown for this key. Where the system has no notifications nothing happens. */
  readonly show: (key: string, shown: Shown) => void
  readonly close: (key: string) => void
  readonly closeAll: () => void
}

/** Whether one of the app's windows is what the person looks at. */
export const hasFocus = (): boolean => BrowserWindow.getFocusedWindow() !== null

/** Shows notifications by the system. */
export const createNotifications = (): Notifications => {
  // Kept, so that a click on one that stays for long still finds its way.
  const open = new Map<string, Notification>()
  const close = (key: string): void => {
    open.get(key)?.close()
    open.delete(key)
  }
  return {
    show: (key, { title, body, onClick }) => {
      close(key)
      if (!Notification.isSupported()) return
      const notification = new Notification({ title, body })
      notification.on('click', () => {
        // SECURITY: whoever it was shown to may have left meanwhile.
        if (open.get(key) !== notification) return
        open.delete(key)
        onClick()
      })
      open.set(key, notification)
      notification.show()
    },
    close,
    closeAll: () => {
      for (const key of open.keys()) close(key)
    },
  }
}
