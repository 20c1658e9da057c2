import { z } from 'zod'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { ToolCall } from '../../../src/contract/conversation'
import { systemClock, type Clock } from '../../../src/main/platform/clock'
import { failure } from '../../../src/main/platform/failures'
import type { Execution } from '../../../src/main/scalekit/port'
import { createAgentLoader } from '../../../src/main/assistant/agent'
import { done, lostAnswer, refused } from './fake-scalekit'
import { failureOf, openDesk, realTools, textOf, type Desk, type Setting } from './harness'
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
    expect(toolAnswers(d.endpoint.asked[1])).toMatchObject([{ note: expect.stringContaining('lost') }])
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
      answer: () => (expired ? refused('connection-expired') : done({ id: '7' })),
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
    const d = await desk({ script: sayAfterwards([create]), answer: () => refused('connection-revoked') })
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
    const d = await desk({ script: sayAfterwards([create]), answer: () => refused('connection-expired') })
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

describe('Stop', () => {
  test('hangs up on the model, keeps what was said, and nothing goes on by itself', async () => {
    const hold = new Promise<void>(() => undefined)
    const d = await desk({ script: () => [{ say: 'I am going to ' }, { hold }] })
    const threadId = await d.ask('Talk')
    await d.until(() => d.events.some(({ kind }) => kind === 'delta'))
    d.assistant.stop(ada, threadId)
    expect(d.messages(threadId).at(-1)).toMatchObject({ status: 'stopped' })
    expect(textOf(d.messages(threadId).at(-1))).toBe('I am going to ')
    await expect.poll(() => d.endpoint.hungUp(), { interval: 5 }).toBe(1)
    await d.ask('Again', threadId)
    await d.until(() => d.endpoint.asked.length === 2 && d.messages(threadId).length === 4)
  })

  test('aborts a read under way', async () => {
    const d = await desk({
      script: sayAfterwards([list]),
      answer: (_execution, signal) =>
        new Promise((resolve) => {
          signal.addEventListener('abort', () => {
            resolve({ kind: 'stopped' })
          })
        }),
    })
    const threadId = await d.ask('Look')
    await expect.poll(() => d.scalekit.executions.length, { interval: 5 }).toBe(1)
    d.assistant.stop(ada, threadId)
    await d.until(() => d.calls(threadId)[0]?.state === 'stopped')
    expect(d.endpoint.asked).toHaveLength(1)
  })
})

describe('a model that fails', () => {
  const broken = async (setting: Setting['script']): Promise<Desk> => desk({ script: setting })

  test.each([
    [401, 'model-key'],
    [403, 'model-key'],
    [429, 'model-rate-limited'],
    [500, 'model-failed'],
  ])('with status %i says %s, and retrying answers in the same place', async (status, code) => {
    const d = await broken((_asked, number) =>
      number === 1
        ? { status, message: 'Incorrect key sk-abcdefghijk provided', headers: { 'retry-after': '7' } }
        : [{ say: 'Better now.' }],
    )
    const threadId = await d.ask('Hello')
    await d.rest(threadId, 'idle')
    const problem = failureOf(d.messages(threadId).at(-1))
    expect(problem?.code).toBe(code)
    expect(JSON.stringify(problem)).not.toContain('sk-abc')
    if (status === 429) expect(problem?.retryAfterSeconds).toBe(7)
    await d.assistant.retry(ada, threadId)
    await d.until(() => d.messages(threadId).at(-1)?.status === 'complete')
    expect(d.messages(threadId).map(textOf)).toEqual(['Hello', 'Better now.'])
  })

  test('because it hangs up in the middle keeps what was said and says so', async () => {
    const d = await broken(() => [
      { say: 'Half' },
      { hold: new Promise((resolve) => setTimeout(resolve, 20)) },
      { drop: true },
    ])
    const threadId = await d.ask('Hello')
    await d.rest(threadId, 'idle')
    expect(textOf(d.messages(threadId).at(-1))).toBe('Half')
    expect(failureOf(d.messages(threadId).at(-1))?.code).toBe('model-unreachable')
  })

  test('because nobody is there says that it is unreachable', async () => {
    const d = await broken(() => [{ say: 'never' }])
    await d.endpoint.close()
    const threadId = await d.ask('Hello')
    await d.rest(threadId, 'idle')
    expect(failureOf(d.messages(threadId).at(-1))?.code).toBe('model-unreachable')
  })
})

describe('a full disk', () => {
  const fill = (d: Desk): void => {
    const pages = d.database.row(z.object({ page_count: z.number() }), 'pragma page_count', [])?.page_count ?? 0
    d.database.row(z.unknown(), `pragma max_page_count = ${String(pages)}`, [])
  }

  test('refuses a message instead of losing it, and what is there can still be read', async () => {
    const d = await desk({ script: () => [{ say: 'Yes.' }] })
    const threadId = await d.ask('Before')
    await d.rest(threadId, 'idle')
    fill(d)
    const sent = await d.assistant.send(ada, { threadId, messageId: 'm', text: 'x'.repeat(50_000) })
    expect(sent).toMatchObject({ ok: false, failure: { code: 'not-saved' } })
    expect(d.messages(threadId).map(textOf)).toEqual(['Before', 'Yes.'])
  })

  test('in the middle of an answer still shows the answer, and says that it was not saved', async () => {
    const filled: { desk: Desk | undefined } = { desk: undefined }
    const d = await desk({
      script: () => {
        if (filled.desk !== undefined) fill(filled.desk)
        return [{ say: 'y'.repeat(60_000) }]
      },
    })
    filled.desk = d
    const threadId = await d.ask('Long one')
    await d.rest(threadId, 'idle')
    const shown = d.events.findLast((event) => event.kind === 'message')
    expect(shown?.kind === 'message' && textOf(shown.message).length).toBe(60_000)
    expect(shown?.kind === 'message' && failureOf(shown.message)?.code).toBe('not-saved')
  })
})

describe('a session that ended', () => {
  test('makes an approved call wait again, with the way to sign in', async () => {
    const d = await desk({ script: sayAfterwards([create]) })
    const { threadId, call } = await askAndWait(d)
    d.signIn(null)
    await d.assistant.approve(ada, call.id, call.args)
    await d.until(() => d.calls(threadId)[0]?.failure?.code === 'session-expired')
    expect(d.calls(threadId)).toMatchObject([{ state: 'pending', failure: failure('session-expired') }])
    expect(writes(d)).toEqual([])
  })
})
