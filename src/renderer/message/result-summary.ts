import type { Json, JsonObject } from '../../contract/json'

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

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

const maximumColumns = 5

const rowsIn = (value: Json): readonly JsonObject[] =>
  Array.isArray(value) && value.length > 0 && value.every(isObject) ? value.filter(isObject) : []

const columnsOf = (rows: readonly JsonObject[]): readonly string[] => {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  return names
    .filter((name) => rows.some((row) => !isObject(row[name]) && !Array.isArray(row[name])))
    .slice(0, maximumColumns)
}

/** The first list of objects in a result, or undefined when there is none. */
export const resultTable = (value: Json): ResultTable | undefined => {
  let level: readonly Json[] = [value]
  for (let depth = 0; depth < maximumDepth; depth += 1) {
    const rows = level.map(rowsIn).find((candidate) => candidate.length > 0)
    if (rows !== undefined) return { columns: columnsOf(rows), rows }
    level = level.filter(isObject).flatMap((object) => Object.values(object))
  }
  return undefined
}

/** A cell as a person reads it. */
export const cellText = (value: Json | undefined): string => {
  if (value === undefined || value === null) return ''
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
