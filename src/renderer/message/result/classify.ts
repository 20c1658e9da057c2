import type { Json, JsonObject } from '../../../contract/json'
import { isBinary } from '../../../contract/plain/binary'
import { isObject, mainList } from '../../../contract/plain/main-list'
import type { ResultKind } from '../../state/result-choice'
import { isContact } from './contact-shape'
import { areEntries, conversationOf, type Conversation } from './conversation-shape'
import { countsIn } from './counts-shape'
import { groupingColumns, type Count } from './group-rows'
import { columnsOf } from './columns'
import { isList, rowFields } from './row-fields'

/** What a result is, with the ways in which it can be shown, the best one first. */
export type Classified = {
  readonly kinds: readonly ResultKind[]
  readonly rows: readonly JsonObject[]
  readonly conversation?: Conversation
  readonly counts?: readonly Count[]
  readonly record?: JsonObject
}

// A list that is less than a third of a result is a detail of it.
const leastShare = 3
// Enough to find out what a list is a list of.
const sampledRows = 200

const sizeOf = (value: Json): number => JSON.stringify(value).length

const deepest = 6

/** What providers wrap in {"data": {...}} or {"me": {...}}. */
const unwrapped = (value: Json): Json => {
  let inside = value
  for (let depth = 0; depth < deepest; depth += 1) {
    const fields = isObject(inside) ? Object.values(inside) : isList(inside) ? inside : []
    const [only] = fields
    if (fields.length !== 1 || only === undefined || !(isObject(only) || isList(only))) return inside
    inside = only
  }
  return inside
}

/** The rows of the list that a result is about; undefined when it is about something else. */
const rowsOf = (value: Json): readonly JsonObject[] | undefined => {
  const list = mainList(value)
  if (list === undefined || sizeOf(list.rows) * leastShare < sizeOf(value)) return undefined
  return list.rows.some((row) => Object.keys(row).length > 0) ? list.rows : undefined
}

const ofRows = (rows: readonly JsonObject[], counts: readonly Count[] | undefined): Classified => {
  if (counts?.length === rows.length) return { kinds: ['chart', 'table', 'json'], rows, counts }
  if (rows.every(isContact)) return { kinds: ['cards', 'table', 'json'], rows }
  if (areEntries(rows)) {
    const conversation = { title: undefined, state: undefined, tags: [], opening: undefined, rows }
    return { kinds: ['conversation', 'table', 'json'], rows, conversation }
  }
  const fields = rows.slice(0, sampledRows).map(rowFields)
  const grouping = groupingColumns(fields, columnsOf(fields)).length > 0
  return { kinds: grouping ? ['table', 'chart', 'json'] : ['table', 'json'], rows }
}

const ofObject = (value: JsonObject): Classified | undefined => {
  const conversation = conversationOf(value)
  if (conversation !== undefined) {
    return { kinds: ['conversation', 'json'], rows: conversation.rows, conversation }
  }
  if (isContact(value) && value['type'] !== undefined) return { kinds: ['cards', 'json'], rows: [value] }
  return undefined
}

const ofRecord = (value: Json): Classified => {
  const isRecord = isObject(value) && !isBinary(value) && Object.keys(value).length > 0
  return isRecord ? { kinds: ['record', 'json'], rows: [], record: value } : { kinds: ['json'], rows: [] }
}

/** Finds out by its shape what a result is. One of which only the beginning is here is shown word for word unless it is a list. */
export const classify = (value: Json, truncated = false): Classified => {
  const inside = unwrapped(value)
  const known = isObject(inside) ? ofObject(inside) : undefined
  if (known !== undefined) return known
  const counts = countsIn(value)
  const rows = rowsOf(value)
  if (rows !== undefined) return ofRows(rows, counts)
  if (truncated) return { kinds: ['json'], rows: [] }
  if (counts !== undefined) return { kinds: ['chart', 'record', 'json'], rows: [], counts, record: recordIn(inside) }
  return ofRecord(inside)
}

const recordIn = (value: Json): JsonObject => (isObject(value) ? value : { value })
