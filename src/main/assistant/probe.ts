import type { Json, JsonObject } from '../../contract/json'

/** What reading found out about a call whose answer was lost. */
export type Finding =
  { readonly kind: 'found'; readonly value: Json } | { readonly kind: 'not-found' } | { readonly kind: 'cannot-tell' }

/** How to find out by reading whether a call was done. */
export type Probe = { readonly tool: string; readonly args: JsonObject; readonly judge: (result: Json) => Finding }

/** What a probe knows of the call: its arguments, and when it was approved (milliseconds). */
export type ProbedCall = { readonly args: JsonObject; readonly approvedAt: number }

/** Makes the probe of one tool; undefined when these arguments give nothing to look for. */
export type ProbeMaker = (call: ProbedCall) => Probe | undefined

/** An argument as a text: providers take ids as texts or numbers. */
export const argument = (args: JsonObject, name: string): string | undefined => {
  const value = args[name]
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' && value !== '' ? value : undefined
}

const isArray = (value: Json): value is readonly Json[] => Array.isArray(value)

/** Every object in a result, however deep. */
export const objectsIn = (value: Json): readonly JsonObject[] => {
  if (typeof value !== 'object' || value === null) return []
  if (isArray(value)) return value.flatMap(objectsIn)
  return [value, ...Object.values(value).flatMap(objectsIn)]
}

/** A text without its markup and spacing, to compare what was sent with what a provider made of it. */
export const plain = (text: string): string =>
  text
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&amp;', '&')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replace(/\s+/g, ' ')
    .trim()

const millisecondsOf = (time: Json | undefined): number | undefined => {
  if (typeof time === 'number') return time < 1e11 ? time * 1000 : time
  if (typeof time !== 'string') return undefined
  const parsed = Date.parse(time)
  return Number.isNaN(parsed) ? undefined : parsed
}

// Providers cut times to seconds.
const rounding = 2000
// Clocks differ: what was made shortly before may be the call's own work after all.
const clockDoubt = 10 * 60_000

const ageOf = (object: JsonObject, approvedAt: number): 'new' | 'old' | 'unclear' => {
  const created = millisecondsOf(object['created_at'])
  if (created === undefined) return 'unclear'
  if (created >= approvedAt - rounding) return 'new'
  return created < approvedAt - clockDoubt ? 'old' : 'unclear'
}

const hasMore = (result: Json): boolean =>
  objectsIn(result).some(
    (object) => typeof object['cursor'] === 'string' || (typeof object['next'] === 'object' && object['next'] !== null),
  )

/** What to look for in a result that lists what is there. */
export type Search = {
  readonly matches: (object: JsonObject) => boolean
  readonly approvedAt: number
  /** Whether a list without a match proves that it was not done. */
  readonly complete: boolean
}

/** Looks for something that a call would have made. */
export const judgeCreation =
  ({ matches, approvedAt, complete }: Search): Probe['judge'] =>
  (result) => {
    const matching = objectsIn(result).filter(matches)
    const made = matching.find((object) => ageOf(object, approvedAt) === 'new')
    if (made !== undefined) return { kind: 'found', value: made }
    const unclear = matching.some((object) => ageOf(object, approvedAt) === 'unclear')
    return unclear || !complete || hasMore(result) ? { kind: 'cannot-tell' } : { kind: 'not-found' }
  }

/** Looks whether something is now as a call would have left it. `is` undefined: the result doesn't show it. */
export const judgeState =
  (is: (result: Json) => JsonObject | boolean | undefined): Probe['judge'] =>
  (result) => {
    const state = is(result)
    if (state === undefined) return { kind: 'cannot-tell' }
    if (state === false) return { kind: 'not-found' }
    return { kind: 'found', value: state === true ? result : state }
  }
