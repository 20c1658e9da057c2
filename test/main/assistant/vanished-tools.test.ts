import { afterEach, describe, expect, test } from 'vitest'
import type { JsonObject } from '../../../src/contract/json'
import type { ToolCall } from '../../../src/contract/conversation'
import { systemClock, type Clock } from '../../../src/main/platform/clock'
import { failure } from '../../../src/main/platform/failures'
import { done, refused } from './fake-scalekit'
import { fewTools, openDesk, textOf, type Desk, type Setting } from './harness'
import { toolAnswers } from './model-endpoint'
import { ada } from './people'

let desk: Desk
afterEach(() => desk.close())

const minutesLater = (): { readonly clock: Clock; readonly pass: (minutes: number) => void } => {
  let ahead = 0
  return {
    clock: { ...systemClock, now: () => systemClock.now() + ahead },
    pass: (minutes) => {
      ahead += minutes * 60_000
    },
  }
}

const create = { call: 'monday_item_create', args: { board_id: '48', item_name: 'Q3 launch brief' } } as const

const waiting = async (
  setting: Partial<Setting> = {},
): Promise<{ call: ToolCall; pass: (minutes: number) => void }> => {
  const { clock, pass } = minutesLater()
  desk = await openDesk({
    script: (_asked, number) => (number === 1 ? [create] : [{ say: 'Done.' }]),
    answer: () => done({ id: '57' }),
    clock,
    ...setting,
  })
  const threadId = await desk.ask('Create it')
  await desk.rest(threadId, 'waiting')
  const [call] = desk.calls(threadId)
  if (call === undefined) throw new Error('no card')
  return { call, pass }
}

const card = (call: ToolCall): ToolCall | undefined => desk.calls(call.threadId)[0]
const writes = (): number => desk.scalekit.executions.filter(({ mayWrite }) => mayWrite).length

const withSchema = (change: (schema: JsonObject) => JsonObject) =>
  fewTools().map((tool) =>
    tool.name === 'monday_item_create' ? { ...tool, inputSchema: change(tool.inputSchema) } : tool,
  )

describe('a tool that went away while its card waited', () => {
  test('is not called: the card says so, and works again once the tool is back', async () => {
    const { call, pass } = await waiting()
    pass(5)
    desk.scalekit.tools = fewTools().filter(({ name }) => name !== 'monday_item_create')
    await desk.assistant.approve(ada, call.id, call.args)
    await desk.until(() => card(call)?.failure?.code === 'tool-unknown')
    expect(card(call)).toMatchObject({
      state: 'pending',
      failure: { subject: 'Create item', action: { kind: 'none' } },
    })
    expect(writes()).toBe(0)
    desk.scalekit.tools = fewTools()
    await desk.assistant.approve(ada, call.id, call.args)
    await desk.rest(call.threadId, 'idle')
    expect(card(call)?.state).toBe('done')
    expect(writes()).toBe(1)
  })

  test('can be declined', async () => {
    const { call, pass } = await waiting()
    pass(5)
    desk.scalekit.tools = []
    await desk.assistant.approve(ada, call.id, call.args)
    await desk.until(() => card(call)?.failure?.code === 'tool-unknown')
    await desk.assistant.decline(ada, call.id)
    await desk.rest(call.threadId, 'idle')
    expect(card(call)?.state).toBe('declined')
    expect(writes()).toBe(0)
  })

  test('is missed also after a restart, when nothing is listed yet', async () => {
    const { call } = await waiting()
    desk = await desk.restart()
    desk.scalekit.tools = []
    await desk.assistant.approve(ada, call.id, call.args)
    await desk.until(() => card(call)?.failure?.code === 'tool-unknown')
    expect(writes()).toBe(0)
  })

  test('is not looked for again within a minute', async () => {
    const { call } = await waiting()
    desk.scalekit.tools = []
    await desk.assistant.approve(ada, call.id, call.args)
    await desk.rest(call.threadId, 'idle')
    expect(writes()).toBe(1)
  })

  test('is not offered to the model any more', async () => {
    const { call, pass } = await waiting()
    pass(5)
    desk.scalekit.tools = fewTools().filter(({ name }) => name !== 'monday_item_create')
    await desk.assistant.approve(ada, call.id, call.args)
    await desk.until(() => card(call)?.failure?.code === 'tool-unknown')
    await desk.ask('And now?', call.threadId)
    await desk.until(() => desk.endpoint.asked.length === 2)
    const offered = desk.endpoint.asked[1]?.tools.map((tool) => tool.function.name)
    expect(offered).toContain('monday_boards_list')
    expect(offered).not.toContain('monday_item_create')
  })
})

describe('a tool that takes other arguments now', () => {
  test('is not called with what was approved: the card asks for what it wants', async () => {
    const { call, pass } = await waiting()
    pass(5)
    desk.scalekit.tools = withSchema((schema) => ({ ...schema, required: ['board_id', 'item_name', 'group_id'] }))
    await desk.assistant.approve(ada, call.id, call.args)
    await desk.until(() => card(call)?.failure?.code === 'tool-changed')
    expect(card(call)).toMatchObject({
      state: 'pending',
      argsSchema: { required: ['board_id', 'item_name', 'group_id'] },
    })
    expect(card(call)?.failure?.detail).toContain('group_id')
    expect(writes()).toBe(0)
    await desk.assistant.approve(ada, call.id, { ...call.args, group_id: 'new' })
    await desk.rest(call.threadId, 'idle')
    expect(card(call)).toMatchObject({ state: 'done', args: { group_id: 'new' } })
    expect(writes()).toBe(1)
  })

  test('is called when it still takes what was approved', async () => {
    const { call, pass } = await waiting()
    pass(5)
    desk.scalekit.tools = withSchema((schema) => ({ ...schema, title: 'New' }))
    await desk.assistant.approve(ada, call.id, call.args)
    await desk.rest(call.threadId, 'idle')
    expect(writes()).toBe(1)
  })
})

test('tools that can’t be listed keep the call on its card', async () => {
  const { call, pass } = await waiting()
  pass(5)
  desk.scalekit.toolsFailure = failure('scalekit-unreachable')
  await desk.assistant.approve(ada, call.id, call.args)
  await desk.until(() => card(call)?.failure?.code === 'scalekit-unreachable')
  expect(writes()).toBe(0)
  desk.scalekit.toolsFailure = undefined
  await desk.assistant.approve(ada, call.id, call.args)
  await desk.rest(call.threadId, 'idle')
  expect(writes()).toBe(1)
})

test('a read whose tool went away between listing and running is told to the model and shown', async () => {
  desk = await openDesk({
    script: (_asked, number) => (number === 1 ? [{ call: 'monday_boards_list', args: {} }] : [{ say: 'Gone.' }]),
    answer: () => refused('tool-unknown', { subject: 'monday_boards_list' }),
  })
  const threadId = await desk.ask('List')
  await desk.rest(threadId, 'idle')
  expect(desk.calls(threadId)).toMatchObject([{ state: 'failed', failure: { code: 'tool-unknown' } }])
  expect(toolAnswers(desk.endpoint.asked[1])).toMatchObject([{ code: 'tool-unknown' }])
  expect(textOf(desk.messages(threadId).at(-1))).toContain('Gone.')
})
