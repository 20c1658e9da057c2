const shortTime = new Intl.DateTimeFormat(undefined, {
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
})
const longTime = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'medium' })

/** A time as a list shows it. */
export const listTime = (at: number): string => shortTime.format(at)

/** A time as an entry of the log is told apart by it. */
export const exactTime = (at: number): string => longTime.format(at)
