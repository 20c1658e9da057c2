import { z } from 'zod'
import type { Failure } from '../../../contract/failure'
import { ok, type Result } from '../../../contract/result'
import type { SearchHit, SearchResults } from '../../../contract/search'
import type { Owner } from '../../identity/identifier'
import type { LocalSession } from '../../identity/session'
import type { Database } from '../../platform/database'
import { attempt } from '../saving'
import { matchOf } from './match'
import { hitBegins, hitEnds, piecesOf } from './pieces'

const mostTitles = 10
const mostMessages = 50
const snippetWords = 14

const titleRowSchema = z.object({
  thread_id: z.string(),
  title: z.string(),
  archived: z.number(),
  at: z.number(),
  marked: z.string(),
})
const messageRowSchema = titleRowSchema.extend({
  message_id: z.string(),
  role: z.enum(['user', 'assistant']),
})

const titles = `
  select s.thread_id, t.title, t.archived_at is not null as archived, t.updated_at as at,
    highlight(search_titles, 0, ?1, ?2) as marked
  from search_titles join search_texts s on s.id = search_titles.rowid
    join threads t on t.owner = s.owner and t.id = s.thread_id and t.deleted_at is null
  where search_titles match ?3 and s.owner = ?4
  order by t.updated_at desc limit ?5`

// By their place in the index, newest first: ranking would look at every message with a common word in it.
const messages = `
  select s.thread_id, s.message_id, t.title, t.archived_at is not null as archived, m.created_at as at, m.role,
    snippet(search_messages, 0, ?1, ?2, '…', ${String(snippetWords)}) as marked
  from search_messages join search_texts s on s.id = search_messages.rowid
    join threads t on t.owner = s.owner and t.id = s.thread_id and t.deleted_at is null
    join messages m on m.owner = s.owner and m.id = s.message_id and m.active = 1
  where search_messages match ?3 and s.owner = ?4
  order by search_messages.rowid desc limit ?5`

const toHit = (row: z.infer<typeof titleRowSchema>): SearchHit => ({
  threadId: row.thread_id,
  title: row.title,
  archived: row.archived === 1,
  at: row.at,
  pieces: piecesOf(row.marked),
})

const find = (database: Database, owner: Owner, match: string): SearchResults => {
  const marks = [hitBegins, hitEnds, match, owner] as const
  const named = database.rows(titleRowSchema, titles, [...marks, mostTitles])
  const said = database.rows(messageRowSchema, messages, [...marks, mostMessages + 1])
  return {
    hits: [
      ...named.map(toHit),
      ...said
        .slice(0, mostMessages)
        .map((row): SearchHit => ({ ...toHit(row), messageId: row.message_id, role: row.role })),
    ],
    more: said.length > mostMessages,
  }
}

/** Makes the search over everything that was said in a person's threads, and over their titles. */
export const createSearch =
  (database: Database) =>
  ({ owner }: LocalSession, query: string): Result<SearchResults, Failure> => {
    const match = matchOf(query)
    return match === null ? ok({ hits: [], more: false }) : attempt(() => find(database, owner, match))
  }
