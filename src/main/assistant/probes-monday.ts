import type { Json, JsonObject } from '../../contract/json'
import { argument, judgeCreation, judgeState, objectsIn, plain, type ProbeMaker } from './probe'

const mostItems = 500

const named = (name: string) => (object: JsonObject) => object['name'] === name

const idOf = (object: JsonObject): string | undefined => argument(object, 'id')

const itemIn = (result: Json, id: string): JsonObject | undefined =>
  objectsIn(result).find((object) => idOf(object) === id && 'name' in object)

const itemCreated: ProbeMaker = ({ args, approvedAt }) => {
  const board = argument(args, 'board_id')
  const name = argument(args, 'item_name')
  if (board === undefined || name === undefined) return undefined
  return {
    tool: 'monday_items_list',
    args: { board_id: board, limit: mostItems },
    judge: judgeCreation({ matches: named(name), approvedAt, complete: true }),
  }
}

const updateCreated: ProbeMaker = ({ args, approvedAt }) => {
  const item = argument(args, 'item_id')
  const body = argument(args, 'body')
  if (item === undefined || body === undefined) return undefined
  const matches = (object: JsonObject): boolean =>
    [object['body'], object['text_body']].some((text) => typeof text === 'string' && plain(text) === plain(body))
  return {
    tool: 'monday_updates_list',
    args: { item_id: item, limit: 100 },
    judge: judgeCreation({ matches, approvedAt, complete: true }),
  }
}

const boardCreated: ProbeMaker = ({ args, approvedAt }) => {
  const name = argument(args, 'board_name')
  if (name === undefined) return undefined
  return {
    tool: 'monday_boards_list',
    args: { order_by: 'created_at', limit: 100 },
    judge: judgeCreation({ matches: named(name), approvedAt, complete: false }),
  }
}

const itemState =
  (is: (item: JsonObject | undefined, args: JsonObject) => boolean | undefined): ProbeMaker =>
  ({ args }) => {
    const id = argument(args, 'item_id')
    if (id === undefined) return undefined
    return {
      tool: 'monday_items_get',
      args: { ids: [id] },
      judge: judgeState((result) => is(itemIn(result, id), args)),
    }
  }

const columnText = (item: JsonObject, column: string): Json | undefined =>
  objectsIn(item).find((object) => idOf(object) === column && 'text' in object)?.['text']

const groupOf = (item: JsonObject): string | undefined => {
  const group = item['group']
  return objectsIn(group ?? null)
    .map(idOf)
    .at(0)
}

/** How to find out what became of Monday.com's calls. */
export const mondayProbes: Readonly<Record<string, ProbeMaker>> = {
  monday_item_create: itemCreated,
  monday_update_create: updateCreated,
  monday_board_create: boardCreated,
  monday_item_archive: itemState((item) => (item === undefined ? undefined : item['state'] !== 'active')),
  monday_item_delete: itemState((item) => item === undefined || item['state'] === 'deleted'),
  monday_item_move_to_group: itemState((item, args) =>
    item === undefined ? undefined : groupOf(item) === argument(args, 'group_id'),
  ),
  monday_item_column_simple_value_change: itemState((item, args) =>
    item === undefined ? undefined : columnText(item, argument(args, 'column_id') ?? '') === (args['value'] ?? ''),
  ),
}
