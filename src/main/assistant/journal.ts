import { z } from 'zod'
import type { ToolCallState } from '../../contract/conversation'
import type { Owner } from '../identity/identifier'
import type { Database, SqlValue } from '../platform/database'
import type { ActivityLog } from './activity-log'
import { callRecordSchema, type CallRecord } from './call-record'
import { canBecome } from './call-states'

/** What a new row of the journal holds; the rest starts empty. */
export type NewCall = Pick<
  CallRecord,
  | 'id'
  | 'thread_id'
  | 'thread_title'
  | 'message_id'
  | 'model_tool'
  | 'connection'
  | 'provider_name'
  | 'account_id'
  | 'tool'
  | 'title'
  | 'risk'
  | 'args'
  | 'args_hash'
  | 'args_schema'
  | 'person'
  | 'account'
  | 'state'
  | 'decision'
  | 'failure'
  | 'started_at'
  | 'ended_at'
> &
  Partial<
    Pick<
      CallRecord,
      'resumes' | 'pinned' | 'changes' | 'snapshot' | 'undo' | 'undoes' | 'third_party' | 'grant_id' | 'tool_hash'
    >
  >

/** What a step changes. `state` is always said, so that every step is one of the state machine. */
export type CallChange = { readonly state: ToolCallState } & Partial<
  Pick<
    CallRecord,
    | 'account_id'
    | 'account'
    | 'args'
    | 'args_hash'
    | 'args_schema'
    | 'decision'
    | 'resumes'
    | 'approved_at'
    | 'result'
    | 'failure'
    | 'execution_id'
    | 'read_back'
    | 'pinned'
    | 'changes'
    | 'snapshot'
    | 'undo'
    | 'third_party'
    | 'grant_id'
    | 'ended_at'
  >
>

/** From where a step may be taken, compared and set in one statement. */
export type Expected = {
  readonly id: string
  readonly from: readonly ToolCallState[]
  readonly argsHash?: string
  readonly accountId?: string
  readonly resumes?: 0 | 1
}

/** The approvals journal: one row for every tool call, whose state only moves by compare-and-set. */
export type Journal = {
  readonly add: (owner: Owner, call: NewCall) => CallRecord
  readonly find: (owner: Owner, id: string) => CallRecord | undefined
  /** Takes a step if the row is still where it is expected to be; undefined when somebody else was first. */
  readonly step: (owner: Owner, expected: Expected, change: CallChange) => CallRecord | undefined
  readonly ofMessages: (owner: Owner, threadId: string, messageIds: readonly string[]) => CallRecord[]
  /** Every call on a thread's path that can have told the model something, newest first, without what it told. */
  readonly told: (owner: Owner, threadId: string) => readonly ToldCall[]
  /** Calls that wait: for a decision, or for their connection. */
  readonly waiting: (owner: Owner, threadId: string | null) => CallRecord[]
  /** Calls that were approved and are on their way. */
  readonly underWay: (owner: Owner) => CallRecord[]
  /** The last call of an account that says whose it is. */
  readonly lastNamed: (owner: Owner, accountId: string) => CallRecord | undefined
  /** Threads on whose path a call is open: being carried out, or waiting. */
  readonly openThreads: (owner: Owner, threadId: string | null) => ReadonlyMap<string, 'running' | 'waiting'>
  /** Gives up what waits in a thread that goes away, and keeps the thread's title for Activity. */
  readonly leaveThread: (owner: Owner, threadId: string, time: number) => void
  /** Gives up what waits, or is not sent yet, in messages that are not on the thread's path any more. */
  readonly leavePath: (owner: Owner, threadId: string, time: number) => readonly CallRecord[]
}

const encoded = (value: unknown): SqlValue => {
  if (value === undefined || value === null) return null
  return typeof value === 'string' || typeof value === 'number' ? value : JSON.stringify(value)
}

const toldCallSchema = callRecordSchema.pick({
  id: true,
  tool: true,
  state: true,
  risk: true,
  read_back: true,
  ended_at: true,
})

/** A call that can have told the model something. */
export type ToldCall = z.infer<typeof toldCallSchema>

const openThreadSchema = z.object({ thread_id: z.string(), busy: z.number() })

const isSettling = (state: ToolCallState): boolean => !['running', 'pending', 'claimed', 'sent'].includes(state)

const lastPosition =
  '(select max(position) from messages m where m.owner = ? and m.thread_id = tool_calls.thread_id and m.active = 1)'

const isLeft = `exists (select 1 from messages m
  where m.owner = tool_calls.owner and m.id = tool_calls.message_id and m.active = 0)`

// SECURITY: what stands on a path that was left is not carried out, whatever was approved there.
const onPathOnly: readonly ToolCallState[] = ['running', 'claimed', 'sent']

type Written = { readonly fields: readonly string[]; readonly state: ToolCallState }

const stepSql = (expected: Expected, { fields, state }: Written): string =>
  [
    `update tool_calls set ${fields.map((field) => `${field} = ?`).join(', ')}`,
    isSettling(state) ? `, answered_after = coalesce(answered_after, ${lastPosition})` : '',
    `where owner = ? and id = ? and state in (${expected.from.map(() => '?').join(', ')})`,
    expected.argsHash === undefined ? '' : 'and args_hash = ?',
    expected.accountId === undefined ? '' : 'and account_id = ?',
    expected.resumes === undefined ? '' : 'and resumes = ?',
    onPathOnly.includes(state) ? `and not ${isLeft}` : '',
    'returning *',
  ].join(' ')

const queries = (
  database: Database,
): Pick<Journal, 'find' | 'ofMessages' | 'told' | 'waiting' | 'underWay' | 'lastNamed' | 'openThreads'> => ({
  find: (owner, id) =>
    database.row(callRecordSchema, 'select * from tool_calls where owner = ? and id = ?', [owner, id]),
  ofMessages: (owner, threadId, messageIds) =>
    database.rows(
      callRecordSchema,
      `select * from tool_calls where owner = ? and thread_id = ?
       and message_id in (select value from json_each(?)) order by seq`,
      [owner, threadId, JSON.stringify(messageIds)],
    ),
  told: (owner, threadId) =>
    database.rows(
      toldCallSchema,
      `select id, tool, state, risk, read_back, ended_at from tool_calls
       where owner = ? and thread_id = ? and state in ('running', 'done', 'failed') and not ${isLeft}
       order by seq desc`,
      [owner, threadId],
    ),
  waiting: (owner, threadId) =>
    database.rows(
      callRecordSchema,
      `select * from tool_calls where owner = ?1 and (?2 is null or thread_id = ?2)
       and (state = 'pending' or resumes = 1) order by seq`,
      [owner, threadId],
    ),
  underWay: (owner) =>
    database.rows(
      callRecordSchema,
      `select * from tool_calls where owner = ? and state in ('claimed', 'sent') order by seq`,
      [owner],
    ),
  lastNamed: (owner, accountId) =>
    database.row(
      callRecordSchema,
      `select * from tool_calls where owner = ? and account_id = ?
       and coalesce(account ->> 'email', account ->> 'label') is not null order by seq desc limit 1`,
      [owner, accountId],
    ),
  openThreads: (owner, threadId) =>
    new Map(
      database
        .rows(
          openThreadSchema,
          `select thread_id, max(state in ('running', 'claimed', 'sent')) as busy from tool_calls
           where owner = ?1 and (?2 is null or thread_id = ?2)
           and (state in ('running', 'pending', 'claimed', 'sent') or resumes = 1) and not ${isLeft}
           group by thread_id`,
          [owner, threadId],
        )
        .map((row) => [row.thread_id, row.busy === 1 ? 'running' : 'waiting']),
    ),
})

const addTo =
  (database: Database): Journal['add'] =>
  (owner, call) => {
    const fields = Object.entries(call)
    const names = ['owner', ...fields.map(([name]) => name)]
    const added = database.row(
      callRecordSchema,
      `insert into tool_calls (${names.join(', ')}) values (${names.map(() => '?').join(', ')}) returning *`,
      [owner, ...fields.map(([, value]) => encoded(value))],
    )
    if (added === undefined) throw new Error('A row that was inserted did not come back')
    return added
  }

const stepOf =
  (database: Database): Journal['step'] =>
  (owner, expected, change) => {
    const wrong = expected.from.find((state) => !canBecome(state, change.state))
    if (wrong !== undefined) throw new Error(`A call can't go from ${wrong} to ${change.state}`)
    const fields = Object.entries(change)
    const settles = isSettling(change.state)
    const names = fields.map(([name]) => name)
    return database.row(callRecordSchema, stepSql(expected, { fields: names, state: change.state }), [
      ...fields.map(([, value]) => encoded(value)),
      ...(settles ? [owner] : []),
      owner,
      expected.id,
      ...expected.from,
      ...(expected.argsHash === undefined ? [] : [expected.argsHash]),
      ...(expected.accountId === undefined ? [] : [expected.accountId]),
      ...(expected.resumes === undefined ? [] : [expected.resumes]),
    ])
  }

// SECURITY: a standing permission covers one attempt at a time. What was given back, or decided by a person, is not
// under it any more: it waits as if there had never been one.
const withoutGrant = (database: Database, owner: Owner, call: CallRecord): CallRecord => {
  const returned = call.state === 'pending' && call.decision === 'granted'
  const decided = call.grant_id !== null && call.state !== 'pending' && call.decision !== 'granted'
  if (!returned && !decided) return call
  const reset = returned ? `, decision = 'waiting', approved_at = null, resumes = 0` : ''
  const sql = `update tool_calls set grant_id = null${reset} where owner = ? and id = ? returning *`
  return database.row(callRecordSchema, sql, [owner, call.id]) ?? call
}

const leaveThreadIn =
  (database: Database, log: ActivityLog): Journal['leaveThread'] =>
  (owner, threadId, time) => {
    database.run(
      `update tool_calls set thread_title =
         coalesce((select title from threads t where t.owner = ?1 and t.id = ?2), thread_title)
       where owner = ?1 and thread_id = ?2`,
      [owner, threadId],
    )
    const withdrawn = database.rows(
      callRecordSchema,
      `update tool_calls set state = 'withdrawn', decision = 'withdrawn', resumes = 0, ended_at = ?
       where owner = ? and thread_id = ? and state = 'pending' returning *`,
      [time, owner, threadId],
    )
    for (const call of withdrawn) log.append(owner, call)
    database.run('update tool_calls set resumes = 0 where owner = ? and thread_id = ?', [owner, threadId])
  }

const leavePathIn =
  (database: Database, log: ActivityLog): Journal['leavePath'] =>
  (owner, threadId, time) => {
    const withdrawn = database.rows(
      callRecordSchema,
      `update tool_calls set state = 'withdrawn', decision = 'withdrawn', resumes = 0, grant_id = null, ended_at = ?
       where owner = ? and thread_id = ? and state in ('pending', 'claimed') and ${isLeft} returning *`,
      [time, owner, threadId],
    )
    for (const call of withdrawn) log.append(owner, call)
    database.run(`update tool_calls set resumes = 0 where owner = ? and thread_id = ? and resumes = 1 and ${isLeft}`, [
      owner,
      threadId,
    ])
    return withdrawn
  }

// What comes back to a path that was left meanwhile waits for nobody any more.
const settledIfLeft = (database: Database, owner: Owner, call: CallRecord): CallRecord => {
  if (call.state !== 'pending' && call.resumes === 0) return call
  const sql = `update tool_calls set resumes = 0,
      decision = case state when 'pending' then 'withdrawn' else decision end,
      ended_at = case state when 'pending' then coalesce(approved_at, started_at) else ended_at end,
      state = case state when 'pending' then 'withdrawn' else state end
    where owner = ? and id = ? and ${isLeft} returning *`
  return database.row(callRecordSchema, sql, [owner, call.id]) ?? call
}

/** Opens the journal on the app's database. Every step is said in the log, in the same transaction. */
export const createJournal = (database: Database, log: ActivityLog): Journal => {
  const add = addTo(database)
  const step = stepOf(database)
  const leave = leaveThreadIn(database, log)
  const leavePath = leavePathIn(database, log)
  return {
    ...queries(database),
    add: (owner, call) =>
      database.transaction(() => {
        const added = add(owner, call)
        log.append(owner, added)
        return added
      }),
    step: (owner, expected, change) =>
      database.transaction(() => {
        const stepped = step(owner, expected, change)
        const taken = stepped && settledIfLeft(database, owner, withoutGrant(database, owner, stepped))
        if (taken !== undefined) log.append(owner, taken)
        return taken
      }),
    leaveThread: (owner, threadId, time) => {
      database.transaction(() => {
        leave(owner, threadId, time)
      })
    },
    leavePath: (owner, threadId, time) => database.transaction(() => leavePath(owner, threadId, time)),
  }
}
