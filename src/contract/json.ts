import { z } from 'zod'

/** Any JSON value. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }

/** A JSON object: tool arguments, tool results, JSON Schemas. */
export type JsonObject = { readonly [key: string]: Json }

// Deeper than anything that a tool takes or returns; what is deeper would overflow the stack somewhere.
const depthLimit = 120

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  Object.prototype.toString.call(value) === '[object Object]'

const isJson = (value: unknown, depth: number): value is Json => {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true
  if (typeof value === 'number') return Number.isFinite(value)
  if (depth > depthLimit) return false
  if (Array.isArray(value)) return value.every((item) => isJson(item, depth + 1))
  return isRecord(value) && Object.values(value).every((item) => isJson(item, depth + 1))
}

/** Tells a JSON object, without copying it. */
export const isJsonObject = (value: unknown): value is JsonObject => isRecord(value) && isJson(value, 0)

// In one pass: a recursive schema of zod would take seconds on the megabytes that a tool may return.

/** Parses any JSON value. */
export const jsonSchema: z.ZodType<Json> = z.custom<Json>((value) => isJson(value, 0), 'Not JSON')

/** Parses a JSON object. */
export const jsonObjectSchema: z.ZodType<JsonObject> = z.custom<JsonObject>(isJsonObject, 'Not a JSON object')
