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

/** What was pressed: modifiers that wait for a key, a shortcut, or keys that can't be one, and why. */
export type Pressed =
  | { readonly kind: 'held'; readonly keys: readonly string[] }
  | { readonly kind: 'shortcut'; readonly accelerator: string }
  | {
      readonly kind: 'refused'
      readonly why: 'no-modifier' | 'reserved' | 'unusable'
      readonly keys: readonly string[]
    }

const modifierCodes = /^(?:Control|Alt|Shift|Meta)(?:Left|Right)$/

// What almost every app or desktop does with keys of its own: to copy, to save, to close, to change windows.
const reserved =
  /^(?:(?:Control|Super)\+(?:[ACFNOPQSTVWXYZ]|Tab)|Control\+Shift\+(?:Z|Tab)|Alt\+(?:F4|Tab)|Alt\+Shift\+Tab|Super\+L|Control\+Alt\+Delete)$/

// Nothing else answers to these, so they need no modifier.
const free = /^F(?:1[3-9]|2[0-4])$/

/**
 * Reads a shortcut as Electron writes it ("Control+Shift+Space"). A bare key would be taken away from every other
 * app, and so would what they all use.
 * @see https://www.electronjs.org/docs/latest/api/accelerator
 */
export const readPressed = (pressed: PressedKeys): Pressed => {
  const modifiers = modifiersOf(pressed)
  if (modifierCodes.test(pressed.code)) return { kind: 'held', keys: modifiers.flatMap(keysOf) }
  const key = keyOf(pressed.code)
  if (key === undefined) return { kind: 'refused', why: 'unusable', keys: [] }
  const accelerator = [...modifiers, key].join('+')
  const strong = modifiers.some((modifier) => modifier !== 'Shift')
  if (!strong && !free.test(key)) return { kind: 'refused', why: 'no-modifier', keys: keysOf(accelerator) }
  if (reserved.test(accelerator)) return { kind: 'refused', why: 'reserved', keys: keysOf(accelerator) }
  return { kind: 'shortcut', accelerator }
}

/** The keys of a shortcut, one by one, as they are written on a keyboard. */
export const keysOf = (accelerator: string): readonly string[] =>
  accelerator
    .split('+')
    .map((part) => part.replace(/^(CommandOrControl|CmdOrCtrl|Control)$/, 'Ctrl').replace(/^(Super|Meta)$/, 'Super'))
