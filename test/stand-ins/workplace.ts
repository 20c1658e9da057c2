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
  /** Somebody else moves a board, with all that is on it, into another workspace. */
  readonly moveBoard: (id: string, workspace: Board['workspace']) => void
}

/** The provider's no: nothing was done. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
}

type Board = {
  readonly id: string
  readonly name: string
  workspace: { readonly id: string; readonly name: string }
}
type Action = (args: JsonObject, me: Colleague) => JsonObject
type Shelf = {
  readonly company: Company
  readonly boards: readonly Board[]
  readonly items: Item[]
  readonly newId: () => string
}

/** Whose Monday.com account it is, and what its one workspace and its boards are called. */
export type Company = {
  readonly id: string
  readonly name: string
  readonly workspace: Board['workspace']
  readonly boards: readonly { readonly id: string; readonly name: string }[]
}

const workspace = { id: '310', name: 'Harbour Kitchens' }

/** The boards of the workplace. */
export const boards = [
  { id: '4400100', name: 'Refits', workspace },
  { id: '4400200', name: 'Suppliers', workspace },
] as const satisfies readonly Board[]

/** The company whose account it is where a test says nothing else. */
const harbour: Company = { id: '31', name: 'Harbour Kitchens', workspace, boards }

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

const boardOf = ({ boards: own }: Shelf, args: JsonObject): Board => {
  const board = own.find(({ id }) => id === args['board_id'])
  if (board === undefined) throw new Refusal('board not found')
  return board
}

const reads = (shelf: Shelf): Readonly<Record<string, Action>> => ({
  monday_me_get: (_args, me) => ({
    me: { id: '9', name: me.name, email: me.email, account: { id: shelf.company.id, name: shelf.company.name } },
  }),
  monday_workspaces_list: () => ({ workspaces: [{ ...shelf.company.workspace, kind: 'open', state: 'active' }] }),
  monday_boards_list: () => ({ boards: shelf.boards.map((board) => ({ ...board })) }),
  monday_items_list: (args) => {
    const { id, name } = boardOf(shelf, args)
    const own = shelf.items.filter(({ board }) => board === id)
    return { boards: [{ id, name, items_page: { cursor: null, items: own.map(shape) } }] }
  },
  monday_items_get: ({ ids }) => ({
    items: shelf.items.filter(({ id }) => Array.isArray(ids) && ids.includes(id)).map(shape),
  }),
})

const writes = (shelf: Shelf): Readonly<Record<string, Action>> => ({
  monday_item_create: (args, me) => {
    const item = {
      id: shelf.newId(),
      name: textOf(args['item_name']),
      board: boardOf(shelf, args).id,
      creator: me.name,
      createdAt: new Date().toISOString(),
    }
    shelf.items.push(item)
    return { create_item: shape(item) }
  },
  monday_item_delete: ({ item_id: wanted }) => {
    const at = shelf.items.findIndex(({ id }) => id === wanted)
    if (at < 0) throw new Refusal('item not found')
    shelf.items.splice(at, 1)
    return { delete_item: { id: textOf(wanted) } }
  },
  monday_webhook_create: (args) => ({ create_webhook: { id: '1', board_id: boardOf(shelf, args).id } }),
})

/** Opens the workplace as it is in the morning. */
export const openWorkplace = (colleagues: readonly Colleague[], company: Company = harbour): Workplace => {
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
  const own: readonly Board[] = company.boards.map(({ id, name }) => ({ id, name, workspace: company.workspace }))
  const shelf: Shelf = { company, boards: own, items, newId }
  const actions = { ...reads(shelf), ...writes(shelf) }
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
    moveBoard: (id, moved) => {
      for (const board of own.filter((one) => one.id === id)) board.workspace = moved
    },
  }
}
