import { expect, test } from 'vitest'
import { keysOf, toAccelerator } from '../../../src/renderer/features/settings/accelerator'

const keys = { key: '', code: 'Space', ctrlKey: false, altKey: false, shiftKey: false, metaKey: false }

test('a shortcut is written as Electron reads it', () => {
  expect(toAccelerator({ ...keys, ctrlKey: true, shiftKey: true })).toBe('Control+Shift+Space')
  expect(toAccelerator({ ...keys, altKey: true, code: 'KeyQ' })).toBe('Alt+Q')
  expect(toAccelerator({ ...keys, code: 'F9' })).toBe('F9')
})

test('a bare key or modifiers alone are no shortcut', () => {
  expect(toAccelerator(keys)).toBeNull()
  expect(toAccelerator({ ...keys, shiftKey: true, code: 'KeyQ' })).toBeNull()
  expect(toAccelerator({ ...keys, ctrlKey: true, code: 'ControlLeft' })).toBeNull()
})

test('its keys are shown as they are written on a keyboard', () => {
  expect(keysOf('CommandOrControl+Shift+Space')).toEqual(['Ctrl', 'Shift', 'Space'])
})
