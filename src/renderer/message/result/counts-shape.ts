import type { Json, JsonObject } from '../../../contract/json'
import { isObject } from '../../../contract/plain/main-list'
import type { Count } from './group-rows'
import { isList } from './row-fields'

const countNames = /^(?:count|counts|number|total|amount|quantity|items|items_count|sum)$/i

const ofEntry = ([label, count]: readonly [string, Json]): readonly Count[] =>
  typeof count === 'number' && count >= 0 ? [{ label, count }] : []

// {"status": "Done", "count": 12}
const ofRow = (row: JsonObject): readonly Count[] => {
  const entries = Object.entries(row)
  if (entries.length === 1) return entries.flatMap(ofEntry)
  const count = entries.find(([name]) => countNames.test(name))
  const label = entries.find(([name, value]) => name !== 'id' && typeof value === 'string')
  return entries.length <= 3 && count !== undefined && label !== undefined && typeof label[1] === 'string'
    ? ofEntry([label[1], count[1]])
    : []
}

const all = <T>(values: readonly T[], read: (value: T) => readonly Count[]): readonly Count[] | undefined => {
  const counts = values.flatMap(read)
  return values.length >= 2 && counts.length === values.length ? counts : undefined
}

/** Rows of which each is the number of something. */
export const countsInRows = (rows: readonly JsonObject[]): readonly Count[] | undefined => all(rows, ofRow)

const deepest = 4
// Numbers that say something about the answer itself, or which one something is.
const noCount = /(?:^|_)(?:page|pages|limit|offset|cursor|id|at|complexity|version|status|code)$/i

const countedFields = (value: JsonObject): readonly (readonly [string, Json])[] =>
  Object.entries(value).filter(([name, field]) => name !== 'type' || typeof field !== 'string')

// Counts in an envelope: one field, with a thing in it.
const onlyThing = (entries: readonly (readonly [string, Json])[]): Json | undefined => {
  const [only] = entries
  return entries.length === 1 && only !== undefined && typeof only[1] === 'object' ? only[1] : undefined
}

/** Numbers by what they count, however deep they lie: {"open": 12, "closed": 40}. */
export const countsIn = (value: Json, depth = 0): readonly Count[] | undefined => {
  if (isList(value)) return value.every(isObject) ? countsInRows(value.filter(isObject)) : undefined
  if (!isObject(value) || depth > deepest) return undefined
  const entries = countedFields(value)
  if (entries.some(([name]) => noCount.test(name))) return undefined
  const inside = onlyThing(entries)
  return inside === undefined ? all(entries, ofEntry) : countsIn(inside, depth + 1)
}
