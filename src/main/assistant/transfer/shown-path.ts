import type { FileMessage } from './thread-file'

/** Of the messages that follow the same one, by its number: the one that is shown. */
export const shownAfter = (messages: readonly FileMessage[]): ReadonlyMap<number | null, number> => {
  const chosen = new Map<number | null, number>()
  for (const [index, { after, shown }] of messages.entries()) {
    if (shown || !chosen.has(after)) chosen.set(after, index)
  }
  return chosen
}

/** The numbers of the messages that are shown, in order. */
export const shownPath = (messages: readonly FileMessage[]): readonly number[] => {
  const chosen = shownAfter(messages)
  const path: number[] = []
  for (let at = chosen.get(null); at !== undefined; at = chosen.get(at)) path.push(at)
  return path
}
