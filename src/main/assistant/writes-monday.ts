import type { Json, JsonObject } from '../../contract/json'
import type { ReadAccount } from './account-reader'
import { partOf, readBoard, readItem, readUpdate } from './monday-reading'
import { argument, objectsIn } from './probe'
import {
  difference,
  fieldsWrite,
  madeThen,
  restoring,
  wordsOf,
  type ReviewedWrite,
  type ReviewedWrites,
} from './reviewed-write'
import { columnWrites } from './writes-monday-columns'

const firstIn = (value: Json | undefined): JsonObject => objectsIn(value ?? null)[0] ?? {}

const foundItem = async (args: JsonObject, read: ReadAccount): Promise<JsonObject | undefined> =>
  await readItem(read, argument(args, 'item_id'))

const foundBoard = async (args: JsonObject, read: ReadAccount): Promise<JsonObject | undefined> =>
  await readBoard(read, argument(args, 'board_id'))

const deletedItem = (id: string) => [
  { tool: 'monday_item_delete', args: { item_id: id } },
  { tool: 'monday_item_archive', args: { item_id: id } },
]

const itemMade: ReviewedWrite = { about: [], undo: madeThen(deletedItem) }

const stateOf = (find: ReviewedWrite['find'], about: string, state: 'archived' | 'deleted'): ReviewedWrite => ({
  about: [about],
  ...(find === undefined ? {} : { find }),
  changes: (_args, seen) => (seen['state'] === undefined ? [] : [difference('state', [seen['state'], state])]),
})

const moveToGroup: ReviewedWrite = {
  about: ['item_id'],
  find: async (args, read) => {
    const item = await foundItem(args, read)
    const board = item && (await readBoard(read, argument(firstIn(item['board']), 'id')))
    return item && { ...item, groups: board?.['groups'] ?? [] }
  },
  changes: (args, seen) => {
    const [group, wanted] = [firstIn(seen['group']), argument(args, 'group_id') ?? '']
    const title = (id: string, own: JsonObject): string => argument(partOf(seen, 'groups', id) ?? own, 'title') ?? id
    const id = argument(group, 'id') ?? ''
    const shown = { argument: 'group_id', before: title(id, group), after: title(wanted, {}) }
    return [difference('group', [id, wanted], shown)]
  },
  undo: restoring((args, seen) => {
    const group_id = argument(firstIn(seen['group']), 'id')
    if (group_id === undefined) return undefined
    return { tool: 'monday_item_move_to_group', args: { item_id: args['item_id'] ?? '', group_id } }
  }),
}

const description: ReviewedWrite = {
  about: ['item_id'],
  find: foundItem,
  changes: (args, seen) =>
    typeof seen['description'] === 'string'
      ? [difference('description', [seen['description'], args['markdown'] ?? ''], { argument: 'markdown' })]
      : [],
  undo: restoring((args, seen) =>
    typeof seen['description'] === 'string'
      ? { tool: 'monday_item_description_set', args: { item_id: args['item_id'] ?? '', markdown: seen['description'] } }
      : undefined,
  ),
}

/** A write of one named attribute: `attribute` says which, `new_value` what it becomes. */
const attributeWrite = (write: {
  readonly tool: string
  readonly attribute: string
  readonly about: readonly string[]
  readonly known: readonly string[]
  readonly find: NonNullable<ReviewedWrite['find']>
}): ReviewedWrite => {
  const now = (args: JsonObject, seen: JsonObject): Json | undefined => {
    const name = wordsOf(args[write.attribute])
    return write.known.includes(name) ? seen[name] : undefined
  }
  return {
    about: [...write.about, write.attribute],
    find: write.find,
    changes: (args, seen) => {
      const was = now(args, seen)
      const about = { argument: 'new_value' }
      return was === undefined
        ? []
        : [difference(wordsOf(args[write.attribute]), [was, args['new_value'] ?? ''], about)]
    },
    undo: restoring((args, seen) => {
      const was = now(args, seen)
      return typeof was === 'string' ? { tool: write.tool, args: { ...args, new_value: was } } : undefined
    }),
  }
}

const foundGroup = async (args: JsonObject, read: ReadAccount): Promise<JsonObject | undefined> =>
  partOf((await foundBoard(args, read)) ?? {}, 'groups', argument(args, 'group_id'))

const columnTitle: ReviewedWrite = {
  about: ['board_id', 'column_id'],
  find: async (args, read) => partOf((await foundBoard(args, read)) ?? {}, 'columns', argument(args, 'column_id')),
  changes: (args, seen) => [difference('title', [seen['title'] ?? '', args['title'] ?? ''], { argument: 'title' })],
  undo: restoring((args, seen) =>
    typeof seen['title'] === 'string'
      ? { tool: 'monday_column_title_change', args: { ...args, title: seen['title'] } }
      : undefined,
  ),
}

const groupMade: ReviewedWrite = {
  about: [],
  undo: madeThen((group_id, { board_id = '' }) =>
    ['monday_group_archive', 'monday_group_delete'].map((tool) => ({ tool, args: { board_id, group_id } })),
  ),
}

// A board may hold what others have put there since: it is archived, which can be taken back in Monday.com itself.
const boardMade: ReviewedWrite = {
  about: [],
  undo: madeThen((board_id) =>
    ['monday_board_archive', 'monday_board_delete'].map((tool) => ({ tool, args: { board_id } })),
  ),
}

const madeThenDeleted = (tool: string, id: string): ReviewedWrite => ({
  about: [],
  undo: madeThen((made) => [{ tool, args: { [id]: made } }]),
})

/** How the writes of Monday.com are reviewed, but for those that only the risks know: they can't be taken back. */
export const mondayWrites: ReviewedWrites = {
  ...columnWrites,
  monday_item_create: itemMade,
  monday_subitem_create: itemMade,
  monday_item_duplicate: itemMade,
  monday_item_archive: stateOf(foundItem, 'item_id', 'archived'),
  monday_item_delete: stateOf(foundItem, 'item_id', 'deleted'),
  monday_item_move_to_group: moveToGroup,
  monday_item_description_set: description,
  monday_update_create: madeThenDeleted('monday_update_delete', 'id'),
  monday_update_edit: fieldsWrite({
    tool: 'monday_update_edit',
    id: 'id',
    fields: ['body'],
    find: async (id, read) => await readUpdate(read, id),
  }),
  monday_update_delete: {
    about: ['id'],
    find: async (args, read) => await readUpdate(read, argument(args, 'id')),
    changes: (_args, seen) => [difference('body', [seen['body'] ?? '', ''])],
  },
  monday_board_create: boardMade,
  monday_board_archive: stateOf(foundBoard, 'board_id', 'archived'),
  monday_board_delete: stateOf(foundBoard, 'board_id', 'deleted'),
  monday_board_update: attributeWrite({
    tool: 'monday_board_update',
    attribute: 'board_attribute',
    about: ['board_id'],
    known: ['name', 'description'],
    find: foundBoard,
  }),
  monday_group_create: groupMade,
  monday_group_update: attributeWrite({
    tool: 'monday_group_update',
    attribute: 'attribute',
    about: ['board_id', 'group_id'],
    known: ['title'],
    find: foundGroup,
  }),
  monday_column_title_change: columnTitle,
  monday_column_create: {
    about: [],
    undo: madeThen((column_id, { board_id = '' }) => [{ tool: 'monday_column_delete', args: { board_id, column_id } }]),
  },
  monday_doc_create: madeThenDeleted('monday_doc_delete', 'doc_id'),
  monday_webhook_create: madeThenDeleted('monday_webhook_delete', 'id'),
}
