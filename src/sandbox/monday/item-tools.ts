import type { JsonObject } from '../../contract/json'
import { numberOf, requiredText, textOf, textsOf } from '../arguments'
import { ToolRefusal } from '../sample-provider'
import { boardOf, itemOf, requireAdmin, touch, visibleBoards, type MondayView } from './access'
import { columnValues } from './column-values'
import type { MondayTool } from './monday-tool'
import { pageOf } from './page-of'
import { itemShape } from './shapes'
import type { Board, Item } from './state'

const groupOf = (board: Board, id: string | undefined): string => {
  const group = id === undefined ? board.groups[0] : board.groups.find((candidate) => candidate.id === id)
  if (group === undefined)
    throw new ToolRefusal('not-found', `Monday.com: board ${board.name} has no group ${id ?? 'at all'}`)
  return group.id
}

const itemsPage = (view: MondayView, items: readonly Item[], args: JsonObject): JsonObject => {
  const limit = Math.min(500, Math.max(1, numberOf(args, 'limit') ?? 25))
  const start = Number(textOf(args, 'cursor') ?? '0')
  if (!Number.isSafeInteger(start)) throw new ToolRefusal('invalid', 'Invalid arguments: cursor is not one of ours')
  const end = start + limit
  return {
    cursor: end < items.length ? String(end) : null,
    items: items.slice(start, end).map((item) => itemShape(view, item)),
  }
}

const itemsOn = (view: MondayView, board: Board): Item[] =>
  view.state.items.filter(
    ({ boardId, state, parentId }) => boardId === board.id && state === 'active' && parentId === undefined,
  )

const listItems: MondayTool = ({ view, args }) => {
  const board = boardOf(view, requiredText(args, 'board_id'))
  const groupId = textOf(args, 'group_id')
  const items = itemsOn(view, board).filter((item) => groupId === undefined || item.groupId === groupId)
  return { boards: [{ id: board.id, name: board.name, items_page: itemsPage(view, items, args) }] }
}

const searchItems: MondayTool = ({ view, args }) => {
  const board = boardOf(view, requiredText(args, 'board_id'))
  const columnId = requiredText(args, 'column_id')
  const wanted = requiredText(args, 'column_value').toLowerCase()
  if (columnId !== 'name' && !board.columns.some(({ id }) => id === columnId))
    throw new ToolRefusal('not-found', `Monday.com: board ${board.name} has no column ${columnId}`)
  const items = itemsOn(view, board).filter((item) =>
    (columnId === 'name' ? item.name : (item.values[columnId] ?? '')).toLowerCase().includes(wanted),
  )
  return { items_page_by_column_values: itemsPage(view, items, args) }
}

const getItems: MondayTool = ({ view, args }) => {
  const ids = textsOf(args, 'ids')
  const boardIds = visibleBoards(view).map(({ id }) => id)
  const items = view.state.items.filter(
    ({ id, boardId, state }) =>
      ids.includes(id) &&
      boardIds.includes(boardId) &&
      (args['exclude_nonactive'] === true ? state === 'active' : state !== 'deleted'),
  )
  return { items: pageOf(items, args, 25).map((item) => itemShape(view, item)) }
}

const addItem = (view: MondayView, board: Board, fields: Pick<Item, 'name' | 'groupId' | 'values'>): Item => {
  const item: Item = {
    ...fields,
    id: view.newId(),
    boardId: board.id,
    state: 'active',
    creatorId: view.me.id,
    createdAt: view.now(),
    updatedAt: view.now(),
  }
  view.state.items.push(item)
  touch(view, item)
  return item
}

const createItem: MondayTool = ({ view, args }) => {
  const board = boardOf(view, requiredText(args, 'board_id'))
  const groupId = groupOf(board, textOf(args, 'group_id'))
  const values = columnValues(board, args, view.state.users)
  const item = addItem(view, board, { name: requiredText(args, 'item_name'), groupId, values })
  return { create_item: itemShape(view, item) }
}

const createSubitem: MondayTool = ({ view, args }) => {
  const parent = itemOf(view, requiredText(args, 'parent_item_id'))
  const board = boardOf(view, parent.boardId)
  const values = columnValues(board, args, view.state.users)
  const item = addItem(view, board, { name: requiredText(args, 'item_name'), groupId: parent.groupId, values })
  item.parentId = parent.id
  return { create_subitem: itemShape(view, item) }
}

const duplicateItem: MondayTool = ({ view, args }) => {
  const board = boardOf(view, requiredText(args, 'board_id'))
  const original = itemOf(view, requiredText(args, 'item_id'))
  const copy = addItem(view, board, {
    name: `${original.name} (copy)`,
    groupId: original.groupId,
    values: { ...original.values },
  })
  if (args['with_updates'] === true) {
    const updates = view.state.updates.filter(({ itemId }) => itemId === original.id)
    view.state.updates.push(...updates.map((update) => ({ ...update, id: view.newId(), itemId: copy.id })))
  }
  return { duplicate_item: itemShape(view, copy) }
}

const moveItem: MondayTool = ({ view, args }) => {
  const item = itemOf(view, requiredText(args, 'item_id'))
  item.groupId = groupOf(boardOf(view, item.boardId), requiredText(args, 'group_id'))
  touch(view, item)
  return { move_item_to_group: itemShape(view, item) }
}

const describeItem: MondayTool = ({ view, args }) => {
  const item = itemOf(view, requiredText(args, 'item_id'))
  item.description = textOf(args, 'markdown') ?? ''
  touch(view, item)
  return { set_item_description_content: { success: true, item_id: item.id } }
}

const archiveItem: MondayTool = ({ view, args }) => {
  const item = itemOf(view, requiredText(args, 'item_id'))
  requireAdmin(view, 'archive items')
  item.state = 'archived'
  touch(view, item)
  return { archive_item: itemShape(view, item) }
}

const deleteItem: MondayTool = ({ view, args }) => {
  const item = itemOf(view, requiredText(args, 'item_id'))
  requireAdmin(view, 'delete items')
  item.state = 'deleted'
  touch(view, item)
  return { delete_item: itemShape(view, item) }
}

/** Tools about items. */
export const itemTools: Readonly<Record<string, MondayTool>> = {
  monday_items_list: listItems,
  monday_items_search: searchItems,
  monday_items_get: getItems,
  monday_item_create: createItem,
  monday_subitem_create: createSubitem,
  monday_item_duplicate: duplicateItem,
  monday_item_move_to_group: moveItem,
  monday_item_description_set: describeItem,
  monday_item_archive: archiveItem,
  monday_item_delete: deleteItem,
}
