import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { createAgentLoader } from '../../../src/main/assistant/agent'
import { done, refused } from './fake-scalekit'
import { failureOf, openDesk, textOf, type Desk, type Setting } from './harness'
import { toolAnswers, type Piece } from './model-endpoint'
import { ada, grace } from './people'

const open: Desk[] = []
const desk = async (setting: Setting): Promise<Desk> => {
  const opened = await openDesk(setting)
  open.push(opened)
  return opened
}
// Loading the agent's code takes seconds on a busy machine; no test should pay for it.
beforeAll(createAgentLoader(), 60_000)

afterEach(async () => {
  for (const one of open.splice(0)) {
    expect(one.bugs).toEqual([])
    await one.close()
  }
})

const create: Piece = { call: 'monday_item_create', args: { board_id: '1', item_name: 'Q3 launch brief' } }
const list: Piece = { call: 'monday_items_list', args: { board_id: '1' } }
const remove: Piece = { call: 'monday_item_delete', args: { item_id: '9' } }

describe('a question', () => {
  test('is answered in a message that streams, and the thread carries its words as a title', async () => {
    const d = await desk({ script: () => [{ say: 'Hello ' }, { say: 'Ada.' }] })
    const threadId = await d.ask('Who am I?')
    await d.rest(threadId, 'idle')
    const [question, answer] = d.messages(threadId)
    expect(textOf(question)).toBe('Who am I?')
    expect(textOf(answer)).toBe('Hello Ada.')
    expect(answer?.status).toBe('complete')
    const threads = d.assistant.listThreads(ada)
    expect(threads.ok && threads.value.map(({ title, run }) => [title, run])).toEqual([['Who am I?', 'idle']])
    const deltas = d.events.flatMap((event) => (event.kind === 'delta' ? [event.text] : []))
    expect(deltas.join('')).toBe('Hello Ada.')
  })

  test('that needs looking things up runs reads by itself, journaled, and tells the model that results are data', async () => {
    const d = await desk({
      script: (_asked, number) => (number === 1 ? [list] : [{ say: 'Two items.' }]),
      answer: () => done({ items: ['a', 'b'] }),
    })
    const threadId = await d.ask('What is on the board?')
    await d.rest(threadId, 'idle')
    expect(d.scalekit.executions).toMatchObject([
      { tool: 'monday_items_list', args: { board_id: '1' }, mayWrite: false, accountId: 'monday-1' },
    ])
    expect(d.calls(threadId)).toMatchObject([{ tool: 'monday_items_list', state: 'done', risk: 'read' }])
    expect(toolAnswers(d.endpoint.asked[1])).toEqual([{ untrusted: true, data: { items: ['a', 'b'] } }])
    expect(textOf(d.messages(threadId)[1])).toBe('Two items.')
  })

  test('that a provider refuses lets the model explain', async () => {
    const d = await desk({
      script: (_asked, number) => (number === 1 ? [list] : [{ say: 'You may not see it.' }]),
      answer: () => refused('tool-refused', { detail: 'no such board for you' }),
    })
    const threadId = await d.ask('What is on the board?')
    await d.rest(threadId, 'idle')
    expect(toolAnswers(d.endpoint.asked[1])).toMatchObject([{ code: 'tool-refused', detail: 'no such board for you' }])
    expect(d.calls(threadId)).toMatchObject([{ state: 'failed', failure: { code: 'tool-refused' } }])
  })

  test('that comes twice with the same id is stored and answered once', async () => {
    const d = await desk({ script: () => [{ say: 'Once.' }] })
    const sent = await d.assistant.send(ada, { threadId: null, messageId: 'm-1', text: 'Hi' })
    const again = await d.assistant.send(ada, { threadId: null, messageId: 'm-1', text: 'Hi' })
    expect(again).toEqual(sent)
    const threadId = sent.ok ? sent.value.threadId : ''
    await d.rest(threadId, 'idle')
    expect(d.messages(threadId)).toHaveLength(2)
    expect(d.endpoint.asked).toHaveLength(1)
  })

  test('sent while the model is speaking is answered after it', async () => {
    const gate: { open: () => void } = { open: () => undefined }
    const hold = new Promise<void>((resolve) => (gate.open = resolve))
    const d = await desk({
      script: (_asked, number) => (number === 1 ? [{ say: 'First.' }, { hold }] : [{ say: 'Second.' }]),
    })
    const threadId = await d.ask('One')
    await d.until(() => d.events.some((event) => event.kind === 'delta'))
    await d.ask('Two', threadId)
    gate.open()
    await d.until(() => d.messages(threadId).at(-1)?.status === 'complete' && d.messages(threadId).length === 4)
    expect(d.messages(threadId).map(textOf)).toEqual(['One', 'First.', 'Two', 'Second.'])
  })
})

describe('a write', () => {
  const script: Setting['script'] = (_asked, number) =>
    number === 1 ? [{ say: 'I will. ' }, create] : [{ say: 'Created 77.' }]

  test('waits for the person, runs exactly what was approved, once, and the model hears the result', async () => {
    const d = await desk({ script, answer: () => done({ create_item: { id: '77' } }) })
    const threadId = await d.ask('Create it')
    await d.rest(threadId, 'waiting')
    const [call] = d.calls(threadId)
    if (call === undefined) throw new Error('no card')
    expect(call).toMatchObject({ state: 'pending', risk: 'write', title: 'Create item', providerName: 'Monday.com' })
    expect(d.scalekit.executions.filter(({ mayWrite }) => mayWrite)).toEqual([])
    const twice = await Promise.all([
      d.assistant.approve(ada, call.id, call.args),
      d.assistant.approve(ada, call.id, call.args),
    ])
    expect(twice.map(({ ok }) => ok)).toEqual([true, true])
    await d.rest(threadId, 'idle')
    expect(d.scalekit.executions.filter(({ mayWrite }) => mayWrite)).toMatchObject([{ args: call.args }])
    expect(d.calls(threadId)).toMatchObject([{ state: 'done', executionId: 'exec-1', edited: false }])
    expect(toolAnswers(d.endpoint.asked[1])).toEqual([{ untrusted: true, data: { create_item: { id: '77' } } }])
    expect(d.messages(threadId).map(textOf)).toEqual(['Create it', 'I will. ', 'Created 77.'])
  })

  test('runs with the arguments that the person changed, and tells the model that they were changed', async () => {
    const d = await desk({ script })
    const threadId = await d.ask('Create it')
    await d.rest(threadId, 'waiting')
    const [call] = d.calls(threadId)
    await d.assistant.approve(ada, call?.id ?? '', { board_id: '2', item_name: 'Other' })
    await d.rest(threadId, 'idle')
    expect(d.scalekit.executions.filter(({ mayWrite }) => mayWrite)).toMatchObject([
      { args: { board_id: '2', item_name: 'Other' } },
    ])
    expect(d.calls(threadId)).toMatchObject([{ edited: true, args: { board_id: '2', item_name: 'Other' } }])
    expect(toolAnswers(d.endpoint.asked[1])).toEqual([
      expect.objectContaining({ note: 'The person changed the arguments before approving.' }),
    ])
  })

  test('is not approved with arguments that its schema refuses', async () => {
    const d = await desk({ script })
    const threadId = await d.ask('Create it')
    await d.rest(threadId, 'waiting')
    const [call] = d.calls(threadId)
    const answer = await d.assistant.approve(ada, call?.id ?? '', { board_id: 5 })
    expect(answer).toMatchObject({ ok: false, failure: { code: 'arguments-invalid' } })
    expect(d.calls(threadId)).toMatchObject([{ state: 'pending' }])
  })

  test('that is declined is not done, and the model is told so', async () => {
    const d = await desk({ script })
    const threadId = await d.ask('Create it')
    await d.rest(threadId, 'waiting')
    await d.assistant.decline(ada, d.calls(threadId)[0]?.id ?? '')
    await d.rest(threadId, 'idle')
    expect(d.scalekit.executions.filter(({ mayWrite }) => mayWrite)).toEqual([])
    expect(toolAnswers(d.endpoint.asked[1])).toMatchObject([{ declined: true }])
    expect(d.calls(threadId)).toMatchObject([{ state: 'declined' }])
  })

  test('does not exist for another person', async () => {
    const d = await desk({ script })
    const threadId = await d.ask('Create it')
    await d.rest(threadId, 'waiting')
    const [call] = d.calls(threadId)
    const callId = call?.id ?? ''
    d.signIn(grace)
    expect(await d.assistant.approve(grace, callId, call?.args ?? {})).toMatchObject({ failure: { code: 'not-found' } })
    expect(await d.assistant.decline(grace, callId)).toMatchObject({ failure: { code: 'not-found' } })
    expect(await d.assistant.readBack(grace, callId)).toMatchObject({ failure: { code: 'not-found' } })
    expect(d.assistant.listThreads(grace)).toEqual({ ok: true, value: [] })
    expect(d.assistant.openThread(grace, threadId, undefined)).toMatchObject({ failure: { code: 'not-found' } })
    expect(d.assistant.listActivity(grace, undefined)).toEqual({ ok: true, value: { entries: [], connections: [] } })
  })

  test('approved by its owner is not sent once somebody else is signed in', async () => {
    const d = await desk({ script })
    const threadId = await d.ask('Create it')
    await d.rest(threadId, 'waiting')
    const [call] = d.calls(threadId)
    d.signIn(grace)
    await d.assistant.approve(ada, call?.id ?? '', call?.args ?? {})
    await d.until(() => d.calls(threadId)[0]?.failure?.code === 'not-signed-in')
    expect(d.calls(threadId)).toMatchObject([{ state: 'pending' }])
    expect(d.scalekit.executions.filter(({ mayWrite }) => mayWrite)).toEqual([])
  })
})

describe('several calls in one step', () => {
  test('reads run, writes wait, and the model goes on when all are decided', async () => {
    const d = await desk({
      script: (_asked, number) => (number === 1 ? [list, create, remove] : [{ say: 'All settled.' }]),
      answer: ({ tool }) => done({ tool }),
    })
    const threadId = await d.ask('Do it all')
    await d.rest(threadId, 'waiting')
    expect(d.calls(threadId).map(({ tool, state, risk }) => [tool, state, risk])).toEqual([
      ['monday_items_list', 'done', 'read'],
      ['monday_item_create', 'pending', 'write'],
      ['monday_item_delete', 'pending', 'destructive'],
    ])
    const [, first, second] = d.calls(threadId)
    await d.assistant.decline(ada, second?.id ?? '')
    expect(d.endpoint.asked).toHaveLength(1)
    await d.assistant.approve(ada, first?.id ?? '', first?.args ?? {})
    await d.rest(threadId, 'idle')
    expect(toolAnswers(d.endpoint.asked[1])).toMatchObject([
      { data: { tool: 'monday_items_list' } },
      { data: { tool: 'monday_item_create' } },
      { declined: true },
    ])
    const activity = d.assistant.listActivity(ada, undefined)
    expect(activity.ok && activity.value.entries.map(({ decision, threadTitle }) => [decision, threadTitle])).toEqual([
      ['declined', 'Do it all'],
      ['approved', 'Do it all'],
      ['automatic', 'Do it all'],
    ])
  })

  test('a call of a tool that is not there beside a write leaves nothing unanswered', async () => {
    const d = await desk({
      script: (_asked, number) => (number === 1 ? [{ call: 'no_such_tool', args: {} }, create] : [{ say: 'Done.' }]),
    })
    const threadId = await d.ask('Do it')
    await d.rest(threadId, 'waiting')
    expect(d.endpoint.asked).toHaveLength(1)
    const call = d.calls(threadId).find(({ state }) => state === 'pending')
    await d.assistant.approve(ada, call?.id ?? '', call?.args ?? {})
    await d.rest(threadId, 'idle')
    expect(textOf(d.messages(threadId).at(-1))).toBe('Done.')
  })

  test('a question asked while a call waits is answered; deciding later goes on from there', async () => {
    const d = await desk({
      script: (_asked, number) =>
        [[create], [{ say: 'Still waiting.' }], [{ say: 'Now it is done.' }]][number - 1] ?? [],
      answer: () => done({ id: '5' }),
    })
    const threadId = await d.ask('Create it')
    await d.rest(threadId, 'waiting')
    await d.ask('What is up?', threadId)
    await d.until(
      () =>
        textOf(d.messages(threadId).at(-1)) === 'Still waiting.' && d.messages(threadId).at(-1)?.status === 'complete',
    )
    expect(toolAnswers(d.endpoint.asked[1])).toMatchObject([{ pending: true }])
    const [call] = d.calls(threadId)
    await d.assistant.approve(ada, call?.id ?? '', call?.args ?? {})
    await d.rest(threadId, 'idle')
    const answers = toolAnswers(d.endpoint.asked[2])
    expect(answers).toMatchObject([{ pending: true }, { data: { id: '5' } }])
    expect(d.endpoint.asked[2]?.messages.at(-1)?.role).toBe('tool')
    expect(textOf(d.messages(threadId).at(-1))).toBe('Now it is done.')
  })
})

describe('arguments that do not fit', () => {
  test('are never shown for approval: the model hears why, and only so often', async () => {
    const d = await desk({ script: () => [{ call: 'monday_item_create', args: { board_id: 1 } }] })
    const threadId = await d.ask('Create it')
    await d.rest(threadId, 'idle')
    expect(
      d.calls(threadId).every(({ state, failure }) => state === 'failed' && failure?.code === 'arguments-refused'),
    ).toBe(true)
    expect(d.endpoint.asked).toHaveLength(4)
    expect(toolAnswers(d.endpoint.asked[1])).toMatchObject([{ code: 'arguments-refused' }])
  })

  test('of a read are told to the model without a call', async () => {
    const d = await desk({
      script: (_asked, number) =>
        number === 1 ? [{ call: 'monday_items_list', args: {} }] : [{ say: 'Which board?' }],
    })
    const threadId = await d.ask('List')
    await d.rest(threadId, 'idle')
    expect(d.scalekit.executions).toEqual([])
    expect(d.calls(threadId)).toMatchObject([{ state: 'failed', failure: { code: 'arguments-refused' } }])
  })
})

describe('a model that runs in circles', () => {
  test('is stopped at the fourth identical call', async () => {
    const d = await desk({ script: () => [list], answer: () => done({}) })
    const threadId = await d.ask('Loop')
    await d.rest(threadId, 'idle')
    expect(d.scalekit.executions).toHaveLength(3)
    expect(failureOf(d.messages(threadId).at(-1))?.code).toBe('calls-repeated')
  })

  test('is stopped after twelve steps', async () => {
    const d = await desk({
      script: (_asked, number) => [{ call: 'monday_items_list', args: { board_id: String(number) } }],
      answer: () => done({}),
    })
    const threadId = await d.ask('Wander')
    await d.rest(threadId, 'idle')
    expect(d.scalekit.executions).toHaveLength(12)
    expect(failureOf(d.messages(threadId).at(-1))?.code).toBe('calls-repeated')
  })
})
