import type { Account } from '../../contract/conversation'
import type { Json, JsonObject } from '../../contract/json'
import { shownWords } from './account-words'
import { argument, objectsIn } from './probe'

/** Runs a read as the person whose call is shown; undefined when the account has no such tool or it brought nothing. */
export type AccountRead = (tool: string, args: JsonObject) => Promise<Json | undefined>

/** In which workspace a call would happen, and on what. */
export type Place = Pick<Account, 'workspace' | 'object'>

const boardsAPage = 100
const mostPages = 5
// Monday.com gives boards of the first workspace none, and calls it this.
const mainWorkspace = 'Main workspace'

const withId = (result: Json | undefined, id: string): JsonObject | undefined =>
  objectsIn(result ?? null).find((object) => argument(object, 'id') === id && shownWords(object['name']) !== undefined)

const nameOf = (value: Json | undefined): string | undefined =>
  objectsIn(value ?? null)
    .map((object) => shownWords(object['name']))
    .at(0)

const placeOfBoard = (board: JsonObject): Place => {
  const workspace = board['workspace'] === null ? mainWorkspace : nameOf(board['workspace'])
  const object = shownWords(board['name'])
  return { ...(workspace === undefined ? {} : { workspace }), ...(object === undefined ? {} : { object }) }
}

const boardsOn = (result: Json): number => objectsIn(result).filter((object) => 'workspace' in object).length

const findBoard = async (read: AccountRead, id: string): Promise<Place | undefined> => {
  for (let page = 1; page <= mostPages; page += 1) {
    const result = await read('monday_boards_list', { limit: boardsAPage, page, state: 'all' })
    const board = withId(result, id)
    if (board !== undefined) return placeOfBoard(board)
    if (result === undefined || boardsOn(result) < boardsAPage) return undefined
  }
  return undefined
}

const findItem = async (read: AccountRead, id: string): Promise<Place | undefined> => {
  const item = withId(await read('monday_items_get', { ids: [id] }), id)
  if (item === undefined) return undefined
  const board = objectsIn(item['board'] ?? null)[0]
  const boardId = board && argument(board, 'id')
  const place = boardId === undefined ? undefined : await findBoard(read, boardId)
  const names = [shownWords(item['name']), place?.object ?? nameOf(item['board'])]
  return { ...place, object: names.filter((name) => name !== undefined).join(', ') }
}

const findWorkspace = async (read: AccountRead, id: string | undefined): Promise<Place | undefined> => {
  const result = await read('monday_workspaces_list', id === undefined ? { limit: 2 } : { ids: [id] })
  const named = objectsIn(result ?? null).filter((object) => shownWords(object['name']) !== undefined)
  const fitting = id === undefined ? named : named.filter((object) => argument(object, 'id') === id)
  const workspace = fitting.length === 1 ? shownWords(fitting[0]?.['name']) : undefined
  return workspace === undefined ? undefined : { workspace }
}

const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value)

// One thing: a call on several has no single place.
const only = (args: JsonObject, name: string): string | undefined => {
  const several = args[`${name}s`]
  if (isList(several)) return several.length === 1 ? argument({ id: several[0] ?? null }, 'id') : undefined
  return argument(args, name)
}

/** Finds out by reading in which workspace and on what a call of Monday.com's would happen. */
export const findMondayPlace = async (args: JsonObject, read: AccountRead): Promise<Place | undefined> => {
  const item = only(args, 'item_id') ?? only(args, 'parent_item_id')
  const board = only(args, 'board_id')
  const named =
    (item === undefined ? undefined : await findItem(read, item)) ??
    (board === undefined ? undefined : await findBoard(read, board))
  if (named?.workspace !== undefined) return named
  const workspace = await findWorkspace(read, only(args, 'workspace_id'))
  return named === undefined ? workspace : { ...workspace, ...named }
}
