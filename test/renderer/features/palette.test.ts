import { expect, it } from 'vitest'
import type { PaletteItem } from '../../../src/renderer/features/palette/palette-items'
import { ranked } from '../../../src/renderer/features/palette/ranked'

const item = (group: PaletteItem['group'], label: string, words: readonly string[] = []): PaletteItem => ({
  key: `${group} ${label}`,
  group,
  label,
  words,
  run: () => undefined,
})

const items = [
  item('commands', 'New chat'),
  item('commands', 'Stop everything'),
  ...Array.from({ length: 9 }, (_, index) => item('threads', `Launch plan ${index}`)),
  item('connections', 'Connect Monday.com', ['monday']),
]

const labels = (query: string): readonly string[] =>
  ranked(items, query).flatMap((group) => group.items.map(({ label }) => label))

it('shows every command, and the latest few conversations, before anything is typed', () => {
  expect(ranked(items, '').map(({ group, items: { length } }) => [group, length])).toEqual([
    ['commands', 2],
    ['threads', 6],
    ['connections', 1],
  ])
})

it('finds by the beginnings of words in any order, and lists the kind with the best match first', () => {
  expect(labels('chat new')).toEqual(['New chat'])
  expect(ranked(items, 'launch')[0]).toMatchObject({ group: 'threads', items: { length: 9 } })
  expect(labels('monday')[0]).toBe('Connect Monday.com')
})

it('finds nothing where nothing is called that', () => {
  expect(ranked(items, 'zzz')).toEqual([])
})
