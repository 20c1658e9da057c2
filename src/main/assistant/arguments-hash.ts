import { createHash } from 'node:crypto'
import type { Json, JsonObject } from '../../contract/json'

const isObject = (value: Json): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A JSON value as one text, whatever order its fields stand in. */
export const canonical = (value: Json): string => {
  if (isObject(value)) {
    const fields = Object.keys(value)
      .sort()
      .map((key) => `${JSON.stringify(key)}:${canonical(value[key] ?? null)}`)
    return `{${fields.join(',')}}`
  }
  return Array.isArray(value) ? `[${value.map(canonical).join(',')}]` : JSON.stringify(value)
}

/** The hash that an approval is bound to: the same arguments have the same one, in whatever order they stand. */
export const hashArguments = (args: JsonObject): string => createHash('sha256').update(canonical(args)).digest('hex')
