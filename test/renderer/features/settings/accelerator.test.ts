import { expect, test } from 'vitest'
import { keysOf, readPressed } from '../../../../src/renderer/features/settings/quick-ask/accelerator'

const keys = { key: '', code: 'Space', ctrlKey: false, altKey: false, shiftKey: false, metaKey: false }

test('a shortcut is written as Electron reads it', () => {
  const recorded = (pressed: Partial<typeof keys>): unknown => readPressed({ ...keys, ...pressed })
  expect(recorded({ ctrlKey: true, shiftKey: true })).toEqual({ kind: 'shortcut', accelerator: 'Control+Shift+Space' })
  expect(recorded({ altKey: true, code: 'KeyQ' })).toEqual({ kind: 'shortcut', accelerator: 'Alt+Q' })
  expect(recorded({ code: 'F13' })).toEqual({ kind: 'shortcut', accelerator: 'F13' })
})

test('modifiers are shown while they wait for a key', () => {
  expect(readPressed({ ...keys, ctrlKey: true, shiftKey: true, code: 'ShiftLeft' })).toEqual({
    kind: 'held',
    keys: ['Ctrl', 'Shift'],
  })
})

test.each([
  ['a bare key', {}, 'no-modifier'],
  ['a letter in upper case', { shiftKey: true, code: 'KeyQ' }, 'no-modifier'],
  ['a key that every browser uses', { code: 'F5' }, 'no-modifier'],
  ['copying', { ctrlKey: true, code: 'KeyC' }, 'reserved'],
  ['closing a window', { altKey: true, code: 'F4' }, 'reserved'],
  ['locking the screen', { metaKey: true, code: 'KeyL' }, 'reserved'],
  ['a key without a name', { ctrlKey: true, code: 'MediaPlayPause' }, 'unusable'],
])('%s is no shortcut', (_what, pressed, why) => {
  expect(readPressed({ ...keys, ...pressed })).toMatchObject({ kind: 'refused', why })
})

test('its keys are shown as they are written on a keyboard', () => {
  expect(keysOf('CommandOrControl+Shift+Space')).toEqual(['Ctrl', 'Shift', 'Space'])
})
