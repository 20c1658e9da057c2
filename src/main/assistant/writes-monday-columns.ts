import { jsonSchema, type Json, type JsonObject } from '../../contract/json'
import type { ReadAccount } from './account-reader'
import { readBoard, readItem, partOf } from './monday-reading'
import { argument, objectsIn } from './probe'
import { difference, restoring, wordsOf, type Difference, type ReviewedWrite, type ToolUse } from './reviewed-write'

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const parsed = (text: string | undefined): Json | undefined => {
  if (text === undefined) return undefined
  try {
    return jsonSchema.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}

// Where a value of Monday.com's carries what people read.
const textKeys = ['label', 'text', 'date', 'name', 'url', 'email', 'phone', 'checked'] as const

const shownValue = (value: Json): Json => {
  if (!isObject(value)) return value ?? ''
  if (Object.keys(value).length === 0) return ''
  return textKeys.map((key) => value[key]).find((text) => text !== undefined && text !== null) ?? value
}

type Wanted = Readonly<Record<string, Json>>

const named = (args: JsonObject, value: Json | undefined): Wanted => {
  const column = argument(args, 'column_id')
  return column === undefined || value === undefined ? {} : { [column]: value }
}

const wantedBy: Readonly<Record<string, (args: JsonObject) => Wanted>> = {
  monday_item_column_simple_value_change: (args) => named(args, args['value'] ?? ''),
  monday_item_column_value_change: (args) => named(args, parsed(argument(args, 'value'))),
  monday_item_column_values_change: (args) => {
    const values = parsed(argument(args, 'column_values'))
    return isObject(values) ? values : {}
  },
}

const columnsIn = (item: JsonObject): readonly JsonObject[] =>
  objectsIn(item['column_values'] ?? null).filter((object) => argument(object, 'id') !== undefined && 'text' in object)

const titleOf = (column: JsonObject): string | undefined => {
  const own = isObject(column['column']) ? column['column'] : column
  return argument(own, 'title')
}

const nameColumn = (item: JsonObject): JsonObject => ({ type: 'name', text: item['name'] ?? '' })

const titled = (title: string | undefined): { readonly title?: string } => (title === undefined ? {} : { title })

const factsOf = (item: JsonObject, board: JsonObject): JsonObject => {
  const facts = columnsIn(item).map((column): [string, JsonObject] => {
    const id = argument(column, 'id') ?? ''
    const { type = '', text = '', value = null } = column
    const title = titleOf(column) ?? argument(partOf(board, 'columns', id) ?? {}, 'title')
    return [id, { type, text, value, ...titled(title) }]
  })
  return { ...Object.fromEntries(facts), name: nameColumn(item) }
}

const find = async (args: JsonObject, read: ReadAccount): Promise<JsonObject | undefined> => {
  const item = await readItem(read, argument(args, 'item_id'))
  if (item === undefined) return undefined
  const untitled = columnsIn(item).some((column) => titleOf(column) === undefined)
  const board = untitled ? await readBoard(read, argument(args, 'board_id')) : undefined
  return { columns: factsOf(item, board ?? {}), ...(item['url'] === undefined ? {} : { url: item['url'] }) }
}

const columnOf = (seen: JsonObject, id: string): JsonObject | undefined => {
  const columns = seen['columns']
  const column = isObject(columns) ? columns[id] : undefined
  return isObject(column) ? column : undefined
}

const changesBy =
  (tool: string): NonNullable<ReviewedWrite['changes']> =>
  (args, seen) =>
    Object.entries(wantedBy[tool]?.(args) ?? {}).flatMap(([id, value]): Difference[] => {
      const column = columnOf(seen, id)
      if (column === undefined) return []
      const where =
        tool === 'monday_item_column_values_change' ? { argument: 'column_values', key: id } : { argument: 'value' }
      return [
        difference(id, [column['text'] ?? '', shownValue(value)], {
          ...where,
          ...titled(argument(column, 'title')),
        }),
      ]
    })

// Their text is all there is to them; others are put back by the value that was read.
const plainTypes = new Set([
  'name',
  'status',
  'color',
  'text',
  'long_text',
  'long-text',
  'numbers',
  'numeric',
  'date',
  'dropdown',
])

const previousValue = (column: JsonObject | undefined): Json | undefined => {
  if (column === undefined) return undefined
  const text = wordsOf(column['text'])
  if (plainTypes.has(wordsOf(column['type']))) return text
  const value = parsed(argument(column, 'value'))
  if (value !== undefined && value !== null) return value
  return text === '' ? {} : undefined
}

const simpler = (place: JsonObject, [column_id, value]: readonly [string, Json]): ToolUse =>
  typeof value === 'string'
    ? { tool: 'monday_item_column_simple_value_change', args: { ...place, column_id, value } }
    : { tool: 'monday_item_column_value_change', args: { ...place, column_id, value: JSON.stringify(value) } }

const several = (place: JsonObject, values: readonly (readonly [string, Json])[]): ToolUse => ({
  tool: 'monday_item_column_values_change',
  args: { ...place, column_values: JSON.stringify(Object.fromEntries(values)) },
})

const restoreBy = (tool: string): NonNullable<ReviewedWrite['undo']> =>
  restoring((args, seen) => {
    const ids = Object.keys(wantedBy[tool]?.(args) ?? {})
    const values = ids.flatMap((id): (readonly [string, Json])[] => {
      const value = previousValue(columnOf(seen, id))
      return value === undefined ? [] : [[id, value]]
    })
    const [first] = values
    if (first === undefined || values.length < ids.length) return undefined
    const { board_id = '', item_id = '' } = args
    const place = { board_id, item_id }
    return tool === 'monday_item_column_values_change' ? several(place, values) : simpler(place, first)
  })

/** How the writes of columns are reviewed: what each column said is read before, and put back. */
export const columnWrites = Object.fromEntries(
  Object.keys(wantedBy).map((tool): [string, ReviewedWrite] => [
    tool,
    { about: ['board_id', 'item_id', 'column_id'], find, changes: changesBy(tool), undo: restoreBy(tool) },
  ]),
)
