import { z } from 'zod'
import { at, plain, PlanEnd, read, rows, type Plan } from './plan'

const boardSchema = z.object({
  id: z.string(),
  name: z.string(),
  workspace: z.object({ name: z.string() }).optional(),
  items_count: z.number().optional(),
  groups: z.array(z.object({ id: z.string(), title: z.string() })).default([]),
  columns: z.array(z.object({ id: z.string(), title: z.string() })).default([]),
})

const itemSchema = z.object({
  id: z.string(),
  name: z.string(),
  group: z.object({ title: z.string() }).optional(),
  board: z.object({ id: z.string(), name: z.string() }).optional(),
  column_values: z.array(z.object({ id: z.string(), text: z.string().nullish() })).default([]),
})

/** A board, as far as plans need it. */
export type FoundBoard = z.infer<typeof boardSchema>
/** An item, as far as plans need it. */
export type FoundItem = z.infer<typeof itemSchema>

/** The schema of items in results. */
export const foundItems = itemSchema

const sameName = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase()

/** Every board that the person can see. */
export function* listBoards(say: string): Plan<readonly FoundBoard[]> {
  const data = yield* read(say, { tool: 'monday_boards_list', args: { limit: 50 } })
  return rows(at(data, 'boards'), boardSchema)
}

/** The board with this name; ends the plan when the person can't see one. */
export function* findBoard(name: string): Plan<FoundBoard> {
  const boards = yield* listBoards(`I’ll look for the ${plain(name)} board.`)
  const board = boards.find((candidate) => sameName(candidate.name, name))
  if (board !== undefined) return board
  const seen = boards.map((candidate) => plain(candidate.name)).join(', ')
  throw new PlanEnd(
    `Monday.com shows this account no board named “${plain(name)}”: it doesn’t exist, or you have no access to it. ` +
      (seen === '' ? 'It shows no boards at all.' : `The boards you can see: ${seen}.`),
  )
}

/** An item by name: on a board when one is named, else anywhere. */
function* findItem(name: string, board: FoundBoard | undefined): Plan<FoundItem> {
  const found =
    board === undefined
      ? yield* read(`I’ll look for “${plain(name)}”.`, { tool: 'monday_search', args: { query: name, limit: 10 } })
      : yield* read(`I’ll look for “${plain(name)}” on it.`, {
          tool: 'monday_items_search',
          args: { board_id: board.id, column_id: 'name', column_value: name },
        })
  const list =
    board === undefined ? at(found, 'search', 'items', 'results') : at(found, 'items_page_by_column_values', 'items')
  const items = rows(list, itemSchema)
  const item = items.find((candidate) => sameName(candidate.name, name)) ?? items[0]
  if (item !== undefined) return item
  const where = board === undefined ? 'in Monday.com' : `on the ${plain(board.name)} board`
  throw new PlanEnd(`I found no item named “${plain(name)}” ${where}.`)
}

/** The board and the item that a request names; the board may be left out. */
export function* findBoardAndItem(names: {
  readonly board: string
  readonly item: string
}): Plan<{ readonly board: FoundBoard | undefined; readonly item: FoundItem }> {
  const board = names.board === '' ? undefined : yield* findBoard(names.board)
  return { board, item: yield* findItem(names.item, board) }
}
