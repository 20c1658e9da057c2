import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { ToolCall } from '../../../src/contract/conversation'
import { systemClock, type Clock } from '../../../src/main/platform/clock'
import type { Execution } from '../../../src/main/scalekit/port'
import { createAgentLoader } from '../../../src/main/assistant/agent'
import { done, lostAnswer, refused, type FakeScalekit } from './fake-scalekit'
import { openDesk, realTools, textOf, type Desk, type Setting } from './harness'
import { toolAnswers, type Piece } from './model-endpoint'
import { ada } from './people'

const open: Desk[] = []
const keep = (opened: Desk): Desk => {
  open.push(opened)
  return opened
}
const desk = async (setting: Setting): Promise<Desk> => keep(await openDesk(setting))
// Loading the agent's code takes seconds on a busy machine; no test should pay for it.
beforeAll(createAgentLoader(), 60_000)

afterEach(async () => {
  for (const one of open.splice(0)) {
    expect(one.bugs).toEqual([])
    await one.close()
  }
})

const create: Piece = { call: 'monday_item_create', args: { board_id: '1', item_name: 'Brief' } }
const list: Piece = { call: 'monday_items_list', args: { board_id: '1' } }
const writes = (d: Desk): readonly Execution[] => d.scalekit.executions.filter(({ mayWrite }) => mayWrite)

const askAndWait = async (d: Desk): Promise<{ readonly threadId: string; readonly call: ToolCall }> => {
  const threadId = await d.ask('Create it')
  await d.rest(threadId, 'waiting')
  const call = d.calls(threadId).find(({ state }) => state === 'pending')
  if (call === undefined) throw new Error('no card')
  return { threadId, call }
}

const writesRefused =
  (code: 'connection-revoked' | 'connection-expired'): FakeScalekit['answer'] =>
  ({ mayWrite }) =>
    mayWrite ? refused(code) : done({})

const sayAfterwards =
  (first: readonly Piece[]): Setting['script'] =>
  (asked) =>
    asked.messages.some(({ role }) => role === 'tool') ? [{ say: 'That is that.' }] : first

const gate = (): { readonly shut: Promise<void>; readonly open: () => void } => {
  let release = (): void => undefined
  const shut = new Promise<void>((resolve) => {
    release = resolve
  })
  return { shut, open: () => release() }
}

describe('a restart', () => {
  test('keeps a pending call, and approving it afterwards runs it and goes on', async () => {
    const before = await openDesk({ script: sayAfterwards([create]) })
    const { threadId, call } = await askAndWait(before)
    const d = keep(await before.restart())
    expect(d.calls(threadId)).toMatchObject([{ id: call.id, state: 'pending', args: call.args }])
    expect(d.assistant.listThreads(ada)).toMatchObject({ value: [{ id: threadId, run: 'waiting' }] })
    await d.assistant.approve(ada, call.id, call.args)
    await d.rest(threadId, 'idle')
    expect(writes(d)).toHaveLength(1)
    expect(textOf(d.messages(threadId).at(-1))).toBe('That is that.')
  })

  test('in the middle of an execution makes it unknown, never repeats it, and reading back finds it', async () => {
    const answer = gate()
    const before = await openDesk({
      script: sayAfterwards([create]),
      answer: async ({ mayWrite }) => {
        if (mayWrite) await answer.shut
        return done({ items: [{ id: '7', name: 'Brief', created_at: new Date().toISOString() }] })
      },
    })
    const { threadId, call } = await askAndWait(before)
    await before.assistant.approve(ada, call.id, call.args)
    await before.until(() => before.calls(threadId)[0]?.state === 'sent')
    const d = keep(await before.restart())
    answer.open()
    expect(d.calls(threadId)).toMatchObject([{ state: 'unknown', failure: { code: 'outcome-unknown' } }])
    expect(await d.assistant.approve(ada, call.id, { ...call.args, item_name: 'Again' })).toMatchObject({
      failure: { code: 'approval-gone' },
    })
    expect(await d.assistant.readBack(ada, call.id)).toEqual({ ok: true, value: null })
    await d.rest(threadId, 'idle')
    expect(d.calls(threadId)).toMatchObject([{ state: 'done', readBack: 'found', result: { value: { id: '7' } } }])
    expect(writes(d)).toHaveLength(1)
    expect(textOf(d.messages(threadId).at(-1))).toBe('That is that.')
  })

  test('in the middle of an answer keeps what was said up to the last second', async () => {
    const hold = new Promise<void>(() => undefined)
    // Every wait of the app is over at once, the second after which it saves included.
    const clock: Clock = { now: systemClock.now, after: (_ms, run) => systemClock.after(0, run) }
    const before = await openDesk({ script: () => [{ say: 'Half an ans' }, { hold }], clock })
    const threadId = await before.ask('Speak')
    await expect.poll(() => textOf(before.messages(threadId)[1]), { interval: 5 }).toBe('Half an ans')
    const d = keep(await before.restart())
    expect(d.messages(threadId).map((message) => [textOf(message), message.status])).toEqual([
      ['Speak', 'complete'],
      ['Half an ans', 'stopped'],
    ])
  })
})

describe('a lost answer', () => {
  test('of a write that was done is shown as unknown, then found by reading, and there is one item', async () => {
    const items: { id: string; name: string; created_at: string }[] = []
    const d = await desk({
      script: sayAfterwards([create]),
      answer: ({ mayWrite }) => {
        if (!mayWrite) return done({ boards: [{ id: '1', items_page: { cursor: null, items } }] })
        items.push({ id: '7', name: 'Brief', created_at: new Date().toISOString() })
        return lostAnswer
      },
    })
    const { threadId, call } = await askAndWait(d)
    await d.assistant.approve(ada, call.id, call.args)
    await d.rest(threadId, 'idle')
    const states = d.events.flatMap((event) => (event.kind === 'tool-call' ? [event.call.state] : []))
    expect(states.filter((state, index) => state !== states[index - 1])).toEqual([
      'pending',
      'claimed',
      'sent',
      'unknown',
      'done',
    ])
    expect(d.calls(threadId)).toMatchObject([{ state: 'done', readBack: 'found' }])
    expect(items).toHaveLength(1)
    expect(toolAnswers(d.endpoint.asked[1])).toEqual([
      expect.objectContaining({ note: 'The answer to this call was lost. Reading back showed that it was done.' }),
    ])
  })

  test('of a write that reading does not find stays unknown, until the person asks', async () => {
    const d = await desk({
      script: sayAfterwards([create]),
      answer: ({ mayWrite }) => (mayWrite ? lostAnswer : done({ items: [], cursor: null })),
    })
    const { threadId, call } = await askAndWait(d)
    await d.assistant.approve(ada, call.id, call.args)
    await d.rest(threadId, 'idle')
    expect(d.calls(threadId)).toMatchObject([{ state: 'unknown', readBack: 'not-found' }])
    expect(toolAnswers(d.endpoint.asked[1])).toMatchObject([{ outcome: 'unknown' }])
    await d.assistant.readBack(ada, call.id)
    expect(d.calls(threadId)).toMatchObject([{ state: 'failed', readBack: 'not-found' }])
    expect(writes(d)).toHaveLength(1)
  })

  test('of a write that nothing can look for stays unknown and the run goes on', async () => {
    const d = await desk({
      script: sayAfterwards([{ call: 'monday_item_duplicate', args: { board_id: '1', item_id: '2' } }]),
      tools: realTools('monday'),
      answer: () => lostAnswer,
    })
    const { threadId, call } = await askAndWait(d)
    await d.assistant.approve(ada, call.id, call.args)
    await d.rest(threadId, 'idle')
    expect(d.calls(threadId)).toMatchObject([
      { state: 'unknown', readBack: 'cannot-tell', failure: { action: { kind: 'none' } } },
    ])
  })
})

describe('a connection that expired', () => {
  test('under an approved write keeps the card, and the same call goes on once after reconnecting', async () => {
    let expired = true
    const d = await desk({
      script: sayAfterwards([create]),
      answer: ({ mayWrite }) => (expired && mayWrite ? refused('connection-expired') : done({ id: '7' })),
    })
    const { threadId, call } = await askAndWait(d)
    const args = { board_id: '1', item_name: 'Edited' }
    await d.assistant.approve(ada, call.id, args)
    await d.until(() => d.calls(threadId)[0]?.failure !== undefined)
    expect(d.calls(threadId)).toMatchObject([
      {
        state: 'pending',
        args,
        failure: {
          code: 'connection-expired',
          subject: 'Monday.com',
          action: { kind: 'reconnect', connection: 'monday' },
        },
      },
    ])
    expect(d.connections.noted).toEqual(['monday expired'])
    expired = false
    d.connections.set('monday', 'connected')
    await d.rest(threadId, 'idle')
    expect(writes(d).map((execution) => execution.args)).toEqual([args, args])
    expect(d.calls(threadId)).toMatchObject([{ state: 'done', edited: true }])
    expect(textOf(d.messages(threadId).at(-1))).toBe('That is that.')
  })

  test('and came back as another account asks again', async () => {
    const d = await desk({ script: sayAfterwards([create]), answer: writesRefused('connection-revoked') })
    const { threadId, call } = await askAndWait(d)
    await d.assistant.approve(ada, call.id, call.args)
    await d.until(() => d.calls(threadId)[0]?.failure !== undefined)
    d.scalekit.accounts = d.scalekit.accounts.map((account) => ({ ...account, id: `${account.connection}-2` }))
    d.connections.set('monday', 'connected')
    await d.until(() => d.calls(threadId)[0]?.failure?.code === 'connection-changed')
    expect(d.calls(threadId)).toMatchObject([{ state: 'pending' }])
    expect(writes(d)).toHaveLength(1)
  })

  test('and keeps failing after reconnecting waits for the person instead of trying on', async () => {
    const d = await desk({ script: sayAfterwards([create]), answer: writesRefused('connection-expired') })
    const { threadId, call } = await askAndWait(d)
    await d.assistant.approve(ada, call.id, call.args)
    await expect.poll(() => d.connections.noted.length, { interval: 5 }).toBe(1)
    d.connections.set('monday', 'connected')
    await expect.poll(() => d.connections.noted.length, { interval: 5 }).toBe(2)
    d.connections.set('monday', 'connected')
    await d.until(() => d.calls(threadId)[0]?.state === 'pending')
    expect(writes(d)).toHaveLength(2)
  })

  test('before anything was sent is found by looking at the account', async () => {
    const d = await desk({ script: sayAfterwards([create]) })
    const { threadId, call } = await askAndWait(d)
    d.scalekit.accounts = d.scalekit.accounts.map((account) => ({ ...account, status: 'expired' as const }))
    await d.assistant.approve(ada, call.id, call.args)
    await d.until(() => d.calls(threadId)[0]?.failure?.code === 'connection-expired')
    expect(writes(d)).toEqual([])
  })

  test('under a read makes the run wait, through a restart, and go on after reconnecting', async () => {
    let expired = true
    const before = await openDesk({
      script: sayAfterwards([list]),
      answer: () => (expired ? refused('connection-expired') : done({ items: ['a'] })),
    })
    const threadId = await before.ask('What is there?')
    await before.rest(threadId, 'waiting')
    expect(before.calls(threadId)).toMatchObject([
      { state: 'failed', failure: { code: 'connection-expired', action: { kind: 'reconnect', connection: 'monday' } } },
    ])
    expect(before.endpoint.asked).toHaveLength(1)
    const d = keep(await before.restart())
    expect(d.assistant.listThreads(ada)).toMatchObject({ value: [{ run: 'waiting' }] })
    d.connections.set('monday', 'expired')
    expired = false
    d.connections.set('monday', 'connected')
    await d.rest(threadId, 'idle')
    expect(d.calls(threadId)).toMatchObject([{ state: 'done' }])
    expect(toolAnswers(d.endpoint.asked[0])).toMatchObject([{ data: { items: ['a'] } }])
    expect(textOf(d.messages(threadId).at(-1))).toBe('That is that.')
  })
})
