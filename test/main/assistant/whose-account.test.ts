import { describe, expect, test } from 'vitest'
import type { Account } from '../../../src/contract/conversation'
import type { Json, JsonObject } from '../../../src/contract/json'
import { riskOf } from '../../../src/main/assistant/risk'
import type { CatalogTool } from '../../../src/main/assistant/tool-catalog'
import { createWhoseAccount } from '../../../src/main/assistant/whose-account'
import { systemClock } from '../../../src/main/platform/clock'
import type { Execution, ExecutionOutcome } from '../../../src/main/scalekit/port'
import { createFakeScalekit, done, refused } from './fake-scalekit'
import { ada } from './people'

const tool = (name: string, accountId = 'account-1'): CatalogTool => ({
  modelName: name,
  title: name,
  providerName: 'Monday.com',
  risk: riskOf(name),
  record: {
    name,
    title: name,
    description: '',
    inputSchema: { type: 'object' },
    connection: 'monday',
    provider: 'MONDAY',
    accountId,
  },
})

const mondayReads = ['monday_me_get', 'monday_boards_list', 'monday_items_get', 'monday_workspaces_list']

const marketing = { id: '7001', name: 'Northwind Marketing' }
const studio = { id: '7002', name: 'Northwind Studio' }
const boards = [
  { id: '10', name: 'Marketing', workspace: marketing },
  { id: 20, name: 'Studio requests', workspace: studio },
  { id: '30', name: 'Everybody', workspace: null },
]

const inMarketing = { workspace: 'Northwind Marketing', workspaceId: '7001' }
const inStudio = { workspace: 'Northwind Studio', workspaceId: '7002' }
const adaThere = { label: 'Ada Lindqvist', email: 'ada@northwind.example', tenant: 'Northwind' }

const monday: Readonly<Record<string, Json>> = {
  monday_me_get: { me: { name: 'Ada Lindqvist', email: 'ada@northwind.example', account: { name: 'Northwind' } } },
  monday_boards_list: { boards },
  monday_items_get: { items: [{ id: '500', name: 'Teaser', board: { id: '10' } }] },
  monday_workspaces_list: { workspaces: [marketing, studio] },
}

type Looked = { readonly account: Account; readonly told: readonly Account[]; readonly executed: readonly string[] }

const look = async (asked: {
  readonly tool?: string
  readonly args?: JsonObject
  readonly tools?: readonly CatalogTool[]
  readonly answer?: (execution: Execution) => ExecutionOutcome | Promise<ExecutionOutcome>
}): Promise<Looked> => {
  const scalekit = createFakeScalekit({
    accounts: [],
    tools: [],
    answer: asked.answer ?? (({ tool: name }) => done(monday[name] ?? {})),
  })
  const told: Account[] = []
  await createWhoseAccount(systemClock).find(
    {
      call: {
        account_id: 'account-1',
        tool: asked.tool ?? 'monday_item_create',
        args: asked.args ?? {},
      },
      run: (read, options) =>
        scalekit.execute(
          { identifier: ada.identifier, accountId: 'account-1', connection: 'monday', ...read, mayWrite: false },
          options,
        ),
      tools: asked.tools ?? mondayReads.map((name) => tool(name)),
    },
    (account) => {
      told.push(account)
    },
  )
  return {
    account: told.reduce((known, said) => ({ ...known, ...said }), {}),
    told,
    executed: scalekit.executions.map((execution) => execution.tool),
  }
}

describe('where a call of Monday.com happens', () => {
  test.each([
    ['the board that it names', { board_id: '10' }, { ...inMarketing, object: 'Marketing' }],
    ['a board whose id is a number', { board_id: '20' }, { ...inStudio, object: 'Studio requests' }],
    [
      'a board of no workspace',
      { board_id: '30' },
      { workspace: 'Main workspace', workspaceId: 'main', object: 'Everybody' },
    ],
    ['the item that it names', { item_id: '500' }, { ...inMarketing, object: 'Teaser, Marketing' }],
    ['one of several items', { item_ids: ['500'] }, { ...inMarketing, object: 'Teaser, Marketing' }],
    ['the workspace that it names', { workspace_id: 7002 }, inStudio],
    ['an unknown board: only the account', { board_id: '99' }, {}],
    ['nothing, with two workspaces: only the account', {}, {}],
  ])('is told by %s', async (_by, args, place) => {
    const { account } = await look({ args })
    expect({ ...account, objects: undefined }).toEqual({ ...adaThere, ...place })
  })

  test('is the only workspace of an account', async () => {
    const answer = ({ tool: name }: Execution): ExecutionOutcome =>
      done(name === 'monday_workspaces_list' ? { workspaces: [studio] } : (monday[name] ?? {}))
    expect((await look({ answer })).account.workspace).toBe('Northwind Studio')
  })

  test('is told only by tools that look, of the very account', async () => {
    const others = mondayReads.map((name) => tool(name, 'account-2'))
    const { executed, told } = await look({ args: { board_id: '10' }, tools: [...others, tool('monday_item_create')] })
    expect(executed).toEqual([])
    expect(told).toEqual([])
  })

  test('comes after who it is, which does not wait for it', async () => {
    const { told } = await look({ args: { board_id: '10' } })
    expect(told[0]).toEqual(adaThere)
  })

  test('stays unsaid where the provider refuses to say', async () => {
    const answer = ({ tool: name }: Execution): ExecutionOutcome =>
      name === 'monday_me_get' ? done(monday[name] ?? {}) : refused('tool-refused')
    expect((await look({ args: { board_id: '10' }, answer })).account).toEqual(adaThere)
  })
})

describe('whose account it is at other providers', () => {
  test('is asked of the tool that says who asks', async () => {
    const answer = (): ExecutionOutcome => done({ user: { display_name: 'Ada', team: { name: 'Acme' } } })
    const { account, executed } = await look({
      tool: 'chat_post_message',
      tools: [tool('chat_post_message'), tool('chat_whoami')],
      answer,
    })
    expect(executed).toEqual(['chat_whoami'])
    expect(account).toEqual({ label: 'Ada', tenant: 'Acme', workspace: 'Acme' })
  })

  test('stays unsaid where there is none', async () => {
    const { executed, told } = await look({ tool: 'chat_post_message', tools: [tool('chat_post_message')] })
    expect([executed, told]).toEqual([[], []])
  })
})
