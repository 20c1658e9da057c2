import { setImmediate } from 'node:timers'
import { z } from 'zod'
import type { ActivityVerdict } from '../../contract/activity'
import type { Database } from '../platform/database'
import { chainHash, chainStart, checkChain, type LogHead, type LogRow } from './activity-chain'
import { createHeadsInMemory, type ActivityHeads } from './activity-heads'
import { entryText, logEntryOf, logEntrySchema, saysMore } from './activity-record'
import type { CallRecord } from './call-record'
import { column } from './columns'
import { grantRecordSchema, grantText } from './grant-record'

/** The log of every decision and call, one chain for each owner. */
export type ActivityLog = {
  /** Adds what a step of the journal says; to be called in that step's transaction, so that neither is without the other. */
  readonly append: (owner: string, call: CallRecord) => void
  /** Adds a read that the app made by itself for the call that it names. */
  readonly appendLookUp: (owner: string, read: CallRecord, serves: string) => void
  /** Walks the whole chain and compares its end with what was noted outside. */
  readonly verify: (owner: string) => ActivityVerdict
  /** Drops what is noted about an owner whose entries are all deleted. Throws when the disk refuses. */
  readonly forget: (owner: string) => void
  /** Notes now where each log ends. */
  readonly flush: () => void
}

/** What the log needs. `heads` is where the ends are noted. */
export type ActivityLogNeeds = {
  readonly database: Database
  readonly now: () => number
  readonly heads?: ActivityHeads
  readonly onError?: (error: unknown) => void
}

const mostLost = 20
const rowSchema = z.object({ number: z.number(), entry: z.string(), previous: z.string(), hash: z.string() })
const entrySchema = z.object({ entry: column(logEntrySchema) })
const headRowSchema = z.object({ number: z.number(), hash: z.string() })
const factsSchema = column(z.object({ number: z.number(), at: z.number() }))

const factsOf = (entry: string): { readonly number: number | null; readonly at: number | null } =>
  factsSchema.safeParse(entry).data ?? { number: null, at: null }

const headOf = (database: Database, owner: string): z.infer<typeof headRowSchema> | undefined =>
  database.row(headRowSchema, 'select number, hash from activity_log where owner = ? order by number desc limit 1', [
    owner,
  ])

const grantOf = (database: Database, owner: string, { decision, grant_id }: CallRecord): string | undefined => {
  if (decision !== 'granted') return undefined
  const grant = database.row(grantRecordSchema, 'select * from grants where owner = ? and id = ?', [owner, grant_id])
  return grant && grantText(grant)
}

const appendTo =
  ({ database, now }: ActivityLogNeeds) =>
  (owner: string, call: CallRecord, serves?: string): boolean => {
    const last = headOf(database, owner)
    const number = (last?.number ?? 0) + 1
    const said = database.row(
      entrySchema,
      'select entry from activity_log where owner = ? and call_id = ? order by number desc limit 1',
      [owner, call.id],
    )
    const about = logEntryOf(call, { number, at: now(), grant: grantOf(database, owner, call) })
    const entry = { ...about, ...(serves === undefined ? {} : { serves }) }
    if (!saysMore(said?.entry, entry)) return false
    const text = entryText(entry)
    const previous = last?.hash ?? chainStart
    database.run('insert into activity_log (owner, number, entry, previous, hash) values (?, ?, ?, ?, ?)', [
      owner,
      number,
      text,
      previous,
      chainHash(previous, text),
    ])
    return true
  }

const isThere = (database: Database, owner: string, head: LogHead): boolean =>
  database.row(headRowSchema, 'select number, hash from activity_log where owner = ? and number = ?', [
    owner,
    head.count,
  ])?.hash === head.hash

const noteHead = ({ database, now }: ActivityLogNeeds, heads: ActivityHeads, owner: string): void => {
  const end = headOf(database, owner)
  if (end === undefined) return
  const { head: noted, lost } = heads.read(owner)
  const gone = noted !== null && !isThere(database, owner, noted)
  heads.write(owner, {
    head: { count: end.number, hash: end.hash, at: now() },
    lost: gone ? [...lost, noted].slice(0, mostLost) : lost,
  })
}

const readRows = (database: Database, owner: string): LogRow[] =>
  database.rows(rowSchema, 'select number, entry, previous, hash from activity_log where owner = ? order by number', [
    owner,
  ])

/** Opens the log on the app's database. */
export const createActivityLog = (needs: ActivityLogNeeds): ActivityLog => {
  const { database, onError, heads = createHeadsInMemory() } = needs
  const grown = new Set<string>()
  const append = appendTo(needs)
  const flush = (): void => {
    for (const owner of [...grown]) {
      grown.delete(owner)
      try {
        noteHead(needs, heads, owner)
      } catch (error) {
        onError?.(error)
      }
    }
  }
  const grew = (owner: string): void => {
    // After the transaction: a noted end that was rolled back would look like one that was cut off.
    if (grown.size === 0) setImmediate(flush)
    grown.add(owner)
  }
  return {
    append: (owner, call) => {
      if (append(owner, call)) grew(owner)
    },
    appendLookUp: (owner, read, serves) => {
      if (database.transaction(() => append(owner, read, serves))) grew(owner)
    },
    verify: (owner) => {
      flush()
      const rows = readRows(database, owner)
      const { head, lost } = heads.read(owner)
      const problems = checkChain(rows, [...lost, ...(head === null ? [] : [head])], factsOf)
      return {
        entries: rows.length,
        problems: [...problems, ...(rows.length > 0 && head === null ? [{ kind: 'no-head' as const }] : [])],
      }
    },
    forget: (owner) => {
      grown.delete(owner)
      heads.forget(owner)
    },
    flush,
  }
}
