import type { Json, JsonObject } from '../../contract/json'
import { boundJson, type Bounded } from './bounded-json'

/** How much of a result is kept and shown, in characters of JSON. */
const mostShown = 200_000
/** How much of a result the model is given. */
const mostForModel = 20_000

/** A result as it is kept and shown. */
export const shownResult = (data: Json): Bounded => boundJson(data, mostShown)

/** A result as the model reads it: short enough, and marked as data that nobody here vouches for. */
export const untrustedData = (result: Bounded): JsonObject => {
  const bounded = boundJson(result.value, mostForModel)
  return {
    untrusted: true,
    data: bounded.value,
    ...(bounded.truncated || result.truncated ? { truncated: true } : {}),
  }
}
