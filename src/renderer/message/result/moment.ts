import type { Json } from '../../../contract/json'

/** A moment: milliseconds since the epoch, and whether only its day is known. */
export type Moment = { readonly at: number; readonly dayOnly: boolean }

const timeNames = /(?:^|[_.\s])(?:at|on|date|time|until|since|seen|created|updated)$/i
const isoDay = /^(\d{4})-(\d{2})-(\d{2})$/
const isoMoment = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z| UTC|[+-]\d{2}:?\d{2})?$/
// Seconds and milliseconds since the epoch, between 2001 and 2100.
const leastSeconds = 1e9
const mostSeconds = 4.2e9
const thousand = 1000

const ofNumber = (value: number): number | undefined => {
  if (value >= leastSeconds && value <= mostSeconds) return value * thousand
  return value >= leastSeconds * thousand && value <= mostSeconds * thousand ? value : undefined
}

const ofText = (text: string): Moment | undefined => {
  const day = isoDay.exec(text)
  if (day !== null) {
    // A day is that day wherever one reads it.
    const at = new Date(Number(day[1]), Number(day[2]) - 1, Number(day[3])).getTime()
    return Number.isNaN(at) ? undefined : { at, dayOnly: true }
  }
  const at = isoMoment.test(text) ? Date.parse(text.replace(' UTC', 'Z')) : Number.NaN
  return Number.isNaN(at) ? undefined : { at, dayOnly: false }
}

/** The moment that a field tells, by how it is written; a number only where the name of the field speaks of a time. */
export const momentOf = (name: string, value: Json | undefined): Moment | undefined => {
  if (typeof value === 'string') return ofText(value)
  if (typeof value !== 'number' || !timeNames.test(name)) return undefined
  const at = ofNumber(value)
  return at === undefined ? undefined : { at, dayOnly: false }
}
