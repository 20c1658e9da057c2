const macKeys: Readonly<Record<string, string>> = {
  Mod: '⌘',
  Control: '⌃',
  Alt: '⌥',
  Shift: '⇧',
  Enter: '↩',
  Backspace: '⌫',
  Delete: '⌦',
}

const otherKeys: Readonly<Record<string, string>> = { Mod: 'Ctrl', PageUp: 'PgUp', PageDown: 'PgDn' }

const arrows: Readonly<Record<string, string>> = { Up: '↑', Down: '↓', Left: '←', Right: '→' }

// The last one may be a plus itself.
const split = (shortcut: string): readonly string[] =>
  shortcut.endsWith('++') ? [...shortcut.slice(0, -2).split('+'), '+'] : shortcut.split('+')

/** The keys of a shortcut, one by one, as they are written on a keyboard. */
export const shortcutKeys = (shortcut: string, isMac: boolean): readonly string[] =>
  split(shortcut).map((key) => arrows[key] ?? (isMac ? macKeys : otherKeys)[key] ?? key)
