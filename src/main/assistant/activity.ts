import type {
  ActivityEntry,
  ActivityFilter,
  ActivityFormat,
  ActivityPage,
  ActivityStep,
  ActivityVerdict,
  LookUp,
} from '../../contract/activity'
import type { Failure } from '../../contract/failure'
import { err, ok, type Result } from '../../contract/result'
import type { Owner } from '../identity/identifier'
import type { Database } from '../platform/database'
import { failure } from '../platform/failures'
import { exportText } from './activity-export'
import type { ActivityLog } from './activity-log'
import { createActivityQueries, type ActivityQueries, type LoggedEntry } from './activity-queries'
import { attempt } from './saving'

/** What was done in this owner's name, as the log says. */
export type Activity = {
  readonly page: (owner: Owner, filter: ActivityFilter, before: string | undefined) => Result<ActivityPage, Failure>
  /** Every entry about the calls that the filter lets through, as the text of a file. */
  readonly export: (
    owner: Owner,
    format: ActivityFormat,
    filter: ActivityFilter,
  ) => Result<{ readonly text: string; readonly entries: number }, Failure>
  readonly verify: (owner: Owner) => Result<ActivityVerdict, Failure>
}

const pageSize = 50
const cursorPattern = /^\d{1,15}$/

const toStep = ({ number, hash, entry }: LoggedEntry): ActivityStep => ({
  number,
  hash,
  at: entry.at,
  state: entry.state,
  decision: entry.decision,
  ...(entry.grant === undefined ? {} : { grant: entry.grant }),
  ...(entry.failure === undefined ? {} : { failure: entry.failure }),
  ...(entry.readBack === undefined ? {} : { readBack: entry.readBack }),
  ...(entry.durationMs === undefined ? {} : { durationMs: entry.durationMs }),
})

const toLookUp = ({ number, hash, entry }: LoggedEntry): LookUp => ({
  number,
  hash,
  at: entry.at,
  tool: entry.tool,
  title: entry.title,
  args: entry.args,
  state: entry.state,
  ...(entry.executionId === undefined ? {} : { executionId: entry.executionId }),
  ...(entry.durationMs === undefined ? {} : { durationMs: entry.durationMs }),
})

type Latest = ReturnType<ActivityQueries['latest']>[number]

const toEntry = ({ entry, thread_there }: Latest, about: readonly LoggedEntry[]): ActivityEntry => ({
  call: { ...entry, id: entry.callId },
  decision: entry.decision,
  threadTitle: entry.threadTitle,
  threadThere: thread_there === 1,
  steps: about.filter((logged) => logged.entry.callId === entry.callId).map(toStep),
  lookUps: about.filter((logged) => logged.entry.serves === entry.callId).map(toLookUp),
})

const readPage = (
  queries: ActivityQueries,
  owner: Owner,
  asked: { readonly filter: ActivityFilter; readonly before: number | null },
): ActivityPage => {
  const latest = queries.latest(owner, asked.filter, { before: asked.before, limit: pageSize })
  const callIds = latest.map(({ entry }) => entry.callId)
  const about = queries.about(owner, callIds)
  const last = latest.at(-1)
  return {
    entries: latest.map((row) => toEntry(row, about)),
    connections: queries.connections(owner),
    ...(last !== undefined && latest.length === pageSize ? { before: String(last.first) } : {}),
  }
}

/** Makes the reading side of the log. */
export const createActivity = (database: Database, log: ActivityLog): Activity => {
  const queries = createActivityQueries(database)
  return {
    page: (owner, filter, before) => {
      if (before !== undefined && !cursorPattern.test(before)) return err(failure('request-invalid'))
      return attempt(() => readPage(queries, owner, { filter, before: before === undefined ? null : Number(before) }))
    },
    export: (owner, format, filter) =>
      attempt(() => {
        const rows = queries.matching(owner, filter)
        return { text: exportText(format, rows), entries: rows.length }
      }),
    verify: (owner) => {
      const verdict = attempt(() => log.verify(owner))
      return verdict.ok ? ok(verdict.value) : verdict
    },
  }
}
