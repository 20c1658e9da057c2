import { describe, expect, test } from 'vitest'
import { callsOf, reduceConversations, type Conversations } from '../../../src/renderer/state/conversation'
import { call, message, said, thread } from '../samples'

const opened = (state: Conversations, ...messages: ReturnType<typeof message>[]): Conversations =>
  reduceConversations(state, { type: 'thread-opened', page: { thread: thread('one'), messages, draft: '', queue } })

const queue = { messages: [], held: false }

const text = (value: string): { readonly kind: 'text'; readonly text: string } => ({ kind: 'text', text: value })

describe('a conversation', () => {
  test('grows by deltas, a new part at a time', () => {
    const before = opened({}, message('m', [], { status: 'streaming' }))
    const delta = { kind: 'delta', threadId: 'one', messageId: 'm', part: 'text' } as const
    const after = reduceConversations(before, {
      type: 'events',
      events: [
        { ...delta, index: 0, text: 'Hel' },
        { ...delta, index: 0, text: 'lo' },
        { ...delta, index: 1, part: 'reasoning', text: 'why' },
      ],
    })
    expect(after['one']?.messages[0]?.parts).toEqual([text('Hello'), { kind: 'reasoning', text: 'why' }])
  })

  test('shows a tool call as it now is, in its place', () => {
    const before = opened({}, message('m', [{ kind: 'tool-call', call: call() }, text('after')]))
    const done = call({ state: 'done' })
    const after = reduceConversations(before, {
      type: 'events',
      events: [{ kind: 'tool-call', threadId: 'one', messageId: 'm', call: done }],
    })
    expect(after['one']?.messages[0]?.parts).toEqual([{ kind: 'tool-call', call: done }, text('after')])
    expect(callsOf(after['one']?.messages ?? [])).toEqual([done])
  })

  test('leaves messages that nothing happened to untouched, so that they are not rendered again', () => {
    const before = opened({}, said('u', 'hi'), message('m', []))
    const after = reduceConversations(before, {
      type: 'events',
      events: [{ kind: 'delta', threadId: 'one', messageId: 'm', index: 0, part: 'text', text: 'x' }],
    })
    expect(after['one']?.messages[0]).toBe(before['one']?.messages[0])
  })

  test('keeps a message that was heard from its beginning when the thread is read, and says nothing twice', () => {
    const heard = reduceConversations(
      {},
      {
        type: 'events',
        events: [
          { kind: 'message', message: message('m', [], { status: 'streaming' }) },
          { kind: 'delta', threadId: 'one', messageId: 'm', index: 0, part: 'text', text: 'Hello' },
        ],
      },
    )
    expect(heard['one']?.phase).toBe('partial')
    const read = opened(heard, said('u', 'hi'), message('m', [text('Hel')], { status: 'streaming' }))
    expect(read['one']?.phase).toBe('ready')
    expect(read['one']?.messages.map(({ parts }) => parts)).toEqual([[text('hi')], [text('Hello')]])
  })

  test('puts an earlier page before what is there', () => {
    const before = opened({}, said('u2', 'two'))
    const after = reduceConversations(before, {
      type: 'older-loaded',
      page: { thread: thread('one'), messages: [said('u1', 'one'), said('u2', 'two')], draft: '', queue },
    })
    expect(after['one']?.messages.map(({ id }) => id)).toEqual(['u1', 'u2'])
  })

  test('goes another way from a message that is here, and keeps what is above it', () => {
    const before = opened({}, said('u1', 'one'), said('u2', 'two'), said('u3', 'three'))
    const change = { kind: 'path-changed', threadId: 'one', after: 'u1', before: '1' } as const
    const after = reduceConversations(before, {
      type: 'events',
      events: [{ ...change, messages: [said('u1', 'one'), said('u4', 'four')] }],
    })
    expect(after['one']?.messages.map(({ id }) => id)).toEqual(['u1', 'u4'])
    expect(after['one']?.before).toBeUndefined()
  })

  test('goes another way from a message that is not here, and can be read further up', () => {
    const before = opened({}, said('u3', 'three'))
    const after = reduceConversations(before, {
      type: 'events',
      events: [{ kind: 'path-changed', threadId: 'one', after: 'u1', before: '7', messages: [said('u4', 'four')] }],
    })
    expect(after['one']?.messages.map(({ id }) => id)).toEqual(['u4'])
    expect(after['one']?.before).toBe('7')
  })

  test('is gone when its thread is deleted', () => {
    const after = reduceConversations(opened({}, said('u', 'hi')), {
      type: 'events',
      events: [{ kind: 'thread-deleted', threadId: 'one' }],
    })
    expect(after).toEqual({})
  })
})
