import { requiredText, textOf } from '../arguments'
import { ToolRefusal } from '../sample-provider'
import { itemOf, notFound, touch, visibleBoards, type MondayView } from './access'
import type { MondayTool } from './monday-tool'
import { pageOf } from './page-of'
import { updateShape } from './shapes'
import type { Update } from './state'

const listUpdates: MondayTool = ({ view, args }) => {
  const itemId = textOf(args, 'item_id')
  const itemIds = itemId === undefined ? visibleItemIds(view) : [itemOf(view, itemId).id]
  const updates = view.state.updates
    .filter((update) => itemIds.includes(update.itemId))
    .sort((one, other) => other.createdAt.localeCompare(one.createdAt))
  return { updates: pageOf(updates, args, 25).map((update) => updateShape(view, update)) }
}

const visibleItemIds = (view: MondayView): readonly string[] => {
  const boards = visibleBoards(view).map(({ id }) => id)
  return view.state.items
    .filter(({ boardId, state }) => boards.includes(boardId) && state !== 'deleted')
    .map(({ id }) => id)
}

const createUpdate: MondayTool = ({ view, args }) => {
  const item = itemOf(view, requiredText(args, 'item_id'))
  const update: Update = {
    id: view.newId(),
    itemId: item.id,
    body: requiredText(args, 'body'),
    creatorId: view.me.id,
    createdAt: view.now(),
    updatedAt: view.now(),
  }
  view.state.updates.push(update)
  touch(view, item)
  return { create_update: updateShape(view, update) }
}

/** An update that the user may change: their own, or any for an administrator. */
const ownUpdate = (view: MondayView, id: string): Update => {
  const update = view.state.updates.find((candidate) => candidate.id === id)
  if (update === undefined || !visibleItemIds(view).includes(update.itemId)) throw notFound('update', id)
  if (update.creatorId !== view.me.id && !view.me.isAdmin)
    throw new ToolRefusal('forbidden', `Monday.com: update ${id} was written by someone else`)
  return update
}

const editUpdate: MondayTool = ({ view, args }) => {
  const update = ownUpdate(view, requiredText(args, 'id'))
  update.body = requiredText(args, 'body')
  update.updatedAt = view.now()
  return { edit_update: updateShape(view, update) }
}

const deleteUpdate: MondayTool = ({ view, args }) => {
  const update = ownUpdate(view, requiredText(args, 'id'))
  view.state.updates.splice(view.state.updates.indexOf(update), 1)
  return { delete_update: { id: update.id } }
}

/** Tools about updates: the comments on items. */
export const updateTools: Readonly<Record<string, MondayTool>> = {
  monday_updates_list: listUpdates,
  monday_update_create: createUpdate,
  monday_update_edit: editUpdate,
  monday_update_delete: deleteUpdate,
}
