import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { createAgentLoader } from '../../../../src/main/assistant/agent'
import type { ToolCall } from '../../../../src/contract/conversation'
import { done, lostAnswer } from '../fake-scalekit'
import { openDesk, textOf, type Desk, type Setting } from '../harness'
import type { Asked, Piece } from '../model-endpoint'
import { ada, grace } from '../people'

const open: Desk[] = []
const desk = async (setting: Setting): Promise<Desk> => {
  const opened = await openDesk(setting)
  open.push(opened)
  return opened
}
beforeAll(createAgentLoader(), 60_000)

afterEach(async () => {
  for (const one of open.splice(0)) {
    expect(one.bugs).toEqual([])
    await one.close()
  }
})

const create: Piece = { call: 'monday_item_create', args: { board_id: '1', item_name: 'Brief' } }

const said = (asked: Asked | undefined): unknown[] =>
  (asked?.messages ?? []).filter(({ role }) => role === 'user' || role === 'assistant').map(({ content }) => content)

const lastSaid = (asked: Asked): unknown => said(asked).at(-1)

/** Answers a question with its number, so that answers can be told apart. */
const numbered: Setting['script'] = (_asked, number) => [{ say: `Answer ${String(number)}` }]

const texts = (d: Desk, threadId: string): string[] => d.messages(threadId).map(textOf)
const idOf = (d: Desk, threadId: string, index: number): string => d.messages(threadId).at(index)?.id ?? ''
const writes = (d: Desk): number => d.scalekit.executions.filter(({ mayWrite }) => mayWrite).length

const previousOf = (d: Desk, threadId: string, index = 0): string => d.messages(threadId)[index]?.branch?.previous ?? ''

const callIn = (d: Desk, threadId: string): ToolCall => {
  const [call] = d.calls(threadId)
  if (call === undefined) throw new Error('There is no call')
  return call
}

const edit = async (d: Desk, [threadId, index]: readonly [string, number], text: string): Promise<void> => {
  const messageId = idOf(d, threadId, index)
  expect(await d.assistant.edit(ada, { messageId, newId: `new-${text}`, text })).toEqual({ ok: true, value: null })
}

describe('a message that is said differently', () => {
  test('is answered from there, and what was said before is kept beside it, with what followed', async () => {
    const d = await desk({ script: numbered })
    const threadId = await d.ask('One')
    await d.rest(threadId, 'idle')
    await d.ask('Two', threadId)
    await d.rest(threadId, 'idle')
    await edit(d, [threadId, 0], 'Uno')
    await d.rest(threadId, 'idle')
    expect(texts(d, threadId)).toEqual(['Uno', 'Answer 3'])
    expect(said(d.endpoint.asked.at(-1))).toEqual(['Uno'])
    const [first] = d.messages(threadId)
    expect(first?.branch).toMatchObject({ index: 1, count: 2, doneElsewhere: 0 })

    expect(d.assistant.showVersion(ada, previousOf(d, threadId)).ok).toBe(true)
    expect(texts(d, threadId)).toEqual(['One', 'Answer 1', 'Two', 'Answer 2'])
    expect(d.messages(threadId)[0]?.branch).toMatchObject({ index: 0, count: 2, next: 'new-Uno' })
    await d.ask('Three', threadId)
    await d.rest(threadId, 'idle')
    expect(said(d.endpoint.asked.at(-1))).toEqual(['One', 'Answer 1', 'Two', 'Answer 2', 'Three'])
    expect(d.endpoint.asked).toHaveLength(4)
  })

  test('is stored once when the window repeats it, and is nobody else’s to change', async () => {
    const d = await desk({ script: numbered })
    const threadId = await d.ask('One')
    await d.rest(threadId, 'idle')
    const messageId = idOf(d, threadId, 0)
    const edited = { messageId, newId: 'again', text: 'Uno' }
    expect(await d.assistant.edit(grace, edited)).toMatchObject({ failure: { code: 'not-found' } })
    await d.assistant.edit(ada, edited)
    await d.assistant.edit(ada, edited)
    await d.rest(threadId, 'idle')
    expect(texts(d, threadId)).toEqual(['Uno', 'Answer 2'])
    expect(d.assistant.showVersion(grace, messageId)).toMatchObject({ failure: { code: 'not-found' } })
    expect(d.assistant.regenerate(grace, { messageId: idOf(d, threadId, 1), newId: 'hers' })).toMatchObject({
      failure: { code: 'not-found' },
    })
  })

  test('keeps what is being typed across a restart, until it is sent', async () => {
    const d = await desk({ script: numbered })
    const threadId = await d.ask('One')
    await d.rest(threadId, 'idle')
    d.assistant.saveEdit(ada, idOf(d, threadId, 0), 'Half of it')
    d.assistant.saveEdit(grace, idOf(d, threadId, 0), 'Hers')
    const next = await d.restart()
    open.splice(0, 1, next)
    expect(next.messages(threadId)[0]?.edit).toBe('Half of it')
    await edit(next, [threadId, 0], 'All of it')
    await next.rest(threadId, 'idle')
    expect(next.messages(threadId)[0]?.edit).toBeUndefined()
    next.assistant.showVersion(ada, previousOf(next, threadId))
    expect(next.messages(threadId)[0]?.edit).toBeUndefined()
  })

  test('tells the windows which path is shown now', async () => {
    const d = await desk({ script: numbered })
    const threadId = await d.ask('One')
    await d.rest(threadId, 'idle')
    await d.ask('Two', threadId)
    await d.rest(threadId, 'idle')
    const after = idOf(d, threadId, 1)
    await edit(d, [threadId, 2], 'Dos')
    expect(d.events.findLast(({ kind }) => kind === 'path-changed')).toMatchObject({
      after,
      messages: [{ id: after }, { id: 'new-Dos', branch: { index: 1, count: 2 } }],
    })
  })
})

describe('an answer that is tried again', () => {
  test('stands beside the first one, and the model is not told of that', async () => {
    const d = await desk({ script: numbered })
    const threadId = await d.ask('One')
    await d.rest(threadId, 'idle')
    d.assistant.regenerate(ada, { messageId: idOf(d, threadId, 1), newId: 'second' })
    await d.rest(threadId, 'idle')
    expect(texts(d, threadId)).toEqual(['One', 'Answer 2'])
    expect(said(d.endpoint.asked.at(-1))).toEqual(['One'])
    d.assistant.showVersion(ada, previousOf(d, threadId, 1))
    expect(texts(d, threadId)).toEqual(['One', 'Answer 1'])
  })

  test('repeats no change by itself: the same call gets a card of its own, and what was done is said', async () => {
    const d = await desk({
      script: (asked) => (lastSaid(asked) === 'Create it' ? [create] : [{ say: 'Created.' }]),
      answer: () => done({ id: '7' }),
    })
    const threadId = await d.ask('Create it')
    await d.rest(threadId, 'waiting')
    const call = callIn(d, threadId)
    await d.assistant.approve(ada, call.id, call.args)
    await d.rest(threadId, 'idle')
    expect(writes(d)).toBe(1)
    d.assistant.regenerate(ada, { messageId: idOf(d, threadId, 1), newId: 'second' })
    await d.rest(threadId, 'waiting')
    const again = callIn(d, threadId)
    expect(again).toMatchObject({ state: 'pending' })
    expect(again.id).not.toBe(call.id)
    expect(d.messages(threadId)[1]?.branch).toMatchObject({ count: 2, doneElsewhere: 1 })
    expect(writes(d)).toBe(1)
    // An approval of the first version's call, clicked late or twice, changes nothing.
    await d.assistant.approve(ada, call.id, call.args)
    expect(writes(d)).toBe(1)
    // It can be taken back where it is shown only.
    expect(await d.assistant.undo(ada, call.id)).toMatchObject({ failure: { code: 'approval-gone' } })
  })
})

describe('a path that is left', () => {
  test('withdraws what waits there; approving it late runs nothing', async () => {
    const d = await desk({ script: (asked) => (lastSaid(asked) === 'Create it' ? [create] : [{ say: 'Fine.' }]) })
    const threadId = await d.ask('Create it')
    await d.rest(threadId, 'waiting')
    const call = callIn(d, threadId)
    await edit(d, [threadId, 0], 'Leave it')
    await d.rest(threadId, 'idle')
    expect(await d.assistant.approve(ada, call.id, call.args)).toMatchObject({
      failure: { code: 'approval-gone' },
    })
    d.assistant.showVersion(ada, previousOf(d, threadId))
    expect(d.calls(threadId)).toMatchObject([{ id: call.id, state: 'withdrawn' }])
    expect(d.assistant.listThreads(ada)).toMatchObject({ value: [{ run: 'idle' }] })
    expect(d.assistant.listActivity(ada, undefined)).toMatchObject({ value: { entries: [{ decision: 'withdrawn' }] } })
    expect(writes(d)).toBe(0)
  })

  test('keeps what was sent: it ends as it ends, starts nothing, and is told where it is shown again', async () => {
    let answer: (outcome: ReturnType<typeof done>) => void = () => undefined
    const d = await desk({
      script: (asked) => (lastSaid(asked) === 'Create it' ? [create] : [{ say: 'Fine.' }]),
      answer: () =>
        new Promise((resolve) => {
          answer = resolve
        }),
    })
    const threadId = await d.ask('Create it')
    await d.rest(threadId, 'waiting')
    const call = callIn(d, threadId)
    await d.assistant.approve(ada, call.id, call.args)
    await expect.poll(() => writes(d), { timeout: 4000 }).toBe(1)
    await edit(d, [threadId, 0], 'Leave it')
    await d.rest(threadId, 'idle')
    const asked = d.endpoint.asked.length
    answer(done({ id: '7' }))
    await d.until(() => d.events.some((event) => event.kind === 'tool-call' && event.call.state === 'done'))
    expect(d.endpoint.asked).toHaveLength(asked)
    expect(texts(d, threadId)).toEqual(['Leave it', 'Fine.'])
    d.assistant.showVersion(ada, previousOf(d, threadId))
    expect(d.calls(threadId)).toMatchObject([{ state: 'done' }])
    await d.ask('And now?', threadId)
    await d.rest(threadId, 'idle')
    expect(JSON.stringify(d.endpoint.asked.at(-1)?.messages)).toContain('7')
  })

  test('keeps an unknown outcome, and finding out about it starts nothing elsewhere', async () => {
    const d = await desk({
      script: (asked) => (lastSaid(asked) === 'Create it' ? [create] : [{ say: 'Fine.' }]),
      answer: ({ mayWrite }) => (mayWrite ? lostAnswer : done({ items: [] })),
    })
    const threadId = await d.ask('Create it')
    await d.rest(threadId, 'waiting')
    const call = callIn(d, threadId)
    await d.assistant.approve(ada, call.id, call.args)
    await d.rest(threadId, 'idle')
    await edit(d, [threadId, 0], 'Leave it')
    await d.rest(threadId, 'idle')
    const asked = d.endpoint.asked.length
    await d.assistant.settle(ada, call.id, true)
    expect(d.endpoint.asked).toHaveLength(asked)
    expect(texts(d, threadId)).toEqual(['Leave it', 'Fine.'])
  })

  test('is not gone on with when its connection comes back', async () => {
    let connected = false
    const d = await desk({
      script: (asked) =>
        lastSaid(asked) === 'Read it' ? [{ call: 'monday_boards_list', args: {} }] : [{ say: 'Fine.' }],
      answer: () =>
        connected
          ? done({ boards: [] })
          : {
              kind: 'refused',
              failure: { code: 'connection-expired', action: { kind: 'none' } },
              executionId: undefined,
            },
    })
    const threadId = await d.ask('Read it')
    await d.rest(threadId, 'waiting')
    await edit(d, [threadId, 0], 'Leave it')
    await d.rest(threadId, 'idle')
    const before = [d.scalekit.executions.length, d.endpoint.asked.length]
    connected = true
    d.connections.set('monday', 'connected')
    await new Promise(setImmediate)
    expect([d.scalekit.executions.length, d.endpoint.asked.length]).toEqual(before)
  })

  test('ends what is being said there', async () => {
    const hold = new Promise<void>(() => undefined)
    const d = await desk({
      script: (asked) => (lastSaid(asked) === 'Talk' ? [{ say: 'I am ' }, { hold }] : [{ say: 'Fine.' }]),
    })
    const threadId = await d.ask('Talk')
    await d.until(() => d.events.some(({ kind }) => kind === 'delta'))
    await edit(d, [threadId, 0], 'Hush')
    await d.rest(threadId, 'idle')
    expect(texts(d, threadId)).toEqual(['Hush', 'Fine.'])
    d.assistant.showVersion(ada, previousOf(d, threadId))
    expect(d.messages(threadId).at(-1)).toMatchObject({ status: 'stopped', parts: [{ text: 'I am ' }] })
  })
})

describe('an answer that was stopped', () => {
  test('goes on in the same thread, told that it was cut off', async () => {
    const hold = new Promise<void>(() => undefined)
    const d = await desk({
      script: (_asked, number) => (number === 1 ? [{ say: 'Lighthouses ' }, { hold }] : [{ say: 'are tall.' }]),
    })
    const threadId = await d.ask('Talk')
    await d.until(() => d.events.some(({ kind }) => kind === 'delta'))
    d.assistant.stop(ada, threadId)
    expect(d.assistant.goOn(grace, threadId)).toMatchObject({ failure: { code: 'not-found' } })
    expect(d.assistant.goOn(ada, threadId)).toEqual({ ok: true, value: null })
    await d.rest(threadId, 'idle')
    expect(texts(d, threadId)).toEqual(['Talk', 'Lighthouses ', 'are tall.'])
    expect(said(d.endpoint.asked.at(-1))).toEqual(['Talk', 'Lighthouses ', expect.stringContaining('Go on exactly')])
    // There is nothing more to go on with.
    expect(d.assistant.goOn(ada, threadId)).toMatchObject({ failure: { code: 'not-found' } })
  })
})
