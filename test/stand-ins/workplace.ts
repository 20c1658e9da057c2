import type { Json, JsonObject } from '../../src/contract/json'
import { workplaceTools, type StandInTool } from './workplace-catalogue'

/** A person who has a seat at the workplace, under the identifier that the vault knows. */
export type Colleague = { readonly identifier: string; readonly name: string; readonly email: string }

type Item = {
  readonly id: string
  readonly name: string
  readonly board: string
  readonly creator: string
  readonly createdAt: string
}

/** A Monday.com account of a company that is not the sandbox's. */
export type Workplace = {
  readonly colleagues: readonly Colleague[]
  readonly tools: readonly StandInTool[]
  /** Runs a tool for a person; a `Refusal` when the provider says no. */
  readonly run: (tool: string, args: JsonObject, identifier: string) => JsonObject
  /** Makes a tool say something else about itself from now on. */
  readonly redescribe: (tool: string, description: string) => void
  /** The items whose name is this. */
  readonly itemsNamed: (name: string) => readonly Item[]
}

/** The provider's no: nothing was done. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
}

type Board = {
  readonly id: string
  readonly name: string
  readonly workspace: { readonly id: string; readonly name: string }
}
type Action = (args: JsonObject, me: Colleague) => JsonObject
type Shelf = { readonly items: Item[]; readonly newId: () => string }

const workspace = { id: '310', name: 'Harbour Kitchens' }

/** The boards of the workplace. */
export const boards = [
  { id: '4400100', name: 'Refits', workspace },
  { id: '4400200', name: 'Suppliers', workspace },
] as const satisfies readonly Board[]

const textOf = (value: Json | undefined): string => (typeof value === 'string' ? value : '')

const shape = (item: Item): JsonObject => ({
  id: item.id,
  name: item.name,
  state: 'active',
  board: { id: item.board },
  creator: { name: item.creator },
  created_at: item.createdAt,
  url: `https://harbour.example/boards/${item.board}/pulses/${item.id}`,
})

const boardOf = (args: JsonObject): Board => {
  const board = boards.find(({ id }) => id === args['board_id'])
  if (board === undefined) throw new Refusal('board not found')
  return board
}

const reads = ({ items }: Shelf): Readonly<Record<string, Action>> => ({
  monday_me_get: (_args, me) => ({
    me: { id: '9', name: me.name, email: me.email, account: { id: '31', name: 'Harbour Kitchens', slug: 'harbour' } },
  }),
  monday_workspaces_list: () => ({ workspaces: [{ ...workspace, kind: 'open', state: 'active' }] }),
  monday_boards_list: () => ({ boards }),
  monday_items_list: (args) => {
    const { id, name } = boardOf(args)
    const own = items.filter(({ board }) => board === id)
    return { boards: [{ id, name, items_page: { cursor: null, items: own.map(shape) } }] }
  },
  monday_items_get: ({ ids }) => ({
    items: items.filter(({ id }) => Array.isArray(ids) && ids.includes(id)).map(shape),
  }),
})

const writes = ({ items, newId }: Shelf): Readonly<Record<string, Action>> => ({
  monday_item_create: (args, me) => {
    const item = {
      id: newId(),
      name: textOf(args['item_name']),
      board: boardOf(args).id,
      creator: me.name,
      createdAt: new Date().toISOString(),
    }
    items.push(item)
    return { create_item: shape(item) }
  },
  monday_item_delete: ({ item_id: wanted }) => {
    const at = items.findIndex(({ id }) => id === wanted)
    if (at < 0) throw new Refusal('item not found')
    items.splice(at, 1)
    return { delete_item: { id: textOf(wanted) } }
  },
  monday_webhook_create: (args) => ({ create_webhook: { id: '1', board_id: boardOf(args).id } }),
})

/** Opens the workplace as it is in the morning. */
export const openWorkplace = (colleagues: readonly Colleague[]): Workplace => {
  const items: Item[] = [
    {
      id: '880001',
      name: 'Galley of the Anna',
      board: boards[0].id,
      creator: 'Noor Haddad',
      createdAt: '2020-02-02T08:00:00Z',
    },
  ]
  let lastId = 880_001
  const newId = (): string => {
    lastId += 1
    return String(lastId)
  }
  const actions = { ...reads({ items, newId }), ...writes({ items, newId }) }
  const run: Workplace['run'] = (tool, args, identifier) => {
    const me = colleagues.find((colleague) => colleague.identifier === identifier)
    const action = actions[tool]
    if (me === undefined || action === undefined) throw new Refusal('no seat in this account')
    return action(args, me)
  }
  const tools = workplaceTools.map((tool) => ({ ...tool }))
  return {
    colleagues,
    tools,
    run,
    redescribe: (tool, description) => {
      for (const found of tools.filter(({ name }) => name === tool)) Object.assign(found, { description })
    },
    itemsNamed: (name) => items.filter((item) => item.name === name),
  }
}
