import type { JsonObject as WireObject, JsonValue as WireValue } from '@bufbuild/protobuf'
import type { Json, JsonObject } from '../../contract/json'

const isList = (value: Json): value is readonly Json[] => Array.isArray(value)

const toWireValue = (value: Json): WireValue => {
  if (typeof value !== 'object' || value === null) return value
  return isList(value) ? value.map(toWireValue) : toWire(value)
}

/** A copy in protobuf's own JSON type, whose objects and lists are not read-only. */
export const toWire = (object: JsonObject): WireObject =>
  Object.fromEntries(Object.entries(object).map(([key, value]) => [key, toWireValue(value)]))
