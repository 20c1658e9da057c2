import { expect, test } from 'vitest'
import type { Action } from '../../../src/renderer/state/action'
import { initialThreadList, reduceThreadList, type ThreadListState } from '../../../src/renderer/state/thread-list'

const play = (...actions: Action[]): ThreadListState => actions.reduce(reduceThreadList, initialThreadList)
const typed: Action = { type: 'list-searched', query: 'heron' }

test('a conversation that is renamed is in sight, wherever it was put', () => {
  const list = play(typed, { type: 'renaming', threadId: 'one', archived: true })
  expect(list).toMatchObject({ query: '', archived: true, renaming: 'one', revealed: 1 })
  expect(reduceThreadList(list, { type: 'renamed' })).toMatchObject({ renaming: null, archived: true, revealed: 1 })
})

test('what was put away is shown instead of what was found', () => {
  expect(play(typed, { type: 'list-archive-shown', shown: true })).toMatchObject({ query: '', archived: true })
})

test('going to the search keeps what is typed there', () => {
  expect(play(typed, { type: 'list-search-asked' })).toMatchObject({ query: 'heron', searching: 1, revealed: 1 })
})
