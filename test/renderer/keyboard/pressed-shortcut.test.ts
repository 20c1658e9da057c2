import { describe, expect, it } from 'vitest'
import {
  commandIds,
  commandWith,
  defaultShortcuts,
  shortcutOf,
  withShortcut,
} from '../../../src/contract/plain/commands'
import { pressedShortcut, type PressedKeys } from '../../../src/renderer/keyboard/pressed-shortcut'
import { shortcutKeys } from '../../../src/renderer/keyboard/shortcut-keys'

const press = (key: string, code: string, held: Partial<PressedKeys> = {}): PressedKeys => ({
  key,
  code,
  ctrlKey: false,
  altKey: false,
  shiftKey: false,
  metaKey: false,
  ...held,
})

describe('a pressed shortcut', () => {
  it('is Mod with Control, and with Command on a Mac', () => {
    expect(pressedShortcut(press('k', 'KeyK', { ctrlKey: true }), false)).toBe('Mod+K')
    expect(pressedShortcut(press('k', 'KeyK', { metaKey: true }), true)).toBe('Mod+K')
    expect(pressedShortcut(press('k', 'KeyK', { ctrlKey: true }), true)).toBe('Control+K')
    expect(pressedShortcut(press('k', 'KeyK', { metaKey: true }), false)).toBe('Super+K')
  })

  it('goes by what is printed on the key, and by its place where that is no Latin letter', () => {
    expect(pressedShortcut(press('k', 'KeyV', { ctrlKey: true }), false)).toBe('Mod+K')
    expect(pressedShortcut(press('л', 'KeyK', { ctrlKey: true }), false)).toBe('Mod+K')
  })

  it('takes a sign however a layout makes it', () => {
    expect(pressedShortcut(press('/', 'Digit7', { ctrlKey: true, shiftKey: true }), false)).toBe('Mod+/')
    expect(pressedShortcut(press('.', 'Period', { ctrlKey: true }), false)).toBe('Mod+.')
  })

  it('is nothing while a modifier is down alone, or where a key writes', () => {
    expect(pressedShortcut(press('Control', 'ControlLeft', { ctrlKey: true }), false)).toBeNull()
    expect(pressedShortcut(press('n', 'KeyN'), false)).toBeNull()
    expect(pressedShortcut(press('N', 'KeyN', { shiftKey: true }), false)).toBeNull()
    expect(pressedShortcut(press('F2', 'F2'), false)).toBe('F2')
  })
})

describe('the given shortcuts', () => {
  it('are each there once', () => {
    const given = commandIds.map((id) => defaultShortcuts[id]).filter((keys) => keys !== null)
    expect(new Set(given).size).toBe(given.length)
  })

  it('are shown as they stand on the keyboard', () => {
    expect(shortcutKeys('Mod+Shift+N', false)).toEqual(['Ctrl', 'Shift', 'N'])
    expect(shortcutKeys('Mod+Shift+N', true)).toEqual(['⌘', '⇧', 'N'])
    expect(shortcutKeys('Mod++', false)).toEqual(['Ctrl', '+'])
  })
})

describe('chosen shortcuts', () => {
  it('take the keys away from the command that had them', () => {
    const chosen = withShortcut({}, 'new-chat', 'Mod+J')
    expect(shortcutOf('new-chat', chosen)).toBe('Mod+J')
    expect(shortcutOf('next-approval', chosen)).toBeNull()
    expect(commandWith('Mod+J', chosen)).toBe('new-chat')
    expect(commandWith('Mod+N', chosen)).toBeUndefined()
  })

  it('leave no trace of a command that has its own keys again', () => {
    expect(withShortcut({ palette: 'F1' }, 'palette', 'Mod+K')).toEqual({})
  })

  it('never change the keys that stop everything', () => {
    expect(shortcutOf('stop-everything', { 'stop-everything': 'F9' })).toBe('Mod+Shift+X')
  })
})
