import type { Json, JsonObject } from '../../contract/json'
import { mainList, withRows, type MainList } from '../../contract/plain/main-list'
import { boundJson, type Bounded } from './bounded-json'
import { withoutBinary } from './without-binary'

/** A result that fits. `rows`: how many its list had, where some were left out. */
export type CallResult = Bounded & { readonly rows?: number | undefined }

/** How much of a result is kept, in characters of JSON. */
const mostKept = 2_000_000
/** How much of it a window gets with the conversation; it asks for the rows after that. */
const mostShown = 100_000
/** How much of it the model is given. */
const mostForModel = 20_000

const sizeOf = (value: Json): number => JSON.stringify(value).length

const firstRows = (rows: readonly Json[], room: number): readonly Json[] => {
  let left = room
  const after = rows.findIndex((row) => {
    left -= sizeOf(row) + 1
    return left < 0
  })
  return after === -1 ? rows : rows.slice(0, after)
}

const countOf = (list: MainList | undefined): number | undefined =>
  list !== undefined && list.rows.length > 1 ? list.rows.length : undefined

/** Shortens a result: a list to its first whole rows, anything else to its beginning. */
export const boundResult = (given: CallResult, limit: number): CallResult => {
  const { value } = given
  const size = sizeOf(value)
  if (size <= limit) return given
  const list = mainList(value)
  const kept = list === undefined ? [] : firstRows(list.rows, limit - (size - sizeOf(list.rows)))
  if (list === undefined || kept.length === 0) return { ...boundJson(value, limit), rows: given.rows ?? countOf(list) }
  return { value: withRows(value, list.path, kept), truncated: true, rows: given.rows ?? list.rows.length }
}

/** A result as it is kept. */
export const keptResult = (data: Json): CallResult =>
  boundResult({ value: withoutBinary(data), truncated: false }, mostKept)

/** A result as a window gets it with the conversation; `kept`: how many of its rows there are to ask for. */
export const shownResult = (result: CallResult): CallResult & { readonly kept?: number } => {
  const shown = boundResult(result, mostShown)
  return shown.rows === undefined ? shown : { ...shown, kept: mainList(result.value)?.rows.length ?? 0 }
}

/** A result as the model reads it: short enough, and marked as data that nobody here vouches for. */
export const untrustedData = (result: CallResult): JsonObject => {
  const bounded = boundResult(result, mostForModel)
  const { rows } = bounded
  return {
    untrusted: true,
    data: bounded.value,
    ...(bounded.truncated ? { truncated: true } : {}),
    ...(rows === undefined ? {} : { rows, shown: mainList(bounded.value)?.rows.length ?? 0 }),
  }
}
