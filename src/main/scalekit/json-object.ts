import { z } from 'zod'
import type { Json, JsonObject } from '../../contract/json'

// A protobuf Struct nests at most about a hundred levels; a recursive schema of zod would take seconds on megabytes.
const depthLimit = 120

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isJson = (value: unknown, depth: number): value is Json => {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true
  if (typeof value === 'number') return Number.isFinite(value)
  if (depth > depthLimit) return false
  if (Array.isArray(value)) return value.every((item) => isJson(item, depth + 1))
  return isObject(value) && Object.values(value).every((item) => isJson(item, depth + 1))
}

/** Tells a JSON object, without copying it. */
export const isJsonObject = (value: unknown): value is JsonObject => isObject(value) && isJson(value, 0)

/** Parses a JSON object as it arrives in a protobuf Struct, in one pass and without copying it. */
export const structSchema = z.custom<JsonObject>(isJsonObject, 'Not a JSON object')
