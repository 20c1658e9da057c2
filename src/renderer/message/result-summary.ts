import { isBinary } from '../../contract/plain/binary'
import { withHiddenNamed } from '../../contract/plain/hidden-characters'
import type { Json, JsonObject } from '../../contract/json'
import { isObject, mainList } from '../../contract/plain/main-list'
import { t } from '../../language/words'

const idIn = (value: JsonObject): string | undefined => {
  const id = value['id'] ?? Object.entries(value).find(([key]) => key.endsWith('_id'))?.[1]
  return typeof id === 'string' || typeof id === 'number' ? String(id) : undefined
}

const maximumDepth = 4

/** The id of what a call made or changed: the outermost one in its result. */
export const resultId = (value: Json): string | undefined => {
  let level: readonly Json[] = [value]
  for (let depth = 0; depth < maximumDepth; depth += 1) {
    const objects = level.filter(isObject)
    const id = objects.map(idIn).find((candidate) => candidate !== undefined)
    if (id !== undefined) return id
    level = objects.flatMap((object) => Object.values(object))
  }
  return undefined
}

/** Rows and columns of a result that is a list. */
export type ResultTable = { readonly columns: readonly string[]; readonly rows: readonly JsonObject[] }

const maximumColumns = 8
// Enough to find every column of a list whose rows are alike.
const sampledRows = 200

const isPlain = (value: Json | undefined): boolean => !isObject(value) && !Array.isArray(value)

const namesOf = (rows: readonly JsonObject[]): readonly string[] => {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  const plain = names.filter((name) => rows.some((row) => isPlain(row[name]) || isBinary(row[name])))
  // What says most comes first: what it is called, and the id by which it is asked for.
  const first = ['id', 'name', 'title'].filter((name) => plain.includes(name))
  return [...new Set([...first, ...plain])].slice(0, maximumColumns)
}

// A list that is less than a third of a result is a detail of it.
const leastShare = 3

const sizeOf = (value: Json): number => JSON.stringify(value).length

/** The list that a result is about, or undefined when it is about something else. */
export const resultTable = (value: Json): ResultTable | undefined => {
  const list = mainList(value)
  if (list === undefined || sizeOf(list.rows) * leastShare < sizeOf(value)) return undefined
  const columns = namesOf(list.rows.slice(0, sampledRows))
  return columns.length === 0 ? undefined : { columns, rows: list.rows }
}

const longestCell = 300

/** A cell as a person reads it. */
export const cellText = (value: Json | undefined): string => {
  if (value === undefined || value === null) return ''
  if (isBinary(value)) return t('result.binary', { count: value.bytes })
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value)
  return withHiddenNamed(text.length > longestCell ? `${text.slice(0, longestCell)}…` : text)
}

/** A value as text, word for word but for the bytes that were left out of it. */
export const jsonText = (value: Json): string =>
  withHiddenNamed(
    typeof value === 'string'
      ? value
      : JSON.stringify(
          value,
          (_key, field: Json) => (isBinary(field) ? t('result.binary', { count: field.bytes }) : field),
          2,
        ),
  )
