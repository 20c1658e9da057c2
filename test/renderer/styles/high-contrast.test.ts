import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const file = join(import.meta.dirname, '../../../src/renderer/styles/tokens.css')

type Pair = { readonly light: number; readonly dark: number }

// https://bottosson.github.io/posts/oklab/ gives linear light, of which WCAG's luminance is a weighted sum.
const luminance = (lightness: number, chroma: number, hue: number): number => {
  const a = chroma * Math.cos((hue * Math.PI) / 180)
  const b = chroma * Math.sin((hue * Math.PI) / 180)
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  const clamped = (value: number): number => Math.min(1, Math.max(0, value))
  const red = clamped(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s)
  const green = clamped(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s)
  const blue = clamped(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s)
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

const tokens = (): ReadonlyMap<string, Pair> => {
  const block = /:root\[data-contrast='more'\] \{([^}]*)\}/.exec(readFileSync(file, 'utf8'))?.[1] ?? ''
  const solid = /--([a-z-]+): light-dark\(oklch\(([\d. ]+)\), oklch\(([\d. ]+)\)\)/g
  const read = (text = ''): number => {
    const [lightness = 0, chroma = 0, hue = 0] = text.split(' ').map(Number)
    return luminance(lightness, chroma, hue)
  }
  return new Map(
    [...block.matchAll(solid)].map(([, name = '', light, dark]) => [name, { light: read(light), dark: read(dark) }]),
  )
}

const ratio = (one: number, other: number): number => (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05)

const found = tokens()

const least = (name: string, behind: string): number => {
  const [front, back] = [found.get(name), found.get(behind)]
  if (front === undefined || back === undefined) throw new Error(`No token ${name} or ${behind}`)
  return Math.min(ratio(front.light, back.light), ratio(front.dark, back.dark))
}

const backgrounds = ['canvas', 'sidebar', 'surface', 'sunken']

describe('high contrast', () => {
  it.each(['ink', 'muted', 'faint', 'accent-ink', 'warn-ink', 'danger-ink', 'outside-ink'])(
    'has text in --%s at 7:1, in light and dark',
    (name) => {
      for (const behind of backgrounds) expect(least(name, behind)).toBeGreaterThanOrEqual(7)
    },
  )

  it.each([
    ['on-accent', 'accent'],
    ['on-accent', 'accent-hover'],
    ['on-danger', 'danger'],
    ['on-danger', 'danger-hover'],
    ['accent-ink', 'accent-soft'],
    ['warn-ink', 'warn-soft'],
    ['ink', 'warn-soft'],
    ['muted', 'warn-soft'],
    ['danger-ink', 'danger-soft'],
    ['outside-ink', 'outside-soft'],
  ])('has text in --%s on --%s at 7:1', (name, behind) => {
    expect(least(name, behind)).toBeGreaterThanOrEqual(7)
  })

  it.each(['line', 'line-strong', 'edge', 'accent', 'danger'])('has edges in --%s at 4.5:1', (name) => {
    for (const behind of backgrounds) expect(least(name, behind)).toBeGreaterThanOrEqual(4.5)
  })
})
