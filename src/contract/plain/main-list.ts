import type { Json, JsonObject } from '../json'

/** The list that a result is about: where it lies, and its rows. */
export type MainList = { readonly path: readonly string[]; readonly rows: readonly JsonObject[] }

const deepest = 6

/** Tells an object from every other value. */
export const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isArray = (value: Json): value is readonly Json[] => Array.isArray(value)

type Place = { readonly path: readonly string[]; readonly value: Json }

// Providers wrap: {"boards": [{"items_page": {"items": [...]}}]}. A list of one is looked into.
const inside = ({ path, value }: Place): readonly Place[] => {
  const first = isArray(value) && value.length === 1 ? value[0] : undefined
  if (first !== undefined) return [{ path: [...path, '0'], value: first }]
  return isObject(value) ? Object.entries(value).map(([key, field]) => ({ path: [...path, key], value: field })) : []
}

const listAt = ({ path, value }: Place): MainList | undefined =>
  isArray(value) && value.length > 0 && value.every(isObject) ? { path, rows: value.filter(isObject) } : undefined

/** The longest list of objects in a result, the outermost of several; undefined when there is none. */
export const mainList = (value: Json): MainList | undefined => {
  let found: MainList | undefined
  let level: readonly Place[] = [{ path: [], value }]
  for (let depth = 0; depth < deepest; depth += 1) {
    for (const place of level) {
      const list = listAt(place)
      if (list !== undefined && list.rows.length > (found?.rows.length ?? 0)) found = list
    }
    level = level.flatMap(inside)
  }
  return found
}

/** The same result with other rows in its list. */
export const withRows = (value: Json, path: readonly string[], rows: readonly Json[]): Json => {
  const [key, ...rest] = path
  if (key === undefined) return rows
  if (isArray(value)) return value.map((item, index) => (String(index) === key ? withRows(item, rest, rows) : item))
  if (!isObject(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, field]) => [name, name === key ? withRows(field, rest, rows) : field]),
  )
}
