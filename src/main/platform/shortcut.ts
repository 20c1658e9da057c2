import type { AppState } from '../../contract/app-state'

/** The shortcut that opens quick ask, and whether the system gave it to us. */
export type ShortcutState = AppState['quickAskShortcut']

/** The one global shortcut. */
export type Shortcut = {
  readonly state: () => ShortcutState
  /** Takes another one. When that can't be had, the one that is held stays. */
  readonly set: (accelerator: string) => ShortcutState
}

/** The system's own table of shortcuts. */
export type ShortcutTable = {
  readonly register: (accelerator: string, action: () => void) => boolean
  readonly unregister: (accelerator: string) => void
}

/** What a shortcut is kept with. */
export type ShortcutOptions = Pick<ShortcutState, 'accelerator' | 'command' | 'wayland'> & {
  readonly table: ShortcutTable
  readonly action: () => void
}

const tryRegister = ({ table, action }: ShortcutOptions, accelerator: string): boolean => {
  try {
    return table.register(accelerator, action)
  } catch {
    // Electron throws on an accelerator that it can't parse.
    return false
  }
}

/** Keeps one global shortcut. The next one is taken before the former is given back, so that there is always one. */
export const createShortcut = (options: ShortcutOptions): Shortcut => {
  const { command, wayland, table } = options
  let held: string | undefined
  let state: ShortcutState = { accelerator: options.accelerator, registered: false, wayland, command }
  const take = (accelerator: string): ShortcutState => {
    // What could be registered there would not be heard.
    if (wayland) return { accelerator, registered: false, wayland, command }
    if (held === accelerator) return { accelerator, registered: true, wayland, command }
    if (tryRegister(options, accelerator)) {
      if (held !== undefined) table.unregister(held)
      held = accelerator
      return { accelerator, registered: true, wayland, command }
    }
    if (held === undefined) return { accelerator, registered: false, wayland, command }
    return { accelerator: held, registered: true, refused: accelerator, wayland, command }
  }
  return {
    state: () => state,
    set: (accelerator) => {
      state = take(accelerator)
      return state
    },
  }
}
