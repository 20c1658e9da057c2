import type { Json, JsonObject } from '../../contract/json'
import type { ReadAccount } from './account-reader'
import { argument, objectsIn } from './probe'

const boardsAPage = 100
const mostPages = 5

const withId = (result: Json | undefined, id: string): JsonObject | undefined =>
  objectsIn(result ?? null).find((object) => argument(object, 'id') === id && 'name' in object)

/** One item as Monday.com answers it. */
export const readItem = async (read: ReadAccount, id: string | undefined): Promise<JsonObject | undefined> =>
  id === undefined ? undefined : withId(await read('monday_items_get', { ids: [id] }), id)

/** One board as Monday.com answers it; there is no tool that reads a board by its id. */
export const readBoard = async (read: ReadAccount, id: string | undefined): Promise<JsonObject | undefined> => {
  for (let page = 1; id !== undefined && page <= mostPages; page += 1) {
    const result = await read('monday_boards_list', { limit: boardsAPage, page, state: 'all' })
    const board = withId(result, id)
    if (board !== undefined) return board
    const count = objectsIn(result ?? null).filter((object) => 'workspace' in object).length
    if (count < boardsAPage) return undefined
  }
  return undefined
}

/** One update, among the latest of the account. */
export const readUpdate = async (read: ReadAccount, id: string | undefined): Promise<JsonObject | undefined> => {
  const result = await read('monday_updates_list', { limit: 100 })
  return objectsIn(result ?? null).find((object) => argument(object, 'id') === id && 'body' in object)
}

/** A part of a board by its id: a group or a column. */
export const partOf = (whole: JsonObject, list: 'groups' | 'columns', id: string | undefined): JsonObject | undefined =>
  objectsIn(whole[list] ?? null).find((object) => argument(object, 'id') === id && 'title' in object)
