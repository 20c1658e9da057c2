import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { ToolCall } from '../../../src/contract/conversation'
import type { Json } from '../../../src/contract/json'
import { createAgentLoader } from '../../../src/main/assistant/agent'
import type { Execution, ExecutionOutcome } from '../../../src/main/scalekit/port'
import { done, refused } from './fake-scalekit'
import { openDesk, realTools, type Desk } from './harness'
import type { Piece } from './model-endpoint'
import { ada } from './people'

const open: Desk[] = []
beforeAll(createAgentLoader(), 60_000)

afterEach(async () => {
  for (const one of open.splice(0)) {
    expect(one.bugs).toEqual([])
    await one.close()
  }
})

const names = [
  'monday_me_get',
  'monday_boards_list',
  'monday_items_get',
  'monday_item_create',
  'monday_update_create',
  'monday_items_list',
]

const meAs = (name: string, company = 'Northwind'): Json => ({
  me: { id: name, name, email: `${name.toLowerCase()}@northwind.example`, account: { id: company, name: company } },
})

const marketing = { id: '7001', name: 'Northwind Marketing' }
const studio = { id: '7002', name: 'Northwind Studio' }

/** What the provider answers, changed by a test as it goes. */
type Provider = { me: Json; board: Json; item: Json; broken: string | null }

const openProvider = async (pieces: readonly Piece[]): Promise<{ readonly d: Desk; readonly provider: Provider }> => {
  const provider: Provider = {
    me: meAs('Ada'),
    board: { id: '1', name: 'Marketing', workspace: marketing },
    item: { id: '500', name: 'Teaser', board: { id: '1' } },
    broken: null,
  }
  const d = await openDesk({
    script: ({ messages }) => (messages.at(-1)?.role === 'tool' ? [{ say: 'That is that.' }] : pieces),
    tools: realTools('monday').filter(({ name }) => names.includes(name)),
  })
  open.push(d)
  const answers: Readonly<Record<string, () => Json>> = {
    monday_me_get: () => provider.me,
    monday_boards_list: () => ({ boards: [provider.board] }),
    monday_items_get: () => ({ items: [provider.item] }),
  }
  d.scalekit.answer = ({ tool }: Execution): ExecutionOutcome => {
    if (tool === provider.broken) return refused('scalekit-unreachable')
    return done(answers[tool]?.() ?? { id: '77' })
  }
  return { d, provider }
}

const create: Piece = { call: 'monday_item_create', args: { board_id: '1', item_name: 'Brief' } }
const comment: Piece = { call: 'monday_update_create', args: { item_id: '500', body: 'Hello' } }
const list: Piece = { call: 'monday_items_list', args: { board_id: '1' } }

const writes = (d: Desk): readonly Execution[] => d.scalekit.executions.filter(({ mayWrite }) => mayWrite)

const card = (d: Desk, threadId: string): Promise<ToolCall> =>
  d.until(() => d.calls(threadId).find(({ state, account }) => state === 'pending' && account.objects !== undefined))

const asked = async (d: Desk, threadId?: string): Promise<{ readonly threadId: string; readonly call: ToolCall }> => {
  const thread = await d.ask('Do it', threadId)
  return { threadId: thread, call: await card(d, thread) }
}

const now = (d: Desk, { id, threadId }: ToolCall): ToolCall | undefined =>
  d.calls(threadId).find((call) => call.id === id)

const stopped = (d: Desk, call: ToolCall): Promise<ToolCall> =>
  d.until(() => {
    const current = now(d, call)
    return current?.state === 'pending' && current.failure !== undefined && current
  })

const finished = (d: Desk, call: ToolCall): Promise<ToolCall> =>
  d.until(() => {
    const current = now(d, call)
    return current?.state === 'done' && current
  })

describe('a card', () => {
  test('names the account, its company, the workspace and each thing, with the ids that the provider gives', async () => {
    const { d } = await openProvider([comment])
    const { call } = await asked(d)
    expect(call.account).toEqual({
      label: 'Ada',
      email: 'ada@northwind.example',
      id: 'Ada',
      tenant: 'Northwind',
      tenantId: 'Northwind',
      workspace: 'Northwind Marketing',
      workspaceId: '7001',
      object: 'Teaser, Marketing',
      objects: [
        { kind: 'item', id: '500', name: 'Teaser' },
        { kind: 'board', id: '1', name: 'Marketing' },
      ],
    })
    expect(call.accountBefore).toBeUndefined()
  })

  test('names no place any more when the person points it at another board', async () => {
    const { d } = await openProvider([create])
    const { call } = await asked(d)
    await d.assistant.approve(ada, call.id, { board_id: '2', item_name: 'Other' })
    const { account } = await finished(d, call)
    expect(account).toMatchObject({ label: 'Ada', tenant: 'Northwind' })
    expect([account.workspace, account.object, account.objects]).toEqual([undefined, undefined, undefined])
  })
})

describe('after the click', () => {
  test('what is still as the card showed goes through', async () => {
    const { d } = await openProvider([comment])
    const { call } = await asked(d)
    await d.assistant.approve(ada, call.id, call.args)
    await finished(d, call)
    expect(writes(d)).toHaveLength(1)
  })

  test('somebody else behind the same connected account stops it, and the card shows who it is now', async () => {
    const { d, provider } = await openProvider([create])
    const { call } = await asked(d)
    provider.me = meAs('Ben')
    await d.assistant.approve(ada, call.id, call.args)
    const { failure, account } = await stopped(d, call)
    expect(failure).toEqual({
      code: 'account-changed',
      subject: 'Ada (ada@northwind.example), Northwind',
      detail: 'Ben (ben@northwind.example), Northwind',
      action: { kind: 'none' },
    })
    expect(account.label).toBe('Ben')
    expect(writes(d)).toEqual([])
    await d.assistant.approve(ada, call.id, call.args)
    await finished(d, call)
    expect(writes(d)).toHaveLength(1)
  })

  test('another company of the same person stops it', async () => {
    const { d, provider } = await openProvider([create])
    const { call } = await asked(d)
    provider.me = meAs('Ada', 'Southwind')
    await d.assistant.approve(ada, call.id, call.args)
    expect((await stopped(d, call)).failure?.code).toBe('account-changed')
    expect(writes(d)).toEqual([])
  })

  test.each([
    [
      'an item that moved to another board',
      (provider: Provider) => {
        provider.item = { id: '500', name: 'Teaser', board: { id: '2' } }
        provider.board = { id: '2', name: 'Launch', workspace: marketing }
      },
      'Teaser, Launch, Northwind Marketing',
    ],
    [
      'a board that moved to another workspace',
      (provider: Provider) => (provider.board = { id: '1', name: 'Marketing', workspace: studio }),
      'Teaser, Marketing, Northwind Studio',
    ],
    ['an item that is gone', (provider: Provider) => (provider.item = {}), undefined],
  ] as const)('%s stops it, and is approved as the card shows it now', async (_what, change, where) => {
    const { d, provider } = await openProvider([comment])
    const { call } = await asked(d)
    change(provider)
    await d.assistant.approve(ada, call.id, call.args)
    const { failure } = await stopped(d, call)
    expect(failure).toMatchObject({ code: 'place-changed', subject: 'Teaser, Marketing, Northwind Marketing' })
    expect(failure?.detail).toBe(where)
    expect(writes(d)).toEqual([])
    await d.assistant.approve(ada, call.id, call.args)
    await finished(d, call)
  })

  test.each([
    ['monday_me_get', 'Ada (ada@northwind.example), Northwind'],
    ['monday_boards_list', 'Marketing, Northwind Marketing'],
  ])('what %s can no longer say is not sent, however often, until it can', async (tool, subject) => {
    const { d, provider } = await openProvider([create])
    const { call } = await asked(d)
    provider.broken = tool
    for (let time = 0; time < 2; time += 1) {
      await d.assistant.approve(ada, call.id, call.args)
      const { failure, account } = await stopped(d, call)
      expect(failure).toMatchObject({ code: 'place-unchecked', subject })
      expect(account.object).toBe('Marketing')
    }
    expect(writes(d)).toEqual([])
    provider.broken = null
    await d.assistant.approve(ada, call.id, call.args)
    await finished(d, call)
  })

  test('what the card never showed does not keep it', async () => {
    const { d, provider } = await openProvider([create])
    provider.broken = 'monday_boards_list'
    const threadId = await d.ask('Do it')
    const call = await d.until(() => d.calls(threadId).find(({ account }) => account.label !== undefined))
    await d.assistant.approve(ada, call.id, call.args)
    await finished(d, call)
  })
})

describe('a thread', () => {
  test('is pinned to the account of its first call, and says when a later one is on another', async () => {
    const { d, provider } = await openProvider([list, create])
    const { call } = await asked(d)
    expect(call.accountBefore).toBeUndefined()
    provider.me = meAs('Ben')
    await d.assistant.approve(ada, call.id, call.args)
    const { accountBefore } = await stopped(d, call)
    expect(accountBefore).toMatchObject({ label: 'Ada', tenant: 'Northwind' })
  })

  test('follows to the account that a person approved', async () => {
    const { d, provider } = await openProvider([create])
    const { threadId, call } = await asked(d)
    provider.me = meAs('Ben')
    await d.assistant.approve(ada, call.id, call.args)
    await stopped(d, call)
    await d.assistant.approve(ada, call.id, call.args)
    await finished(d, call)
    await d.rest(threadId, 'idle')
    const next = await asked(d, threadId)
    expect(next.call.account.label).toBe('Ben')
    expect(next.call.accountBefore).toBeUndefined()
    const other = await asked(d)
    expect(other.call.accountBefore).toBeUndefined()
  })

  test('remembers its account after a restart', async () => {
    const { d: before } = await openProvider([create])
    const { threadId, call } = await asked(before)
    await before.assistant.approve(ada, call.id, call.args)
    await finished(before, call)
    await before.rest(threadId, 'idle')
    open.splice(0)
    const d = await before.restart()
    open.push(d)
    const answer = d.scalekit.answer
    d.scalekit.answer = (execution, signal) =>
      execution.tool === 'monday_me_get' ? done(meAs('Ben')) : answer(execution, signal)
    const next = await asked(d, threadId)
    expect(next.call.account.label).toBe('Ben')
    expect(next.call.accountBefore).toMatchObject({ label: 'Ada', email: 'ada@northwind.example' })
  })
})
