import { z } from 'zod'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { ToolCall } from '../../../src/contract/conversation'
import { failure } from '../../../src/main/platform/failures'
import type { Execution } from '../../../src/main/scalekit/port'
import { createAgentLoader } from '../../../src/main/assistant/agent'
import { fakeClock } from '../platform/fake-clock'
import { failureOf, openDesk, textOf, type Desk, type Setting } from './harness'
import { done, refused } from './fake-scalekit'
import type { Piece } from './model-endpoint'
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

describe('Try again beside a write that was refused', () => {
  test('asks the model again; the write itself waits for a new approval', async () => {
    const d = await desk({
      script: (_asked, number) => (number === 2 ? [{ say: 'It was refused.' }] : [create]),
      answer: ({ mayWrite }) => (mayWrite ? refused('tool-refused') : done({})),
    })
    const { threadId, call } = await askAndWait(d)
    await d.assistant.approve(ada, call.id, call.args)
    await d.rest(threadId, 'idle')
    expect(d.calls(threadId)).toMatchObject([{ state: 'failed', failure: { action: { kind: 'open-connections' } } }])
    await d.assistant.retry(ada, threadId)
    await d.rest(threadId, 'waiting')
    expect(d.calls(threadId).map(({ state }) => state)).toEqual(['failed', 'pending'])
    expect(writes(d)).toHaveLength(1)
  })
})

describe('A window that opens while an answer streams', () => {
  test('gets all of it so far, and none of that again', async () => {
    const clock = fakeClock()
    let goOn = (): void => undefined
    const hold = new Promise<void>((resolve) => {
      goOn = resolve
    })
    const d = await desk({ clock, script: () => [{ say: 'One. ' }, { say: 'Two. ' }, { hold }, { say: 'Three.' }] })
    const threadId = await d.ask('Count')
    await expect.poll(() => textOf(d.messages(threadId).at(-1)), { interval: 5 }).toBe('One. Two. ')
    const before = d.events.length
    clock.advance(5000)
    goOn()
    await d.rest(threadId, 'idle')
    const later = d.events.slice(before).flatMap((event) => (event.kind === 'delta' ? [event.text] : []))
    expect(later.join('')).toBe('Three.')
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
