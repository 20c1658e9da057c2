import { describe, expect, it } from 'vitest'
import { parseWindowHints } from '../../../src/main/platform/window-hints'

const nothing = { theme: 'system', language: 'system', contrast: 'system', bounds: undefined, maximized: false }

describe('what was remembered of the window', () => {
  it('is its place, whether it filled the screen, and the theme', () => {
    const hints = {
      theme: 'dark',
      language: 'de',
      contrast: 'more',
      bounds: { x: -10, y: 20, width: 900, height: 700 },
      maximized: true,
    }
    expect(parseWindowHints(JSON.stringify(hints))).toEqual(hints)
  })

  it.each([
    '',
    '{',
    'null',
    '[]',
    '7',
    '{"theme":"pink","language":"xx","contrast":"less","bounds":{"x":1},"maximized":"yes"}',
  ])('is nothing when the file says %s', (text) => {
    expect(parseWindowHints(text)).toEqual(nothing)
  })

  it('has no bounds when one of them is not a whole number', () => {
    const bounds = { x: 1, y: 2, width: 1.5, height: 4 }
    expect(parseWindowHints(JSON.stringify({ bounds })).bounds).toBeUndefined()
  })
})
