import type { ToolCall } from '../../contract/conversation'
import type { Json, JsonObject } from '../../contract/json'
import type { Change } from '../../contract/trust'
import { formatExactTime } from '../../language/formats'
import { t } from '../../language/words'
import { parseJsonObject, readable } from './argument-fields'

/** What one field would change, in words. */
export type ShownChange = { readonly label: string; readonly before: string; readonly after: string }

// Pointed at something else, what was read says nothing any more.
const pointing = /(^|_)(ids?|type|attribute)$/

const same = (one: Json | undefined, other: Json | undefined): boolean => JSON.stringify(one) === JSON.stringify(other)

const isMoved = (call: ToolCall, args: JsonObject): boolean => {
  const mapped = new Set((call.changes ?? []).map(({ argument }) => argument))
  return [...new Set([...Object.keys(call.args), ...Object.keys(args)])].some(
    (name) => !mapped.has(name) && pointing.test(name) && !same(call.args[name], args[name]),
  )
}

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const keyed = (value: Json | undefined, key: string | undefined): Json | undefined => {
  if (key === undefined) return value
  const whole = typeof value === 'string' ? parseJsonObject(value) : value
  return isObject(whole) ? whole[key] : undefined
}

// A value that carries one text is that text.
const plain = (value: Json): Json => {
  if (!isObject(value)) return value
  const texts = Object.values(value).filter((text) => typeof text === 'string')
  return texts.length === 1 ? (texts[0] ?? value) : value
}

const asEdited = (change: Change, call: ToolCall, args: JsonObject): Change | undefined => {
  const { argument, key } = change
  if (argument === undefined || same(call.args[argument], args[argument])) return change
  const given = keyed(args[argument], key)
  if (given === undefined && key !== undefined) return undefined
  return same(keyed(call.args[argument], key), given) ? change : { ...change, after: plain(given ?? null) }
}

const seconds = /(_at|_until)$/

const valueText = (field: string, value: Json): string => {
  if (value === null || value === '') return ''
  if (typeof value === 'boolean') return value ? t('call.yes') : t('call.no')
  if (typeof value === 'number' && seconds.test(field)) return formatExactTime(value * 1000)
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

/**
 * What a call would change with the arguments as they stand on its card; undefined when what was read is not about
 * these arguments any more.
 */
export const changesWith = (call: ToolCall, args: JsonObject): readonly ShownChange[] | undefined => {
  if (call.changes === undefined || isMoved(call, args)) return undefined
  return call.changes.flatMap((given) => {
    const change = asEdited(given, call, args)
    if (change === undefined) return []
    const { field, title, before, after } = change
    return [{ label: title ?? readable(field), before: valueText(field, before), after: valueText(field, after) }]
  })
}
