/** What is being chosen while somebody types: connections after "@", prompts after "/". */
export type Trigger = {
  readonly kind: 'connections' | 'prompts'
  /** Where the sign stands. */
  readonly start: number
  /** What was typed after it so far. */
  readonly query: string
}

const afterAt = /(?:^|[\s(])@([\p{L}\p{N}._-]*)$/u
const afterSlash = /^\/([^\n]*)$/

/** What a text up to the caret asks to be chosen: "@" at the start of a word, "/" at the start of everything. */
export const triggerAt = (text: string, caret: number): Trigger | null => {
  const typed = text.slice(0, caret)
  const prompt = afterSlash.exec(typed)
  if (prompt !== null) return { kind: 'prompts', start: 0, query: prompt[1] ?? '' }
  const connection = afterAt.exec(typed)
  if (connection === null) return null
  const query = connection[1] ?? ''
  return { kind: 'connections', start: caret - query.length - 1, query }
}
