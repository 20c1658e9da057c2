import { describe, expect, it } from 'vitest'
import { createShortcut } from '../../../src/main/platform/shortcut'

const fixture = (elsewhere: readonly string[] = [], wayland = false) => {
  const held = new Set<string>()
  const shortcut = createShortcut({
    accelerator: 'Control+Shift+Space',
    wayland,
    command: 'onbehalf --quick-ask',
    action: () => undefined,
    table: {
      register: (accelerator) => {
        if (accelerator === 'no keys') throw new TypeError('conversion failure')
        if (elsewhere.includes(accelerator)) return false
        held.add(accelerator)
        return true
      },
      unregister: (accelerator) => {
        held.delete(accelerator)
      },
    },
  })
  return { shortcut, held }
}

describe('the shortcut', () => {
  it('gives the former one back once it has the next', () => {
    const { shortcut, held } = fixture()
    shortcut.set('Alt+Space')
    expect(shortcut.set('Alt+Q')).toMatchObject({ accelerator: 'Alt+Q', registered: true })
    expect([...held]).toEqual(['Alt+Q'])
  })

  it('stays what it is when another program holds the next one, and says which', () => {
    const { shortcut, held } = fixture(['Alt+Q'])
    shortcut.set('Alt+Space')
    expect(shortcut.set('Alt+Q')).toMatchObject({ accelerator: 'Alt+Space', registered: true, refused: 'Alt+Q' })
    expect(shortcut.set('no keys')).toMatchObject({ accelerator: 'Alt+Space', registered: true, refused: 'no keys' })
    expect([...held]).toEqual(['Alt+Space'])
    expect(shortcut.set('Alt+Space').refused).toBeUndefined()
  })

  it('is none while another program holds the only one that was asked for', () => {
    const { shortcut } = fixture(['Alt+Space'])
    expect(shortcut.set('Alt+Space')).toMatchObject({ accelerator: 'Alt+Space', registered: false })
    expect(shortcut.state().registered).toBe(false)
  })

  it('takes nothing on Wayland, where it would not be heard', () => {
    const { shortcut, held } = fixture([], true)
    expect(shortcut.set('Alt+Space')).toMatchObject({ registered: false, wayland: true })
    expect(held.size).toBe(0)
  })
})
