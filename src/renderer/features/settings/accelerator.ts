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
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  Enter: 'Return',
  Minus: '-',
  Equal: '=',
  Comma: ',',
  Period: '.',
  Slash: '/',
  Backslash: '\\',
  Semicolon: ';',
  Quote: "'",
  BracketLeft: '[',
  BracketRight: ']',
  Backquote: '`',
}

const plain = new Set(['Space', 'Tab', 'Backspace', 'Delete', 'Insert', 'Home', 'End', 'PageUp', 'PageDown'])

const keyOf = (code: string): string | undefined => {
  const letter = /^(?:Key|Digit)([A-Z\d])$/.exec(code)?.[1]
  if (letter !== undefined) return letter
  if (/^F([1-9]|1\d|2[0-4])$/.test(code) || plain.has(code)) return code
  return named[code]
}

const modifiersOf = (keys: PressedKeys): readonly string[] => [
  ...(keys.ctrlKey ? ['Control'] : []),
  ...(keys.altKey ? ['Alt'] : []),
  ...(keys.shiftKey ? ['Shift'] : []),
  ...(keys.metaKey ? ['Super'] : []),
]

/**
 * A shortcut as Electron writes it ("Control+Shift+Space"), or null while only modifiers are down or when there is
 * none: a bare key would be taken away from every other app.
 * @see https://www.electronjs.org/docs/latest/api/accelerator
 */
export const toAccelerator = (keys: PressedKeys): string | null => {
  const key = keyOf(keys.code)
  if (key === undefined) return null
  const modifiers = modifiersOf(keys)
  const strong = modifiers.some((modifier) => modifier !== 'Shift')
  return strong || /^F\d+$/.test(key) ? [...modifiers, key].join('+') : null
}

/** The keys of a shortcut, one by one, as they are written on a keyboard. */
export const keysOf = (accelerator: string): readonly string[] =>
  accelerator
    .split('+')
    .map((part) => part.replace(/^(CommandOrControl|CmdOrCtrl|Control)$/, 'Ctrl').replace(/^(Super|Meta)$/, 'Super'))
