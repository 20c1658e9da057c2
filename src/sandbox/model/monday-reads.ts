import { z } from 'zod'
import { jsonSchema, type Json } from '../../contract/json'
import { findBoard, findBoardAndItem, foundItems, listBoards, type FoundItem } from './monday-lookups'
import { at, plain, read, rows, shaped, type Plan } from './plan'

const namedSchema = z.object({ id: z.string(), name: z.string() })

/** "List my boards" */
export function* boardsPlan(): Plan {
  const boards = yield* listBoards('I’ll ask Monday.com for your boards.')
  if (boards.length === 0) return 'You can’t see any boards in Monday.com.'
  const lines = boards.map(
    ({ id, name, workspace, items_count }) =>
      `- **${plain(name)}** in ${plain(workspace?.name ?? 'the main workspace')}, ${String(items_count ?? 0)} items (id ${id})`,
  )
  return `You can see ${String(boards.length)} board${boards.length === 1 ? '' : 's'}:\n\n${lines.join('\n')}`
}

const textIn = (item: FoundItem, column: string): string =>
  plain(item.column_values.find(({ id }) => id === column)?.text ?? '')

const itemTable = (items: readonly FoundItem[]): string =>
  [
    '| Item | Group | Status | Owner | Due |',
    '| --- | --- | --- | --- | --- |',
    ...items.map(
      (item) =>
        `| ${plain(item.name)} | ${plain(item.group?.title ?? '')} | ${textIn(item, 'status')} | ${textIn(item, 'person')} | ${textIn(item, 'date')} |`,
    ),
  ].join('\n')

/** How many items are read at once, so that a page fits into what a model is shown. */
const pageSize = 20

const pageSchema = z.object({ name: z.string(), items_page: z.record(z.string(), jsonSchema) })

type ItemsPage = { readonly boardName: string | undefined; readonly items: readonly FoundItem[]; readonly cursor: Json }

function* readPage(boardId: string, cursor: Json, say: string): Plan<ItemsPage> {
  const data = yield* read(say, {
    tool: 'monday_items_list',
    args: { board_id: boardId, limit: pageSize, ...(typeof cursor === 'string' && { cursor }) },
  })
  const board = rows(at(data, 'boards'), pageSchema).at(0)
  return {
    boardName: board?.name,
    items: rows(board?.items_page['items'] ?? null, foundItems),
    cursor: board?.items_page['cursor'] ?? null,
  }
}

/** "What is on the Marketing board?"; a number is taken as the board's id. */
export function* itemsPlan(wanted: string): Plan {
  const boardId = /^\d+$/.test(wanted) ? wanted : (yield* findBoard(wanted)).id
  let page = yield* readPage(boardId, null, 'I’ll read its items.')
  const items = [...page.items]
  while (typeof page.cursor === 'string') {
    page = yield* readPage(boardId, page.cursor, 'There are more.')
    items.push(...page.items)
  }
  const name = plain(page.boardName ?? wanted)
  if (items.length === 0) return `The ${name} board is empty.`
  return `There are ${String(items.length)} items on the ${name} board:\n\n${itemTable(items)}`
}

/** The ids of the columns by which items can be counted. */
const countedColumns: Readonly<Record<string, string>> = { status: 'status', priority: 'priority', owner: 'person' }

/** "How many items are in each status on the Marketing board?" Reads page after page without a word in between. */
export function* countPlan(wanted: { readonly board: string; readonly column: string }): Plan {
  const board = yield* findBoard(wanted.board)
  const column = countedColumns[wanted.column.toLowerCase()] ?? 'status'
  const counts = new Map<string, number>()
  let cursor: Json = null
  do {
    const page: ItemsPage = yield* readPage(board.id, cursor, '')
    for (const item of page.items) counts.set(textIn(item, column), (counts.get(textIn(item, column)) ?? 0) + 1)
    cursor = page.cursor
  } while (typeof cursor === 'string')
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0)
  const lines = [...counts]
    .sort(([, one], [, other]) => other - one)
    .map(([name, count]) => `| ${name} | ${String(count)} |`)
  return `There are ${String(all)} items on the ${plain(board.name)} board, by ${wanted.column.toLowerCase()}:\n\n| ${wanted.column.charAt(0).toUpperCase()}${wanted.column.slice(1).toLowerCase()} | Items |\n| --- | ---: |\n${lines.join('\n')}`
}

/** "Who am I in Monday.com?" */
export function* mondayIdentityPlan(): Plan {
  const data = yield* read('I’ll ask Monday.com.', { tool: 'monday_me_get', args: {} })
  const me = shaped(
    at(data, 'me'),
    z.object({ name: z.string(), email: z.string(), account: z.object({ name: z.string() }).optional() }),
  )
  return `In Monday.com you are **${plain(me.name)}** (${plain(me.email)}), in the account ${plain(me.account?.name ?? '')}.`
}

/** "Search Monday.com for 'launch'" */
export function* searchPlan(words: string): Plan {
  const data = yield* read('I’ll search.', { tool: 'monday_search', args: { query: words, limit: 10 } })
  const boards = rows(at(data, 'search', 'boards', 'results'), namedSchema)
  const items = rows(at(data, 'search', 'items', 'results'), foundItems)
  if (boards.length + items.length === 0) return `Monday.com finds nothing for “${plain(words)}” that you may see.`
  const lines = [
    ...boards.map(({ id, name }) => `- Board **${plain(name)}** (id ${id})`),
    ...items.map(({ id, name, board }) => `- Item **${plain(name)}** on ${plain(board?.name ?? '')} (id ${id})`),
  ]
  return `Monday.com finds this for “${plain(words)}”:\n\n${lines.join('\n')}`
}

/** "Show the updates on 'Launch teaser video' on the Marketing board" */
export function* updatesPlan(names: { readonly board: string; readonly item: string }): Plan {
  const { item } = yield* findBoardAndItem(names)
  const data = yield* read('I’ll read its updates.', {
    tool: 'monday_updates_list',
    args: { item_id: item.id, limit: 10 },
  })
  const updates = rows(
    at(data, 'updates'),
    z.object({ text_body: z.string(), creator: z.object({ name: z.string() }).optional() }),
  )
  if (updates.length === 0) return `Nobody has written an update on “${plain(item.name)}”.`
  const lines = updates.map(
    ({ text_body, creator }) => `- **${plain(creator?.name ?? 'Somebody')}**: ${plain(text_body)}`,
  )
  return `Updates on “${plain(item.name)}”, newest first:\n\n${lines.join('\n')}`
}
