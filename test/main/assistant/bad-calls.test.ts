import { afterEach, describe, expect, test } from 'vitest'
import { decideCall, mostOfOneTool } from '../../../src/main/assistant/policy'
import { madeUpName } from '../../../src/main/assistant/unknown-tool'
import { done, refused } from './fake-scalekit'
import { failureOf, openDesk, textOf, type Desk, type Setting } from './harness'
import { toolAnswers, type Piece } from './model-endpoint'
import { ada } from './people'

let desk: Desk
const open = async (setting: Setting): Promise<Desk> => {
  desk = await openDesk(setting)
  return desk
}
afterEach(() => desk.close())

const once =
  (...pieces: readonly Piece[]): Setting['script'] =>
  (_asked, number) =>
    number === 1 ? pieces : [{ say: 'So it is.' }]

const rocket: Piece = { call: 'monday_launch_rocket', args: { board_id: '1' } }
const create = { call: 'monday_item_create', args: { board_id: '48', item_name: 'Q3 launch brief' } } as const

const activity = () => {
  const page = desk.assistant.listActivity(ada, undefined)
  return page.ok ? page.value : { entries: [], connections: [] }
}

describe('a tool that is not there', () => {
  test('leaves a line and an entry of Activity, runs nothing, and the model goes on', async () => {
    await open({ script: once(rocket) })
    const threadId = await desk.ask('Launch')
    await desk.rest(threadId, 'idle')
    expect(desk.scalekit.executions).toEqual([])
    expect(desk.calls(threadId)).toMatchObject([
      {
        title: 'monday_launch_rocket',
        connection: '',
        state: 'failed',
        args: { board_id: '1' },
        failure: { code: 'tool-unknown', action: { kind: 'none' } },
      },
    ])
    expect(textOf(desk.messages(threadId).at(-1))).toContain('So it is.')
    expect(toolAnswers(desk.endpoint.asked[1])).toMatchObject([{ code: 'tool-unknown' }])
    const { entries, connections } = activity()
    expect(entries).toMatchObject([{ decision: 'refused', call: { tool: 'monday_launch_rocket', state: 'failed' } }])
    expect(connections).toEqual([])
    expect(desk.assistant.verifyActivity(ada)).toMatchObject({ ok: true, value: { problems: [] } })
    expect(desk.bugs).toEqual([])
  })

  test('can’t be approved', async () => {
    await open({ script: once(rocket) })
    const threadId = await desk.ask('Launch')
    await desk.rest(threadId, 'idle')
    const [call] = desk.calls(threadId)
    const reply = await desk.assistant.approve(ada, call?.id ?? '', { board_id: '1' })
    expect(reply).toMatchObject({ ok: false, failure: { code: 'approval-gone' } })
    expect(desk.scalekit.executions).toEqual([])
  })

  test('beside one that is there keeps nothing from it: the write waits', async () => {
    await open({ script: once(rocket, create), answer: () => done({ id: '57' }) })
    const threadId = await desk.ask('Launch and create')
    await desk.rest(threadId, 'waiting')
    expect(desk.calls(threadId).map(({ title, state }) => [title, state])).toEqual([
      ['monday_launch_rocket', 'failed'],
      ['Create item', 'pending'],
    ])
    const pending = desk.calls(threadId)[1]
    await desk.assistant.approve(ada, pending?.id ?? '', pending?.args ?? {})
    await desk.rest(threadId, 'idle')
    expect(desk.scalekit.executions.map(({ tool }) => tool).filter((tool) => tool !== 'monday_me_get')).toContain(
      'monday_item_create',
    )
  })

  test('is told under a name that a model’s provider takes, also in the next question', async () => {
    const name = `rocket ${'🚀'.repeat(40)}`
    await open({ script: once({ call: name, args: {} }) })
    const threadId = await desk.ask('Launch')
    await desk.rest(threadId, 'idle')
    await desk.ask('And now?', threadId)
    await desk.rest(threadId, 'idle')
    const names = desk.endpoint.asked
      .at(-1)
      ?.messages.flatMap(({ tool_calls: calls }) => (calls ?? []).map((call) => call.function.name))
    expect(names).toHaveLength(1)
    expect(names?.[0]).toMatch(/^[\w-]{1,64}$/)
  })

  test('is stopped at the fourth time', async () => {
    await open({ script: (_asked, number) => [{ call: 'monday_launch_rocket', args: { number } }] })
    const threadId = await desk.ask('Launch')
    await desk.rest(threadId, 'idle')
    expect(desk.calls(threadId)).toHaveLength(4)
    expect(failureOf(desk.messages(threadId).at(-1))).toMatchObject({
      code: 'calls-repeated',
      subject: 'monday_launch_rocket',
    })
  })

  test('has a name of one short line, without what can’t be seen', () => {
    expect(madeUpName('a\u202eb\n\u0000c\u200b')).toBe('a b c')
    expect(madeUpName('x'.repeat(500))).toHaveLength(80)
  })
})

describe('arguments that do not fit', () => {
  test('are said with the tool’s own reason, and nothing is sent', async () => {
    await open({ script: once({ call: 'monday_items_list', args: { limit: 'many' } }) })
    const threadId = await desk.ask('List')
    await desk.rest(threadId, 'idle')
    const [call] = desk.calls(threadId)
    expect(call?.failure).toMatchObject({ code: 'arguments-refused', action: { kind: 'none' } })
    expect(call?.failure?.detail).toContain('board_id')
    expect(activity().entries).toMatchObject([{ decision: 'refused' }])
    expect(desk.scalekit.executions).toEqual([])
  })

  test('by the provider’s own check can be corrected on the same card', async () => {
    let tries = 0
    await open({
      script: once(create),
      answer: ({ tool }) => {
        if (tool !== 'monday_item_create') return done({})
        tries += 1
        return tries === 1 ? refused('arguments-invalid', { detail: 'item_name: too short' }) : done({ id: '57' })
      },
    })
    const threadId = await desk.ask('Create')
    await desk.rest(threadId, 'waiting')
    const callId = desk.calls(threadId)[0]?.id ?? ''
    await desk.assistant.approve(ada, callId, create.args)
    await desk.until(() => desk.calls(threadId)[0]?.failure?.code === 'arguments-invalid')
    expect(desk.calls(threadId)).toMatchObject([{ state: 'pending' }])
    await desk.assistant.approve(ada, callId, { ...create.args, item_name: 'A longer name' })
    await desk.rest(threadId, 'idle')
    expect(desk.calls(threadId)[0]).toMatchObject({ state: 'done', args: { item_name: 'A longer name' } })
  })
})

describe('a model that runs in circles', () => {
  const facts = { risk: 'read', argumentsValid: true, occurrence: 1, granted: false, thirdParty: false } as const

  test('calls one tool at most forty times in a run, however different the arguments', () => {
    expect(decideCall({ ...facts, ofTool: mostOfOneTool })).toEqual({ kind: 'run' })
    expect(decideCall({ ...facts, ofTool: mostOfOneTool + 1 })).toEqual({ kind: 'refuse', reason: 'repeated' })
  })

  test('is stopped also when it asks for hundreds at once', async () => {
    const many = Array.from({ length: 300 }, (_, index) => ({
      call: 'monday_items_list',
      args: { board_id: String(index) },
    }))
    await open({ script: () => many, answer: () => done({}) })
    const threadId = await desk.ask('Flood')
    await desk.rest(threadId, 'idle')
    expect(desk.scalekit.executions).toHaveLength(mostOfOneTool)
    expect(desk.endpoint.asked).toHaveLength(1)
    expect(failureOf(desk.messages(threadId).at(-1))).toMatchObject({ code: 'calls-repeated', subject: 'List items' })
  })

  test('of different tools is told that there were too many steps', async () => {
    const calls = ['monday_items_list', 'monday_boards_list'] as const
    await open({
      script: (_asked, number) => [
        { call: calls[number % 2] ?? '', args: number % 2 === 0 ? { board_id: String(number) } : { page: number } },
      ],
      answer: () => done({}),
    })
    const threadId = await desk.ask('Wander')
    await desk.rest(threadId, 'idle')
    expect(desk.scalekit.executions).toHaveLength(12)
    expect(failureOf(desk.messages(threadId).at(-1))?.code).toBe('too-many-steps')
  })
})
