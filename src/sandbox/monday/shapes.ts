import type { JsonObject } from '../../contract/json'
import type { MondayView } from './access'
import type { Board, Item, MondayState, Update, User } from './state'

const urlOf = (state: MondayState, path: string): string => `https://${state.account.slug}.example/${path}`

/** A user as Monday's API answers it. */
export const userShape = (state: MondayState, user: User): JsonObject => ({
  id: user.id,
  name: user.name,
  email: user.email,
  title: user.title,
  is_admin: user.isAdmin,
  is_guest: false,
  is_view_only: false,
  enabled: true,
  url: urlOf(state, `users/${user.id}`),
})

/** A board as Monday's API answers it. */
export const boardShape = ({ state }: MondayView, board: Board): JsonObject => ({
  id: board.id,
  name: board.name,
  description: board.description,
  state: board.archived === true ? 'archived' : 'active',
  board_kind: board.kind,
  workspace: workspaceReference(state, board.workspaceId),
  items_count: state.items.filter(({ boardId, state: own }) => boardId === board.id && own === 'active').length,
  groups: board.groups.filter(({ archived }) => archived !== true).map(({ id, title }) => ({ id, title })),
  columns: board.columns.map(({ id, title, type, labels }) => ({ id, title, type, ...(labels && { labels }) })),
  created_at: board.createdAt,
  updated_at: board.updatedAt,
  url: urlOf(state, `boards/${board.id}`),
})

const workspaceReference = (state: MondayState, workspaceId: string): JsonObject => ({
  id: workspaceId,
  name: state.workspaces.find(({ id }) => id === workspaceId)?.name ?? '',
})

const columnValue = (state: MondayState, type: string, text: string): string | null => {
  if (text === '') return null
  if (type === 'status') return JSON.stringify({ label: text })
  if (type === 'date') return JSON.stringify({ date: text })
  if (type !== 'people') return JSON.stringify(text)
  const people = state.users.filter(({ name }) => text.split(', ').includes(name))
  return JSON.stringify({ personsAndTeams: people.map(({ id }) => ({ id: Number(id), kind: 'person' })) })
}

const columnShapes = (state: MondayState, board: Board | undefined, item: Item): JsonObject[] =>
  (board?.columns ?? []).map(({ id, title, type }) => {
    const text = item.values[id] ?? ''
    return { id, type, text, value: columnValue(state, type, text), column: { title } }
  })

const named = <T extends { readonly id: string }>(all: readonly T[], id: string, name: (one: T) => string): string => {
  const found = all.find((one) => one.id === id)
  return found === undefined ? '' : name(found)
}

/** An item as Monday's API answers it. */
export const itemShape = ({ state }: MondayView, item: Item): JsonObject => {
  const board = state.boards.find(({ id }) => id === item.boardId)
  return {
    id: item.id,
    name: item.name,
    state: item.state,
    board: { id: item.boardId, name: named(state.boards, item.boardId, ({ name }) => name) },
    group: { id: item.groupId, title: named(board?.groups ?? [], item.groupId, ({ title }) => title) },
    creator: { id: item.creatorId, name: named(state.users, item.creatorId, ({ name }) => name) },
    column_values: columnShapes(state, board, item),
    description: item.description ?? '',
    ...(item.parentId !== undefined && { parent_item: { id: item.parentId } }),
    created_at: item.createdAt,
    updated_at: item.updatedAt,
    url: urlOf(state, `boards/${item.boardId}/pulses/${item.id}`),
  }
}

/** An update as Monday's API answers it. */
export const updateShape = ({ state }: MondayView, update: Update): JsonObject => ({
  id: update.id,
  item_id: update.itemId,
  body: update.body,
  text_body: update.body.replace(/<[^>]+>/g, ''),
  creator: {
    id: update.creatorId,
    name: state.users.find(({ id }) => id === update.creatorId)?.name ?? '',
  },
  created_at: update.createdAt,
  updated_at: update.updatedAt,
})
