import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { languages } from '../../contract/plain/languages'
import type { Preferences } from '../../contract/settings'

/** Where a window was. */
export type Bounds = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

/** What the first window needs before anything else is loaded: where it was, how dark, and how strong. */
export type WindowHints = {
  readonly theme: Preferences['theme']
  readonly language: Preferences['language']
  readonly contrast: Preferences['contrast']
  readonly bounds: Bounds | undefined
  readonly maximized: boolean
}

const defaults: WindowHints = {
  theme: 'system',
  language: 'system',
  contrast: 'system',
  bounds: undefined,
  maximized: false,
}

// Read by hand: this is on the way to the first paint, and a schema library is not loaded yet.
const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

const numberIn = (value: Record<string, unknown>, key: string): number | undefined => {
  const found = value[key]
  return typeof found === 'number' && Number.isSafeInteger(found) ? found : undefined
}

const parseBounds = (value: unknown): Bounds | undefined => {
  if (!isRecord(value)) return undefined
  const [x, y, width, height] = ['x', 'y', 'width', 'height'].map((key) => numberIn(value, key))
  if (x === undefined || y === undefined || width === undefined || height === undefined) return undefined
  return { x, y, width, height }
}

const parseTheme = (value: unknown): Preferences['theme'] => (value === 'light' || value === 'dark' ? value : 'system')

const parseLanguage = (value: unknown): Preferences['language'] =>
  languages.find((language) => language === value) ?? 'system'

/** Reads what was remembered; anything unexpected is as good as nothing. */
export const parseWindowHints = (text: string): WindowHints => {
  try {
    const value: unknown = JSON.parse(text)
    if (!isRecord(value)) return defaults
    return {
      theme: parseTheme(value['theme']),
      language: parseLanguage(value['language']),
      contrast: value['contrast'] === 'more' ? 'more' : 'system',
      bounds: parseBounds(value['bounds']),
      maximized: value['maximized'] === true,
    }
  } catch {
    return defaults
  }
}

/** The remembered hints of a data folder. Losing them costs nothing but a window's place. */
export const openWindowHints = (
  folder: string,
): { readonly read: () => WindowHints; readonly update: (change: Partial<WindowHints>) => void } => {
  const path = join(folder, 'window.json')
  let hints = defaults
  try {
    hints = parseWindowHints(readFileSync(path, 'utf8'))
  } catch {
    // The first start: nothing to remember yet.
  }
  return {
    read: () => hints,
    update: (change) => {
      hints = { ...hints, ...change }
      try {
        writeFileSync(path, JSON.stringify(hints), { mode: 0o600 })
      } catch {
        // A full or read-only disk: the window opens in the middle next time.
      }
    },
  }
}
