import { z } from 'zod'
import { findBoard, findBoardAndItem } from './monday-lookups'
import { at, plain, PlanEnd, sentence, shaped, shortfall, write, type Plan } from './plan'
import type { Outcome } from './outcome'

const createdSchema = z.object({ id: z.string() })

/** The names of an item and of the board it is on; the board may be left out. */
export type ItemNames = { readonly board: string; readonly item: string }

const createdLine = (name: string, board: string, outcome: Outcome | undefined): string => {
  if (outcome?.kind !== 'done') return `“${plain(name)}”: ${shortfall(outcome ?? { kind: 'open' })}`
  const { id } = shaped(at(outcome.data, 'create_item'), createdSchema)
  return `“${plain(name)}” is on the ${plain(board)} board as item ${id}.`
}

/** "Create an item 'Q3 launch brief' on the Marketing board", with one name or several. */
export function* createItemsPlan(names: readonly string[], boardName: string): Plan {
  const board = yield* findBoard(boardName)
  const outcomes = yield {
    say: `I found the ${plain(board.name)} board. ${names.length === 1 ? 'This is what I would create:' : 'These are the items that I would create:'}`,
    uses: names.map((name) => ({ tool: 'monday_item_create', args: { board_id: board.id, item_name: name } })),
  }
  const lines = names.map((name, index) => createdLine(name, board.name, outcomes[index]))
  const [only] = lines
  if (lines.length > 1 || only === undefined) return lines.map((line) => `- ${line}`).join('\n')
  const [outcome] = outcomes
  return outcome?.kind === 'done' ? `Done: ${only}` : shortfall(outcome ?? { kind: 'open' })
}

/** "Create a group 'Ideas' on the Marketing board" */
export function* createGroupPlan(group: string, boardName: string): Plan {
  const board = yield* findBoard(boardName)
  yield* write('This is the group that I would create:', {
    tool: 'monday_group_create',
    args: { board_id: board.id, group_name: group },
  })
  return `Done: the group “${plain(group)}” is on the ${plain(board.name)} board.`
}

/** "Create a board 'Autumn fair'" */
export function* createBoardPlan(name: string): Plan {
  const data = yield* write('This is the board that I would create:', {
    tool: 'monday_board_create',
    args: { board_name: name, board_kind: 'public' },
  })
  return `Done: the board “${plain(name)}” has the id ${shaped(at(data, 'create_board'), createdSchema).id}.`
}

/** "Add the update '…' to '…' on the Marketing board" */
export function* addUpdatePlan(names: ItemNames, body: string): Plan {
  const { item } = yield* findBoardAndItem(names)
  yield* write('This is the update that I would post:', {
    tool: 'monday_update_create',
    args: { item_id: item.id, body },
  })
  return `Done: your update is on “${plain(item.name)}”.`
}

/** "Add a subitem '…' to '…' on the Marketing board" */
export function* createSubitemPlan(names: ItemNames, subitem: string): Plan {
  const { item } = yield* findBoardAndItem(names)
  const data = yield* write('This is the subitem that I would create:', {
    tool: 'monday_subitem_create',
    args: { parent_item_id: item.id, item_name: subitem },
  })
  const { id } = shaped(at(data, 'create_subitem'), createdSchema)
  return `Done: “${plain(subitem)}” is a subitem of “${plain(item.name)}”, with the id ${id}.`
}

/** "Set the status of '…' on the Marketing board to Done" */
export function* setColumnPlan(names: ItemNames, change: { readonly column: string; readonly value: string }): Plan {
  const { board, item } = yield* findBoardAndItem(names)
  const column = board?.columns.find(({ title }) => title.toLowerCase() === change.column.toLowerCase())
  yield* write('This is the change that I would make:', {
    tool: 'monday_item_column_simple_value_change',
    args: {
      board_id: board?.id ?? item.board?.id ?? '',
      item_id: item.id,
      column_id: column?.id ?? change.column.toLowerCase(),
      value: change.value,
    },
  })
  return `Done: the ${change.column.toLowerCase()} of “${plain(item.name)}” is now ${sentence(plain(change.value))}`
}

/** "Move '…' on the Marketing board to the group This week" */
export function* moveItemPlan(names: ItemNames, groupName: string): Plan {
  const { board, item } = yield* findBoardAndItem(names)
  const found = board ?? (yield* findBoard(item.board?.name ?? ''))
  const group = found.groups.find(({ title }) => title.toLowerCase() === groupName.toLowerCase())
  if (group === undefined)
    throw new PlanEnd(
      `The ${plain(found.name)} board has no group named “${plain(groupName)}”. It has ${found.groups.map(({ title }) => plain(title)).join(', ')}.`,
    )
  yield* write('This is the move that I would make:', {
    tool: 'monday_item_move_to_group',
    args: { item_id: item.id, group_id: group.id },
  })
  return `Done: “${plain(item.name)}” is now in the group ${sentence(plain(group.title))}`
}

const removals = {
  archive: { tool: 'monday_item_archive', done: 'is archived' },
  delete: { tool: 'monday_item_delete', done: 'is deleted' },
} as const

/** "Archive the item '…' on the Marketing board", and the same with delete. */
export function* removeItemPlan(names: ItemNames, deed: 'archive' | 'delete'): Plan {
  const { item } = yield* findBoardAndItem(names)
  const { tool, done } = removals[deed]
  yield* write(`This is the item that I would ${deed}, number ${item.id}:`, { tool, args: { item_id: item.id } })
  return `Done: “${plain(item.name)}” ${done}.`
}
