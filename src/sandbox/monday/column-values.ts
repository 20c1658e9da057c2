import type { Json, JsonObject } from '../../contract/json'
import { isJsonObject, requiredText, textOf } from '../arguments'
import { ToolRefusal } from '../sample-provider'
import { boardOf, itemOf, touch } from './access'
import type { MondayTool } from './monday-tool'
import { itemShape } from './shapes'
import type { Board, User } from './state'

/** The column that every board has: what an item is called. */
const nameColumn = 'name'

/** The texts to set, from the JSON that `column_values` carries; refuses what the board doesn't have. */
export const columnValues = (board: Board, args: JsonObject, users: readonly User[]): Record<string, string> => {
  const json = textOf(args, 'column_values')
  if (json === undefined) return {}
  const parsed = parseJson(json)
  if (!isJsonObject(parsed)) throw new ToolRefusal('invalid', 'Invalid arguments: column_values is not a JSON object')
  const createLabels = args['create_labels_if_missing'] === true
  return Object.fromEntries(
    Object.entries(parsed).map(([id, value]) => [
      id,
      columnText(board, { id, text: plainText(value, users), createLabels }),
    ]),
  )
}

const parseJson = (json: string): unknown => {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}

/** The keys under which Monday's column values carry their text. */
const textKeys = ['label', 'text', 'date', 'name', 'url'] as const

const peopleIn = (value: JsonObject, users: readonly User[]): string | undefined => {
  const list = value['personsAndTeams']
  if (!Array.isArray(list)) return undefined
  const ids = list.filter(isJsonObject).map(({ id }) => (typeof id === 'number' ? String(id) : id))
  return users.flatMap(({ id, name }) => (ids.includes(id) ? [name] : [])).join(', ')
}

const plainText = (value: Json, users: readonly User[]): string => {
  if (typeof value === 'string') return value
  if (!isJsonObject(value)) return JSON.stringify(value)
  if (Object.keys(value).length === 0) return ''
  const people = peopleIn(value, users)
  if (people !== undefined) return people
  const texts = textKeys.map((key) => value[key]).filter((text) => typeof text === 'string')
  return texts[0] ?? JSON.stringify(value)
}

const columnText = (
  board: Board,
  { id, text, createLabels }: { readonly id: string; readonly text: string; readonly createLabels: boolean },
): string => {
  if (id === nameColumn) return text
  const column = board.columns.find((candidate) => candidate.id === id)
  if (column === undefined) throw new ToolRefusal('not-found', `Monday.com: board ${board.name} has no column ${id}`)
  if (column.labels === undefined || text === '') return text
  const label = column.labels.find((candidate) => candidate.toLowerCase() === text.toLowerCase())
  if (label !== undefined) return label
  if (!createLabels)
    throw new ToolRefusal(
      'invalid',
      `Monday.com: ${column.title} has no label ${text}; it has ${column.labels.join(', ')}`,
    )
  column.labels.push(text)
  return text
}

const change =
  (answer: string, read: (args: JsonObject) => JsonObject): MondayTool =>
  ({ view, args }) => {
    const board = boardOf(view, requiredText(args, 'board_id'))
    const item = itemOf(view, requiredText(args, 'item_id'))
    if (item.boardId !== board.id)
      throw new ToolRefusal('not-found', `Monday.com: item ${item.id} is not on board ${board.name}`)
    const { [nameColumn]: name, ...values } = columnValues(board, read(args), view.state.users)
    if (name !== undefined && name !== '') item.name = name
    Object.assign(item.values, values)
    touch(view, item)
    return { [answer]: itemShape(view, item) }
  }

const oneColumn = (args: JsonObject, value: Json): JsonObject => ({
  column_values: JSON.stringify({ [requiredText(args, 'column_id')]: value }),
  create_labels_if_missing: args['create_labels_if_missing'] === true,
})

const jsonValue = (args: JsonObject): Json => {
  const parsed = parseJson(requiredText(args, 'value'))
  if (typeof parsed === 'string' || isJsonObject(parsed)) return parsed
  throw new ToolRefusal('invalid', 'Invalid arguments: value is not the JSON of a column value')
}

/** Tools that change column values. */
export const columnTools: Readonly<Record<string, MondayTool>> = {
  monday_item_column_simple_value_change: change('change_simple_column_value', (args) =>
    oneColumn(args, textOf(args, 'value') ?? ''),
  ),
  monday_item_column_value_change: change('change_column_value', (args) => oneColumn(args, jsonValue(args))),
  monday_item_column_values_change: change('change_multiple_column_values', (args) => args),
}
