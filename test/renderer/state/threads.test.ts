import { expect, test } from 'vitest'
import { groupByAge, initialThreads, reduceThreads } from '../../../src/renderer/state/threads'
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

test('threads are grouped by the day on which something happened in them', () => {
  const threads = [
    thread('today', { updatedAt: now - hour }),
    thread('yesterday', { updatedAt: now - 20 * hour }),
    thread('week', { updatedAt: now - 72 * hour }),
    thread('older', { updatedAt: now - 400 * hour }),
  ]
  expect(groupByAge(threads, now).map(({ age, threads: group }) => [age, group[0]?.id])).toEqual([
    ['today', 'today'],
    ['yesterday', 'yesterday'],
    ['week', 'week'],
    ['older', 'older'],
  ])
})
