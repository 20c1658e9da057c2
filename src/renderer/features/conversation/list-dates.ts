import { currentLocale } from '../../../language/words'

const isThisYear = (time: number): boolean => new Date(time).getFullYear() === new Date().getFullYear()

const written = (time: number, options: Intl.DateTimeFormatOptions): string => {
  const year = isThisYear(time) ? {} : ({ year: 'numeric' } as const)
  return new Intl.DateTimeFormat(currentLocale(), { ...options, ...year }).format(time)
}

/** The month of a time as its heading in the list, by the calendar of the locale. */
export const monthOf = (time: number): string => written(time, { month: 'long' })

/** The day of a time, short enough for the end of a line. */
export const dayOf = (time: number): string => written(time, { day: 'numeric', month: 'short' })
