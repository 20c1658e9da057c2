/** The keys of a keyboard event, as far as a shortcut needs them. */
export type PressedKeys = {
  readonly key: string
  readonly code: string
  readonly ctrlKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
  readonly metaKey: boolean
}

const named: Readonly<Record<string, string>> = {
  ' ': 'Space',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
}

const others = new Set(['Enter', 'Backspace', 'Delete', 'Insert', 'Home', 'End', 'PageUp', 'PageDown'])

const isPunctuation = (key: string): boolean => /^[!-/:-@[-`{-~]$/.test(key)

// By what is printed on the key where that is Latin; by its place where the layout writes another script.
const keyOf = ({ key, code }: PressedKeys): string | undefined => {
  if (/^[a-z\d]$/i.test(key)) return key.toUpperCase()
  const place = /^(?:Key|Digit)([A-Z\d])$/.exec(code)?.[1]
  if (isPunctuation(key)) return key
  if (place !== undefined) return place
  if (others.has(key) || /^F([1-9]|1\d|2[0-4])$/.test(key)) return key
  return named[key]
}

const macModifiers = (keys: PressedKeys): readonly string[] => [
  ...(keys.metaKey ? ['Mod'] : []),
  ...(keys.ctrlKey ? ['Control'] : []),
  ...(keys.altKey ? ['Alt'] : []),
]

const otherModifiers = (keys: PressedKeys): readonly string[] => [
  ...(keys.ctrlKey ? ['Mod'] : []),
  ...(keys.metaKey ? ['Super'] : []),
  ...(keys.altKey ? ['Alt'] : []),
]

/**
 * What was pressed, as shortcuts are written ("Mod+Shift+N"), or null where it is no shortcut: a modifier alone, or a
 * key that writes something. Shift counts only where it does not already make another sign of the key.
 */
export const pressedShortcut = (keys: PressedKeys, isMac: boolean): string | null => {
  const key = keyOf(keys)
  if (key === undefined) return null
  const strong = isMac ? macModifiers(keys) : otherModifiers(keys)
  if (strong.length === 0 && !/^F\d+$/.test(key)) return null
  const shift = keys.shiftKey && !isPunctuation(key) ? ['Shift'] : []
  return [...strong, ...shift, key].join('+')
}
