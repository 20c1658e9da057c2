import { createHash } from 'node:crypto'
import type { ActivityProblem } from '../../contract/activity'

/** A row of the log: the text of its entry, and the hash that ties it to the row before. */
export type LogRow = {
  readonly number: number
  readonly entry: string
  readonly previous: string
  readonly hash: string
}

/** Where a log ended at some time, noted outside of it. */
export type LogHead = { readonly count: number; readonly hash: string; readonly at: number }

/** What the first row has before it. */
export const chainStart = '0'.repeat(64)

const mostProblems = 50

/** The hash of an entry in its place. */
export const chainHash = (previous: string, entry: string): string =>
  createHash('sha256').update(`${previous}\n${entry}`).digest('hex')

/** What the pure check needs to know of an entry: its own number and time; null when it says none. */
export type EntryFacts = (entry: string) => { readonly number: number | null; readonly at: number | null }

const timeOf = (row: LogRow | undefined, facts: EntryFacts): number | null =>
  row === undefined ? null : facts(row.entry).at

const isSound = (row: LogRow, facts: EntryFacts): boolean =>
  chainHash(row.previous, row.entry) === row.hash && facts(row.entry).number === row.number

const changed = (row: LogRow, facts: EntryFacts): ActivityProblem => ({
  kind: 'changed',
  number: row.number,
  at: timeOf(row, facts),
})

const checkLink = (row: LogRow, before: LogRow | undefined, facts: EntryFacts): readonly ActivityProblem[] => {
  if (row.previous === (before?.hash ?? chainStart)) return []
  if (before === undefined) return [changed(row, facts)]
  // This row remembers another one before it: that one was replaced, its own hash with it.
  return isSound(before, facts) ? [changed(before, facts)] : []
}

const checkRow = (row: LogRow, before: LogRow | undefined, facts: EntryFacts): readonly ActivityProblem[] => {
  const first = (before?.number ?? 0) + 1
  const own = isSound(row, facts) ? [] : [changed(row, facts)]
  if (row.number !== first) {
    return [{ kind: 'missing', first, last: row.number - 1, at: timeOf(before ?? row, facts) }, ...own]
  }
  return own.length > 0 ? own : checkLink(row, before, facts)
}

const checkHead = (rows: ReadonlyMap<number, LogRow>, last: LogRow | undefined, head: LogHead): ActivityProblem[] => {
  const row = rows.get(head.count)
  if (row !== undefined) {
    return row.hash === head.hash ? [] : [{ kind: 'changed', number: head.count, at: head.at }]
  }
  const end = last?.number ?? 0
  return end < head.count ? [{ kind: 'missing', first: end + 1, last: head.count, at: head.at }] : []
}

const nameOf = (problem: ActivityProblem): string =>
  problem.kind === 'missing' ? `missing ${String(problem.first)}` : `${problem.kind} ${JSON.stringify(problem)}`

const isKnown = (problems: readonly ActivityProblem[], problem: ActivityProblem): boolean =>
  problems.some(
    (other) =>
      nameOf(other) === nameOf(problem) ||
      (other.kind === 'changed' && problem.kind === 'changed' && other.number === problem.number),
  )

/**
 * Every row that was changed and every row that is gone, by number and time. `rows` come in order of number;
 * `heads` are the ends that were noted outside, so that an end cut off or written anew is noticed as well.
 */
export const checkChain = (
  rows: readonly LogRow[],
  heads: readonly LogHead[],
  facts: EntryFacts,
): readonly ActivityProblem[] => {
  const problems = rows.flatMap((row, index) => checkRow(row, rows[index - 1], facts))
  const byNumber = new Map(rows.map((row) => [row.number, row]))
  for (const head of heads) {
    const found = checkHead(byNumber, rows.at(-1), head)
    problems.push(...found.filter((problem) => !isKnown(problems, problem)))
  }
  return problems.slice(0, mostProblems)
}
