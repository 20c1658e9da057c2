import { currentLocale } from './words'

const cached = <Format, Options>(
  make: (locale: string, options: Options) => Format,
): ((options: Options) => Format) => {
  const made = new Map<string, Format>()
  return (options) => {
    const locale = currentLocale()
    const key = `${locale} ${JSON.stringify(options)}`
    const known = made.get(key)
    if (known !== undefined) return known
    const format = make(locale, options)
    made.set(key, format)
    return format
  }
}

const numbers = cached((locale, options: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale, options))
const dates = cached((locale, options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, options))
const listing = cached((locale, options: Intl.ListFormatOptions) => new Intl.ListFormat(locale, options))
const relative = cached(
  (locale, options: Intl.RelativeTimeFormatOptions) => new Intl.RelativeTimeFormat(locale, options),
)

const second = 1000
const minute = 60 * second
const hour = 60 * minute
const day = 24 * hour

/** A number: 12,345.6 in English, 12.345,6 in German. */
export const formatNumber = (value: number, options: Intl.NumberFormatOptions = {}): string =>
  numbers(options).format(value)

/** A share of one, in whole per cent. */
export const formatPercent = (share: number): string => numbers({ style: 'percent' }).format(share)

/** A day: 28 Nov 2026. */
export const formatDate = (time: number): string => dates({ dateStyle: 'medium' }).format(time)

/** A time of day: 16:51. */
export const formatTime = (time: number): string => dates({ timeStyle: 'short' }).format(time)

/** A day and a time of day, short enough for a list: 28 Nov, 16:51. */
export const formatMoment = (time: number): string =>
  dates({ day: 'numeric', month: 'short', hour: 'numeric', minute: '2-digit' }).format(time)

/** A day and a time of day, to the second. */
export const formatExactTime = (time: number): string =>
  dates({ dateStyle: 'medium', timeStyle: 'medium' }).format(time)

const unit = (value: number, name: string, digits = 0): string =>
  numbers({ style: 'unit', unit: name, unitDisplay: 'short', maximumFractionDigits: digits }).format(value)

/** How long something took: 0.4 sec, 12 sec, 2 min 5 sec, 1 hr 3 min. */
export const formatDuration = (milliseconds: number): string => {
  const rounded = Math.round(milliseconds / second) * second
  if (milliseconds < 10 * second) return unit(milliseconds / second, 'second', 1)
  if (rounded < minute) return unit(rounded / second, 'second')
  if (rounded < hour) {
    return `${unit(Math.floor(rounded / minute), 'minute')} ${unit((rounded % minute) / second, 'second')}`
  }
  return `${unit(Math.floor(rounded / hour), 'hour')} ${unit(Math.floor((rounded % hour) / minute), 'minute')}`
}

const sizes = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const

/** A size in bytes, in the unit that fits: 3.4 MB. */
export const formatBytes = (bytes: number): string => {
  const step = bytes < 1000 ? 0 : Math.min(sizes.length - 1, Math.floor(Math.log10(bytes) / 3))
  const value = bytes / 1000 ** step
  // Its short form has no plural.
  if (step === 0) return numbers({ style: 'unit', unit: 'byte', unitDisplay: 'long' }).format(value)
  return unit(value, sizes[step] ?? 'byte', value < 10 && step > 0 ? 1 : 0)
}

/** Several things in a sentence: a, b and c. */
export const formatList = (parts: readonly string[]): string => listing({ type: 'conjunction' }).format(parts)

const steps = [
  ['day', day],
  ['hour', hour],
  ['minute', minute],
] as const

/** How long ago, or in how long: 5 minutes ago, yesterday, in 2 hours. */
export const formatRelativeTime = (time: number, now: number): string => {
  const away = time - now
  const [name, size] = steps.find(([, length]) => Math.abs(away) >= length) ?? (['second', second] as const)
  return relative({ numeric: 'auto' }).format(Math.trunc(away / size), name)
}
