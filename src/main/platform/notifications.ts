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

/** The conversation in the window that the person looks at, as its address names it; null: none of ours. */
export const threadInSight = (): string | null => {
  const address = URL.parse(BrowserWindow.getFocusedWindow()?.webContents.getURL() ?? '')
  return address === null ? null : new URLSearchParams(address.hash.slice(1)).get('thread')
}

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
