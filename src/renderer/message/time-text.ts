const format = new Intl.DateTimeFormat(undefined, {
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
})

/** A moment as a person reads it: "22 Nov, 17:42". */
export const timeText = (at: number): string => format.format(at)
