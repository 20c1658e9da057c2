import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pressOn, quietMs, type LinkGuard } from '../../../src/renderer/state/link-guard'

const fresh = { repeat: false }

describe('a text from a link', () => {
  it('takes a fresh press once nothing was pressed for a while', () => {
    expect(pressOn({ since: 0 }, { at: quietMs, ...fresh })).toBe('open')
    expect(pressOn({ since: 0 }, { at: quietMs - 1, ...fresh })).toEqual({ since: quietMs - 1 })
  })

  it('takes no key that is held down', () => {
    expect(pressOn({ since: 0 }, { at: 10 * quietMs, repeat: true })).toEqual({ since: 10 * quietMs })
  })

  it('takes nothing from somebody who goes on typing, however long', () => {
    const gaps = fc.array(fc.integer({ min: 0, max: quietMs - 1 }), { minLength: 1, maxLength: 200 })
    fc.assert(
      fc.property(gaps, (waits) => {
        let guard: LinkGuard | 'open' = { since: 0 }
        let at = 0
        for (const wait of waits) {
          at += wait
          if (guard !== 'open') guard = pressOn(guard, { at, ...fresh })
        }
        return guard !== 'open'
      }),
    )
  })
})
