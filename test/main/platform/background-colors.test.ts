import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { backgroundColors } from '../../../src/main/platform/background-colors'

const tokens = readFileSync('src/renderer/styles/tokens.css', 'utf8')

/** The sRGB colour of an OKLCH one (https://www.w3.org/TR/css-color-4/#color-conversion-code). */
const hexOf = ([lightness, chroma, hue]: readonly [number, number, number]): string => {
  const a = chroma * Math.cos((hue * Math.PI) / 180)
  const b = chroma * Math.sin((hue * Math.PI) / 180)
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  const linear = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ]
  const bytes = linear
    .map((value) => (value <= 0.0031308 ? 12.92 * value : 1.055 * value ** (1 / 2.4) - 0.055))
    .map((value) => Math.round(255 * Math.min(1, Math.max(0, value))))
  return `#${bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')}`
}

const tokenColors = (token: string): { readonly light: string; readonly dark: string } => {
  const number = String.raw`([\d.]+)`
  const color = String.raw`oklch\(${number} ${number} ${number}\)`
  const found = new RegExp(String.raw`--${token}: light-dark\(${color}, ${color}\)`).exec(tokens)
  const [l1, c1, h1, l2, c2, h2] = (found ?? []).slice(1).map(Number)
  return { light: hexOf([l1 ?? 0, c1 ?? 0, h1 ?? 0]), dark: hexOf([l2 ?? 0, c2 ?? 0, h2 ?? 0]) }
}

it('are those of the pages, so that no window flashes', () => {
  expect(backgroundColors).toEqual({ chat: tokenColors('canvas'), quickAsk: tokenColors('surface') })
})
