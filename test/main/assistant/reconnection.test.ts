import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { ToolCall } from '../../../src/contract/conversation'
import type { FailureCode } from '../../../src/contract/failure'
import type { Execution, ExecutionOutcome } from '../../../src/main/scalekit/port'
import { createAgentLoader } from '../../../src/main/assistant/agent'
import { done, refused } from './fake-scalekit'
import { openDesk, textOf, type Desk, type Setting } from './harness'
import { toolAnswers, type Asked, type Piece } from './model-endpoint'
import { ada } from './people'

const open: Desk[] = []
const keep = (opened: Desk): Desk => {
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
const list: Piece = { call: 'monday_items_list', args: { board_id: '1' } }
const sayAfterwards =
  (first: readonly Piece[]) =>
  (asked: Asked): readonly Piece[] =>
    asked.messages.some(({ role }) => role === 'tool') ? [{ say: 'That is that.' }] : first

const meAs = (name: string, email: string): ExecutionOutcome =>
  done({ data: { me: { name, email, account: { name: 'Northwind' } } } })
const asAda = meAs('Ada Lovelace', 'ada@northwind.example')
const asBen = meAs('Ben Okafor', 'ben@northwind.example')

type World = { who: ExecutionOutcome; broken: FailureCode | null }

const openWorld = async (script: Setting['script']): Promise<{ readonly d: Desk; readonly world: World }> => {
  const world: World = { who: asAda, broken: null }
  const d = await openDesk({ script })
  d.scalekit.answer = ({ tool }) => {
    if (tool === 'monday_me_get') return world.who
    if (tool === 'monday_boards_list') return done({})
    return world.broken === null ? done({ id: '7' }) : refused(world.broken)
  }
  return { d, world }
}

const writes = (d: Desk): readonly Execution[] => d.scalekit.executions.filter(({ mayWrite }) => mayWrite)

const call = (d: Desk, threadId: string): ToolCall => {
  const [one] = d.calls(threadId)
  if (one === undefined) throw new Error('no call')
  return one
}

const approvedButBroken = async (d: Desk, world: World, broken: FailureCode): Promise<string> => {
  const threadId = await d.ask('Create it')
  await d.until(() => d.calls(threadId)[0]?.account.label)
  world.broken = broken
  await d.assistant.approve(ada, call(d, threadId).id, { board_id: '1', item_name: 'Approved' })
  await d.until(() => d.calls(threadId)[0]?.failure?.code === broken)
  return threadId
}

const readThatBroke = async (d: Desk, world: World, broken: FailureCode): Promise<string> => {
  const before = await d.ask('Create it')
  await d.until(() => d.calls(before)[0]?.account.label)
  world.broken = broken
  const threadId = await d.ask('Look')
  await d.rest(threadId, 'waiting')
  return threadId
}

const reconnect = (d: Desk): void => {
  d.connections.set('monday', 'not-connected')
  d.connections.set('monday', 'connected')
}

const codes = ['connection-expired', 'connection-revoked', 'connection-scope-missing'] as const

describe.each(codes)('%s', (broken) => {
  test('under an approved write: through a restart that changes nothing, then the same call goes on once', async () => {
    const { d: before, world } = await openWorld(sayAfterwards([create]))
    const threadId = await approvedButBroken(before, world, broken)
    expect(call(before, threadId)).toMatchObject({
      state: 'pending',
      failure: { subject: 'Monday.com', action: { kind: 'reconnect', connection: 'monday' } },
    })
    const d = keep(await before.restart())
    d.connections.readFirst()
    await d.until(() => writes(d).length === 2 && call(d, threadId).state === 'pending')
    expect(call(d, threadId)).toMatchObject({ failure: { code: broken, action: { kind: 'reconnect' } } })
    world.broken = null
    reconnect(d)
    await d.rest(threadId, 'idle')
    expect(call(d, threadId)).toMatchObject({ state: 'done', args: { board_id: '1', item_name: 'Approved' } })
    expect(new Set(writes(d).map(({ args }) => JSON.stringify(args))).size).toBe(1)
    expect(writes(d)).toHaveLength(3)
    expect(textOf(d.messages(threadId).at(-1))).toBe('That is that.')
  })

  test('under a read: through a restart that changes nothing, then the same read goes on', async () => {
    const before = await openDesk({ script: sayAfterwards([list]), answer: () => refused(broken) })
    const threadId = await before.ask('What is there?')
    await before.rest(threadId, 'waiting')
    const d = keep(await before.restart())
    d.connections.readFirst()
    await d.until(() => d.scalekit.executions.filter(({ tool }) => tool === 'monday_items_list').length === 2)
    await d.until(() => call(d, threadId).state === 'failed')
    expect(d.endpoint.asked).toHaveLength(0)
    d.scalekit.answer = ({ tool }) => (tool === 'monday_me_get' ? asAda : done({ items: ['a'] }))
    reconnect(d)
    await d.rest(threadId, 'idle')
    expect(toolAnswers(d.endpoint.asked[0])).toMatchObject([{ data: { items: ['a'] } }])
  })

  test('and somebody else came back: the write says who it was and who it is, and waits for a new approval', async () => {
    const { d, world } = await openWorld(sayAfterwards([create]))
    keep(d)
    const threadId = await approvedButBroken(d, world, broken)
    Object.assign(world, { broken: null, who: asBen })
    reconnect(d)
    await d.until(() => call(d, threadId).failure?.code === 'account-changed')
    expect(call(d, threadId)).toMatchObject({
      state: 'pending',
      account: { label: 'Ben Okafor', email: 'ben@northwind.example' },
      failure: {
        subject: 'Ada Lovelace (ada@northwind.example), Northwind',
        detail: 'Ben Okafor (ben@northwind.example), Northwind',
      },
    })
    expect(writes(d)).toHaveLength(1)
    reconnect(d)
    await d.until(() => d.calls(threadId)[0]?.state === 'pending')
    expect(writes(d)).toHaveLength(1)
    await d.assistant.approve(ada, call(d, threadId).id, call(d, threadId).args)
    await d.rest(threadId, 'idle')
    expect(call(d, threadId)).toMatchObject({ state: 'done', account: { label: 'Ben Okafor' } })
    expect(writes(d)).toHaveLength(2)
  })
})

test('somebody else came back: a read stops and says so, and goes on when the person lets it', async () => {
  const { d, world } = await openWorld((asked) =>
    asked.messages.some(({ role }) => role === 'tool')
      ? [{ say: 'I see.' }]
      : [JSON.stringify(asked.messages.at(-1)).includes('Look') ? list : create],
  )
  keep(d)
  const threadId = await readThatBroke(d, world, 'connection-expired')
  Object.assign(world, { broken: null, who: asBen })
  reconnect(d)
  await d.until(() => call(d, threadId).failure?.code === 'account-changed')
  await d.rest(threadId, 'idle')
  expect(call(d, threadId)).toMatchObject({
    state: 'failed',
    failure: { subject: 'Ada Lovelace (ada@northwind.example), Northwind', action: { kind: 'retry' } },
  })
  const asked = d.endpoint.asked.length
  await d.assistant.retry(ada, threadId)
  await d.until(() => d.endpoint.asked.length > asked)
  expect(toolAnswers(d.endpoint.asked.at(-1))).toMatchObject([{ code: 'account-changed' }])
})

test('a provider that does not say who came back gets no approved write', async () => {
  const { d, world } = await openWorld(sayAfterwards([create]))
  keep(d)
  const threadId = await approvedButBroken(d, world, 'connection-expired')
  Object.assign(world, { broken: null, who: refused('tool-failed') })
  reconnect(d)
  await d.until(() => call(d, threadId).failure?.code === 'account-unconfirmed')
  expect(call(d, threadId)).toMatchObject({ state: 'pending', account: { label: 'Ada Lovelace' } })
  expect(writes(d)).toHaveLength(1)
})

test('what had to be decided anew after a second failure can be approved once the connection is back', async () => {
  const { d, world } = await openWorld(sayAfterwards([create]))
  keep(d)
  const threadId = await approvedButBroken(d, world, 'connection-scope-missing')
  reconnect(d)
  await d.until(() => writes(d).length === 2 && call(d, threadId).state === 'pending')
  world.broken = null
  reconnect(d)
  await d.until(() => call(d, threadId).failure === undefined)
  expect(call(d, threadId).state).toBe('pending')
  expect(writes(d)).toHaveLength(2)
  await d.assistant.approve(ada, call(d, threadId).id, call(d, threadId).args)
  await d.rest(threadId, 'idle')
  expect(writes(d)).toHaveLength(3)
})
