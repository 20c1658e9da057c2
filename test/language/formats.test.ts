import { afterEach, describe, expect, it } from 'vitest'
import {
  formatBytes,
  formatDate,
  formatDuration,
  formatExactTime,
  formatList,
  formatMoment,
  formatNumber,
  formatPercent,
  formatRelativeTime,
  formatTime,
} from '../../src/language/formats'
import { setLocale } from '../../src/language/words'

const at = new Date(2026, 10, 28, 16, 51, 7).getTime()
const plain = (text: string): string => text.replace(/\s/g, ' ')
const minute = 60_000

afterEach(async () => {
  await setLocale('en')
})

const everything = (): readonly string[] =>
  [
    formatNumber(12_345.6),
    formatPercent(0.5),
    formatDate(at),
    formatTime(at),
    formatMoment(at),
    formatExactTime(at),
    formatBytes(3_400_000),
    formatList(['a', 'b', 'c']),
    formatRelativeTime(at - 24 * 60 * minute, at),
  ].map(plain)

describe('numbers and dates', () => {
  it('follow the language', async () => {
    expect(everything()).toEqual([
      '12,345.6',
      '50%',
      'Nov 28, 2026',
      '4:51 PM',
      'Nov 28, 4:51 PM',
      'Nov 28, 2026, 4:51:07 PM',
      '3.4 MB',
      'a, b, and c',
      'yesterday',
    ])
    await setLocale('de')
    expect(everything()).toEqual([
      '12.345,6',
      '50 %',
      '28.11.2026',
      '16:51',
      '28. Nov., 16:51',
      '28.11.2026, 16:51:07',
      '3,4 MB',
      'a, b und c',
      'gestern',
    ])
  })

  it('follow the region within it', async () => {
    await setLocale('en-GB')
    expect(plain(formatDate(at))).toBe('28 Nov 2026')
    await setLocale('de-CH')
    expect(formatNumber(12_345.6)).toMatch(/^12['’]345\.6$/)
  })

  it('say how long something took in the units that fit', () => {
    expect([400, 9_900, 12_400, 59_700, 125_000, 3_780_000].map(formatDuration).map(plain)).toEqual([
      '0.4 sec',
      '9.9 sec',
      '12 sec',
      '1 min 0 sec',
      '2 min 5 sec',
      '1 hr 3 min',
    ])
  })

  it('say sizes in the unit that fits', () => {
    expect([0, 999, 1000, 25_300, 1e15].map(formatBytes).map(plain)).toEqual([
      '0 bytes',
      '999 bytes',
      '1 kB',
      '25 kB',
      '1,000 TB',
    ])
  })

  it('say how far away a time is', () => {
    expect([-30_000, -5 * minute, 125 * minute].map((away) => formatRelativeTime(at + away, at))).toEqual([
      '30 seconds ago',
      '5 minutes ago',
      'in 2 hours',
    ])
  })
})
