import { z } from 'zod'
import type { ActivityFilter } from '../../contract/activity'
import type { Owner } from '../identity/identifier'
import type { Database, SqlValue } from '../platform/database'
import { logEntrySchema } from './activity-record'
import { column } from './columns'

const rowSchema = z.object({
  number: z.number(),
  entry: column(logEntrySchema),
  previous: z.string(),
  hash: z.string(),
})

const latestSchema = rowSchema.extend({ first: z.number(), thread_there: z.number() })
const connectionSchema = z.object({ name: z.string(), provider_name: z.string() })

/** A row of the log, its entry parsed. */
export type LoggedEntry = z.infer<typeof rowSchema>

const searched = [
  'title',
  'tool',
  'threadTitle',
  'connection',
  'providerName',
  'account',
  'args',
  'executionId',
  'callId',
]

// The last entry about each call, if it is one that is asked about.
const latest = `
  from (select call_id, min(number) as first, max(number) as last from activity_log where owner = ?1 and serves is null group by call_id) c
  join activity_log l on l.owner = ?1 and l.number = c.last
  where true
  and (?2 is null or (${searched.map((name) => `coalesce(l.entry ->> '$.${name}', '')`).join(` || ' ' || `)}) like ?2 escape '\\')
  and (?3 is null or l.entry ->> '$.connection' = ?3)
  and (?4 is null or l.entry ->> '$.state' = ?4)
  and (?5 is null or l.entry ->> '$.decision' = ?5)
  and (?6 is null or l.entry ->> '$.startedAt' >= ?6)
  and (?7 is null or l.entry ->> '$.startedAt' < ?7)`

const pattern = (text: string | undefined): string | null => {
  const wanted = text?.trim() ?? ''
  return wanted === '' ? null : `%${wanted.replace(/[\\%_]/g, '\\$&')}%`
}

const valuesOf = (owner: Owner, filter: ActivityFilter): SqlValue[] => [
  owner,
  pattern(filter.text),
  filter.connection ?? null,
  filter.state ?? null,
  filter.decision ?? null,
  filter.from ?? null,
  filter.to ?? null,
]

/** Reading the log as a person asks for it. Every query names the owner. */
export type ActivityQueries = {
  /** The last entry about each call that the filter lets through, the call asked for last comes first. */
  readonly latest: (
    owner: Owner,
    filter: ActivityFilter,
    page: { readonly before: number | null; readonly limit: number },
  ) => (LoggedEntry & { readonly first: number; readonly thread_there: number })[]
  /** Every entry about these calls, and about the reads made for them, oldest first. */
  readonly about: (owner: Owner, callIds: readonly string[]) => LoggedEntry[]
  /** Every entry about the calls that the filter lets through, and about the reads made for them, oldest first. */
  readonly matching: (owner: Owner, filter: ActivityFilter) => LoggedEntry[]
  readonly connections: (owner: Owner) => { readonly name: string; readonly providerName: string }[]
}

/** Opens the queries on the app's database. */
export const createActivityQueries = (database: Database): ActivityQueries => ({
  latest: (owner, filter, { before, limit }) =>
    database.rows(
      latestSchema,
      `select l.number, l.entry, l.previous, l.hash, c.first,
         exists (select 1 from threads t where t.owner = l.owner and t.id = l.entry ->> '$.threadId'
           and t.deleted_at is null) as thread_there
       ${latest} and (?8 is null or c.first < ?8) order by c.first desc limit ?9`,
      [...valuesOf(owner, filter), before, limit],
    ),
  about: (owner, callIds) =>
    database.rows(
      rowSchema,
      `select number, entry, previous, hash from activity_log
       where owner = ?1 and (call_id in (select value from json_each(?2)) or serves in (select value from json_each(?2)))
       order by number`,
      [owner, JSON.stringify(callIds)],
    ),
  matching: (owner, filter) =>
    database.rows(
      rowSchema,
      `select number, entry, previous, hash from activity_log
       where owner = ?1 and coalesce(serves, call_id) in (select l.call_id ${latest}) order by number`,
      valuesOf(owner, filter),
    ),
  connections: (owner) =>
    database
      .rows(
        connectionSchema,
        `select distinct entry ->> '$.connection' as name, entry ->> '$.providerName' as provider_name
         from activity_log where owner = ? and entry ->> '$.connection' <> '' order by 2, 1`,
        [owner],
      )
      .map(({ name, provider_name }) => ({ name, providerName: provider_name })),
})
