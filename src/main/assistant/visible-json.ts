import type { Json, JsonObject } from '../../contract/json'
import { withHiddenNamed } from '../../contract/plain/hidden-characters'

const isArray = (value: Json): value is readonly Json[] => Array.isArray(value)

/**
 * A value in which nothing is hidden: characters that nobody sees, and that a model may read as words all the same,
 * are named in their place.
 */
export const visibleJson = (value: Json): Json => {
  if (typeof value === 'string') return withHiddenNamed(value)
  if (typeof value !== 'object' || value === null) return value
  return isArray(value) ? value.map(visibleJson) : visibleObject(value)
}

/** An object in whose names and values nothing is hidden. */
export const visibleObject = (value: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(value).map(([name, field]) => [withHiddenNamed(name), visibleJson(field)]))

const words: ReadonlySet<string> = new Set(['description', 'title', '$comment'])

/** A schema whose words hide nothing. What arguments are checked against stays as it is. */
export const visibleSchema = (schema: Json): Json => {
  if (typeof schema !== 'object' || schema === null) return schema
  if (isArray(schema)) return schema.map(visibleSchema)
  return visibleSchemaObject(schema)
}

/** A schema that is an object, with words that hide nothing. */
export const visibleSchemaObject = (schema: JsonObject): JsonObject =>
  Object.fromEntries(
    Object.entries(schema).map(([name, field]) => [
      name,
      words.has(name) && typeof field === 'string' ? withHiddenNamed(field) : visibleSchema(field),
    ]),
  )
