import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { trayIcon } from '../../../src/main/platform/tray-icon'

const folder = join(import.meta.dirname, '../../../resources')

test('the tray’s picture suits the panel where the system says how dark that is', () => {
  expect(trayIcon('darwin', true)).toEqual({ file: 'tray-light.png', template: true })
  expect(trayIcon('win32', true)).toEqual({ file: 'tray-dark.png', template: false })
  expect(trayIcon('win32', false)).toEqual({ file: 'tray-light.png', template: false })
  expect(trayIcon('win32', undefined)).toEqual({ file: 'tray.png', template: false })
  expect(trayIcon('linux', true)).toEqual({ file: 'tray.png', template: false })
})

test('each of them is there, for dense screens too', () => {
  for (const name of ['tray', 'tray-light', 'tray-dark']) {
    expect(existsSync(join(folder, `${name}.png`))).toBe(true)
    expect(existsSync(join(folder, `${name}@2x.png`))).toBe(true)
  }
})

const lightnessOf = (hex: string): number =>
  [0.2126, 0.7152, 0.0722].reduce((sum, weight, index) => {
    const value = Number.parseInt(hex.slice(1 + 2 * index, 3 + 2 * index), 16) / 255
    return sum + weight * (value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)
  }, 0)

const contrast = (one: string, other: string): number => {
  const [light = 0, dark = 0] = [lightnessOf(one), lightnessOf(other)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

test('the one for a panel that nobody knows stands out against light and dark ones', () => {
  const script = readFileSync(join(folder, '../scripts/render-icons.mjs'), 'utf8')
  const colour = /\['tray', '(#[\da-f]{6})'\]/.exec(script)?.[1] ?? ''
  for (const panel of ['#ffffff', '#f6f5f4', '#ebebeb', '#303030', '#1e1e1e', '#000000']) {
    expect(contrast(colour, panel), panel).toBeGreaterThanOrEqual(3)
  }
})
