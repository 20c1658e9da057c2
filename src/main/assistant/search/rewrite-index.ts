import { z } from 'zod'
import type { Database } from '../../platform/database'

const indexes = ['search_messages', 'search_titles'] as const
const pagesAtOnce = 200

const changesSchema = z.object({ total: z.number() })
const changesOf = (database: Database): number =>
  database.row(changesSchema, 'select total_changes() as total', [])?.total ?? 0

/** Whether there is more to write anew. */
const rewrite = (database: Database, index: (typeof indexes)[number], first: boolean): boolean => {
  const before = changesOf(database)
  const pages = first ? -pagesAtOnce : pagesAtOnce
  database.run(`insert into ${index} (${index}, rank) values ('merge', ?)`, [pages])
  return changesOf(database) - before >= 2
}

/**
 * Writes the index of the search anew, a piece at a time, without the words that were taken out of it: until then
 * they are only marked as gone. SQLite can also do that at once, but this version of it then takes the file for damaged.
 * https://www.sqlite.org/fts5.html#the_merge_command
 */
export function* rewriteIndex(database: Database): Generator<undefined, undefined> {
  for (const index of indexes) {
    for (let first = true; rewrite(database, index, first); first = false) yield
  }
  return undefined
}
