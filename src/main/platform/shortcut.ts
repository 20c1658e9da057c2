import { globalShortcut } from 'electron'

/** The shortcut that opens quick ask, and whether the system gave it to us. */
export type ShortcutState = { readonly accelerator: string; readonly registered: boolean }

const register = (accelerator: string, action: () => void): boolean => {
  try {
    return globalShortcut.register(accelerator, action)
  } catch {
    // Electron throws on an accelerator that it can't parse.
    return false
  }
}

/** Keeps one global shortcut: setting another gives the former one back. */
export const createShortcut = (action: () => void): { readonly set: (accelerator: string) => ShortcutState } => {
  let held: string | undefined
  return {
    set: (accelerator) => {
      if (held === accelerator) return { accelerator, registered: true }
      if (held !== undefined) globalShortcut.unregister(held)
      const registered = register(accelerator, action)
      held = registered ? accelerator : undefined
      return { accelerator, registered }
    },
  }
}
