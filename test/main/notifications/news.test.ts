import { describe, expect, it } from 'vitest'
import type { ConversationEvent, Message, Thread, ToolCall } from '../../../src/contract/conversation'
import { connectAccountTool } from '../../../src/contract/plain/own-tools'
import { countWaiting, hear, startFrom, type Threads } from '../../../src/main/notifications/news'

const thread = (run: Thread['run'], id = 't'): ConversationEvent => ({
  kind: 'thread',
  thread: { id, title: 'The launch', createdAt: 1, updatedAt: 1, run },
})

const answer = (status: Message['status'], id = 'm'): ConversationEvent => ({
  kind: 'message',
  message: { id, threadId: 't', role: 'assistant', parts: [], status, createdAt: 1 },
})

const call = (state: ToolCall['state'], change: Partial<ToolCall> = {}): ConversationEvent => ({
  kind: 'tool-call',
  threadId: 't',
  messageId: 'm',
  call: {
    id: 'c',
    threadId: 't',
    tool: 'monday_item_create',
    title: 'Create item',
    connection: 'monday',
    providerName: 'Monday.com',
    person: { name: 'Ada' },
    account: {},
    risk: 'write',
    args: {},
    argsSchema: {},
    state,
    edited: false,
    startedAt: 1,
    ...change,
  },
})

const after = (...events: readonly ConversationEvent[]) => hear(new Map(), events)
const newsAfter = (...events: readonly ConversationEvent[]) => after(...events).news

describe('news of conversations', () => {
  it('is one piece when several calls wait for approval, and leads to the first of them', () => {
    const waiting = [call('pending'), call('pending', { id: 'd', title: 'Send reply' })]
    expect(
      newsAfter(thread('running'), answer('streaming'), ...waiting, answer('complete'), thread('waiting')),
    ).toEqual([
      { kind: 'approval', threadId: 't', title: 'The launch', messageId: 'm', tools: ['Create item', 'Send reply'] },
    ])
  })

  it('is not repeated as long as the same thing waits', () => {
    const { threads } = after(thread('running'), call('pending'), thread('waiting'))
    expect(hear(threads, [thread('waiting'), call('pending'), thread('waiting')]).news).toEqual([])
  })

  it('says that an answer is complete, and that one failed', () => {
    expect(newsAfter(thread('running'), answer('complete'), thread('idle'))).toMatchObject([
      { kind: 'done', tools: [] },
    ])
    expect(newsAfter(thread('running'), answer('failed'), thread('idle'))).toMatchObject([{ kind: 'failed' }])
  })

  it('says that an account is asked for', () => {
    const asking = call('pending', { tool: connectAccountTool, state: 'failed', title: 'Connect Intercom' })
    expect(newsAfter(thread('running'), asking, answer('complete'), thread('idle'))).toMatchObject([
      { kind: 'account' },
    ])
  })

  it('is nothing when the person stopped it, decided themselves, or nothing ran', () => {
    expect(newsAfter(thread('running'), answer('stopped'), thread('idle'))).toEqual([])
    expect(newsAfter(thread('waiting'), call('declined'), thread('idle'))).toEqual([])
    expect(newsAfter(answer('complete'), thread('idle'))).toEqual([])
  })

  it('of a call that ran under a standing permission is only what came of it', () => {
    const ran = [call('pending'), call('claimed'), call('sent'), call('done')]
    expect(newsAfter(thread('running'), ...ran, answer('complete'), thread('idle'))).toMatchObject([{ kind: 'done' }])
  })

  it('is over when the conversation goes on, is decided on, or is deleted', () => {
    const { threads } = after(thread('running'), call('pending'), thread('waiting'))
    expect(hear(threads, [thread('running')]).over).toEqual(['t'])
    expect(hear(threads, [call('declined'), thread('idle')]).over).toEqual(['t'])
    expect(hear(threads, [{ kind: 'thread-deleted', threadId: 't' }]).over).toEqual(['t'])
  })
})

describe('what waits', () => {
  const listed = (run: Thread['run'], id: string): Thread => ({ id, title: '', createdAt: 1, updatedAt: 1, run })

  it('is counted by conversation, from the list on and as it changes', () => {
    const atFirst: Threads = startFrom([listed('waiting', 'a'), listed('waiting', 'b'), listed('idle', 't')])
    expect(countWaiting(atFirst)).toBe(2)
    const { threads } = hear(atFirst, [thread('idle', 'a'), { kind: 'thread-deleted', threadId: 'b' }])
    expect(countWaiting(threads)).toBe(0)
  })
})
