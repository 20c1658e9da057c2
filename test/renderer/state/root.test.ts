import { describe, expect, test } from 'vitest'
import type { SessionState } from '../../../src/contract/app-state'
import type { Action } from '../../../src/renderer/state/action'
import { hasExpired } from '../../../src/renderer/state/app'
import { draftOf } from '../../../src/renderer/state/drafts'
import { initialState, reduce, type RootState } from '../../../src/renderer/state/root'
import { appState, failure, person, thread } from '../samples'

const play = (...actions: Action[]): RootState => actions.reduce(reduce, initialState)
const session = (state: SessionState): Action => ({ type: 'app', app: appState({ session: state }) })
const ada = session({ kind: 'signed-in', person, remembered: true })
const ben = session({ kind: 'signed-in', person: { name: 'Ben Okafor', email: 'ben@x.example' }, remembered: true })
const expired: SessionState = { kind: 'signed-out', failure: failure('session-expired', { kind: 'sign-in' }) }
const typed: Action = { type: 'draft-typed', owner: null, text: 'half a thought' }
const threads: Action = { type: 'threads-loaded', threads: [thread('one')] }

describe('what belongs to a person', () => {
  test('stays when their session ends by itself, and is there when they are back', () => {
    const state = play(ada, typed, threads, session(expired))
    expect(hasExpired(state.owner, expired)).toBe(true)
    expect(draftOf(state.drafts, null).text).toBe('half a thought')
    const back = play(ada, typed, threads, session(expired), session({ kind: 'signing-in' }), ada)
    expect(draftOf(back.drafts, null).text).toBe('half a thought')
  })

  test('goes when they sign out', () => {
    const state = play(ada, typed, threads, session({ kind: 'signed-out' }))
    expect(draftOf(state.drafts, null).text).toBe('')
    expect(state.threads.items).toEqual([])
    expect(state.owner).toBeNull()
  })

  test('is never shown to somebody else who signs in after the session ended', () => {
    const state = play(ada, typed, threads, session(expired), session({ kind: 'signing-in' }), ben)
    expect(draftOf(state.drafts, null).text).toBe('')
    expect(state.threads.items).toEqual([])
  })

  test('is never shown to somebody else of the same name and address', () => {
    const one = session({ kind: 'signed-in', person, remembered: true, key: 'one' })
    const other = session({ kind: 'signed-in', person, remembered: true, key: 'other' })
    expect(draftOf(play(one, typed, session(expired), other).drafts, null).text).toBe('')
    expect(draftOf(play(one, typed, session(expired), one).drafts, null).text).toBe('half a thought')
  })

  test('stays when their name changes', () => {
    const renamed = session({ kind: 'signed-in', person: { name: 'Ada King' }, remembered: true, key: 'one' })
    const state = play(session({ kind: 'signed-in', person, remembered: true, key: 'one' }), typed, renamed)
    expect(draftOf(state.drafts, null).text).toBe('half a thought')
  })

  test('a place that the window was sent to before the first person was known stays', () => {
    const state = play({ type: 'navigated', to: { view: 'connections' } }, ada)
    expect(state.place).toEqual({ view: 'connections' })
  })
})

test('a thread that is deleted leaves a new chat behind', () => {
  const state = play(
    ada,
    { type: 'navigated', to: { view: 'chat', threadId: 'one' } },
    { type: 'events', events: [{ kind: 'thread-deleted', threadId: 'one' }] },
  )
  expect(state.place).toEqual({ view: 'chat' })
})
