import { expect, test } from 'vitest'
import { groupThreads, initialThreads, reduceThreads } from '../../../src/renderer/state/threads'
import { now, thread } from '../samples'

const hour = 3_600_000

test('the thread in which something happened last comes first', () => {
  const loaded = reduceThreads(initialThreads, {
    type: 'threads-loaded',
    threads: [thread('old', { updatedAt: 1 }), thread('new', { updatedAt: 2 })],
  })
  expect(loaded.items.map(({ id }) => id)).toEqual(['new', 'old'])
  const touched = reduceThreads(loaded, {
    type: 'events',
    events: [{ kind: 'thread', thread: thread('old', { updatedAt: 3, run: 'running' }) }],
  })
  expect(touched.items.map(({ id }) => id)).toEqual(['old', 'new'])
})

const monthOf = (time: number): string => new Date(time).toISOString().slice(0, 7)

test('threads are grouped by the day, then by the month, in which something happened in them; pinned ones first', () => {
  const threads = [
    thread('today', { updatedAt: now - hour }),
    thread('yesterday', { updatedAt: now - 20 * hour }),
    thread('week', { updatedAt: now - 72 * hour }),
    thread('older', { updatedAt: now - 400 * hour }),
    thread('pinned', { updatedAt: now - 4000 * hour, pinned: true }),
  ]
  expect(groupThreads(threads, now, monthOf).map((group) => [group.key, group.threads.map(({ id }) => id)])).toEqual([
    ['pinned', ['pinned']],
    ['today', ['today']],
    ['yesterday', ['yesterday']],
    ['week', ['week']],
    [monthOf(now - 400 * hour), ['older']],
  ])
})

test('a day on which the clocks change is a day all the same', () => {
  const noon = new Date(2026, 2, 29, 12).getTime()
  const before = new Date(2026, 2, 28, 0, 0, 1).getTime()
  expect(groupThreads([thread('one', { updatedAt: before })], noon, monthOf)[0]?.kind).toBe('yesterday')
})
