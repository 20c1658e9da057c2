import { expect, test } from 'vitest'
import { initialState, reduce, type RootState } from '../../../src/renderer/state/root'
import { waitingApprovals, waitingMessages } from '../../../src/renderer/state/waiting'
import { failure, message, said, thread } from '../samples'

const after = (...actions: readonly Parameters<typeof reduce>[1][]): RootState => actions.reduce(reduce, initialState)

const failed = (code: 'network-down' | 'model-key') =>
  message('m', [{ kind: 'failure', failure: failure(code) }], { status: 'failed' })

test('what waits for the network are queued messages, those without an answer, and those that could not be sent', () => {
  const state = after(
    {
      type: 'events',
      events: [
        { kind: 'queue', threadId: 'one', queue: { held: true, messages: [{ id: 'q', text: 'and then' }] } },
        { kind: 'message', message: said('u', 'hello') },
        { kind: 'message', message: failed('network-down') },
      ],
    },
    { type: 'draft-failed', owner: null, failure: failure('scalekit-unreachable') },
  )
  expect(waitingMessages(state)).toBe(3)
})

test('a message that was answered, or refused for another reason, does not wait', () => {
  expect(waitingMessages(after({ type: 'events', events: [{ kind: 'message', message: failed('model-key') }] }))).toBe(
    0,
  )
  const answered = message('m', [{ kind: 'text', text: 'hi' }])
  expect(
    waitingMessages(
      after(
        { type: 'events', events: [{ kind: 'message', message: failed('network-down') }] },
        { type: 'events', events: [{ kind: 'message', message: answered }] },
      ),
    ),
  ).toBe(0)
})

test('conversations with an approval are counted', () => {
  const threads = [thread('a', { run: 'waiting' }), thread('b', { run: 'waiting' }), thread('c')]
  expect(waitingApprovals(after({ type: 'threads-loaded', threads }))).toBe(2)
})
