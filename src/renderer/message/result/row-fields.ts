import type { Json, JsonObject } from '../../../contract/json'
import { isBinary } from '../../../contract/plain/binary'
import { isObject } from '../../../contract/plain/main-list'

/** Tells a list from every other value. */
export const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value)

/** A text that says something. */
export const filledText = (value: Json | undefined): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value : undefined

// {"id": "topics", "title": "This week"}: what stands for something else, told by its name.
const nameOf = (value: Json): string | undefined =>
  isObject(value) ? (filledText(value['name']) ?? filledText(value['title'])) : undefined

// {"type": "list", "data": [...], "total_count": 2}: a list with what is said about it.
const listIn = (value: Json): readonly Json[] | undefined => {
  if (isList(value)) return value
  if (!isObject(value)) return undefined
  const lists = Object.values(value).filter(isList)
  return lists.length === 1 && filledText(value['type'])?.endsWith('list') === true ? lists[0] : undefined
}

/** The names of several things: "VIP, Beta"; undefined where they have none. */
export const namesIn = (value: Json | undefined): readonly string[] | undefined => {
  const list = value === undefined ? undefined : listIn(value)
  if (list === undefined) return undefined
  const names = list.map((entry) => (typeof entry === 'string' ? entry : nameOf(entry)))
  const known = names.filter((name) => name !== undefined)
  return known.length === names.length ? known : undefined
}

type Field = readonly [string, Json]

const columnTitle = (entry: JsonObject): string | undefined => {
  const column = entry['column']
  const title = isObject(column) ? filledText(column['title']) : undefined
  return title ?? filledText(entry['title']) ?? filledText(entry['id'])
}

// Monday.com lists the values of an item, each with the column that it belongs to.
const columnFields = (values: readonly Json[]): readonly Field[] | undefined => {
  const fields: Field[] = []
  for (const entry of values) {
    const title = isObject(entry) ? columnTitle(entry) : undefined
    if (!isObject(entry) || title === undefined || entry['text'] === undefined) return undefined
    fields.push([title, entry['text']])
  }
  return fields
}

const shownValue = (value: Json): Json => nameOf(value) ?? namesIn(value)?.join(', ') ?? value

// {"source": {"subject": "Refund", "author": {...}}}: one step into what has no name of its own.
const nestedFields = (name: string, value: Json): readonly Field[] => {
  const shown = shownValue(value)
  if (!isObject(shown) || isBinary(shown)) return [[name, shown]]
  const inside = Object.entries(shown)
  return inside.length === 0 ? [[name, shown]] : inside.map(([key, field]) => [`${name}.${key}`, shownValue(field)])
}

const freeName = (name: string, taken: ReadonlyMap<string, Json>): string => {
  let free = name
  for (let count = 2; taken.has(free); count += 1) free = `${name} (${String(count)})`
  return free
}

const columnsIn = (name: string, value: Json): readonly Field[] | undefined =>
  name === 'column_values' && isList(value) ? columnFields(value) : undefined

/**
 * A row with what is nested in it readable: things by their names, and the values of columns by the titles of these,
 * which a person set up and which therefore come first. No field gets lost to another one of the same name.
 */
export const rowFields = (row: JsonObject): JsonObject => {
  const own = new Map<string, Json>()
  const columns: Field[] = []
  const nested: Field[] = []
  for (const [name, value] of Object.entries(row)) {
    const found = columnsIn(name, value)
    if (found !== undefined) columns.push(...found)
    else if (isObject(shownValue(value)) && !isBinary(value)) nested.push(...nestedFields(name, value))
    else own.set(name, shownValue(value))
  }
  const first = new Map<string, Json>()
  const taken = new Map(own)
  for (const [title, value] of columns) {
    const name = freeName(title, taken)
    first.set(name, value)
    taken.set(name, value)
  }
  for (const [title, value] of nested) {
    const name = freeName(title, taken)
    own.set(name, value)
    taken.set(name, value)
  }
  return Object.fromEntries([...first, ...own])
}
