import { z } from 'zod'
import type { GrantEnd } from '../../contract/grants'
import type { GrantDuration } from '../../contract/trust'
import type { Owner } from '../identity/identifier'
import type { Database } from '../platform/database'
import { hashArguments } from './arguments-hash'
import type { CallRecord } from './call-record'
import { expiryOf, grantRecordSchema, type GrantedCall, type GrantRecord } from './grant-record'
import { grantOfferOf } from './grant-target'

/** The rows of standing permissions. Every query names the owner. */
export type GrantRows = {
  readonly find: (owner: Owner, id: string) => GrantRecord | undefined
  /** Those that nothing has ended, the one that lasts longest first. */
  readonly standing: (owner: Owner) => GrantRecord[]
  /** Those that stand, then those that ended after a time, the latest first. */
  readonly recent: (owner: Owner, endedAfter: number) => GrantRecord[]
  readonly add: (owner: Owner, given: { readonly call: CallRecord; readonly duration: GrantDuration }) => void
  readonly end: (owner: Owner, id: string, because: GrantEnd) => void
  readonly noteUse: (owner: Owner, id: string) => void
  /** Whose permissions stand, of everybody on this computer. */
  readonly owners: () => Owner[]
  /** What went on by itself in a thread since its person last said or approved something. */
  readonly sincePerson: (owner: Owner, call: GrantedCall) => { readonly count: number; readonly same: number }
}

/** What the rows need. */
export type GrantRowsNeeds = {
  readonly database: Database
  readonly now: () => number
  readonly newId: () => string
}

const mostListed = 500
const countsSchema = z.object({ count: z.number(), same: z.number() })
const ownerSchema = z.object({ owner: z.custom<Owner>((value) => typeof value === 'string') })

const sincePersonSql = `
  with person as (select max(time) as time from (
    select max(created_at) as time from messages where owner = ?1 and thread_id = ?2 and role = 'user'
    union all
    select max(approved_at) from tool_calls
    where owner = ?1 and thread_id = ?2 and decision in ('approved', 'edited')))
  select coalesce(sum(decision = 'granted'), 0) as count,
    coalesce(sum(tool = ?3 and connection = ?4 and args_hash = ?5), 0) as same
  from tool_calls where owner = ?1 and thread_id = ?2
  and decision in ('granted', 'approved', 'edited') and approved_at >= (select coalesce(time, 0) from person)`

// SECURITY: what is stored is what the journal says was approved; nothing of it comes from a window.
const fieldsOf = (call: CallRecord, duration: GrantDuration, time: number) => {
  const { target, durations } = grantOfferOf(call)
  if (target === null || call.tool_hash === null || !durations.includes(duration)) {
    throw new Error('A permission was given where none can be')
  }
  return {
    tool: call.tool,
    title: call.title,
    tool_hash: call.tool_hash,
    connection: call.connection,
    provider_name: call.provider_name,
    account_id: call.account_id,
    account: JSON.stringify(call.account),
    target: JSON.stringify(target),
    duration,
    thread_id: call.thread_id,
    created_at: time,
    expires_at: expiryOf(duration, time),
  }
}

/** Opens the rows on the app's database. */
export const createGrantRows = ({ database, now, newId }: GrantRowsNeeds): GrantRows => ({
  find: (owner, id) => database.row(grantRecordSchema, 'select * from grants where owner = ? and id = ?', [owner, id]),
  standing: (owner) =>
    database.rows(
      grantRecordSchema,
      'select * from grants where owner = ? and ended_at is null order by expires_at desc, created_at desc',
      [owner],
    ),
  recent: (owner, endedAfter) =>
    database.rows(
      grantRecordSchema,
      `select * from grants where owner = ? and (ended_at is null or ended_at > ?)
       order by ended_at is not null, coalesce(ended_at, created_at) desc limit ?`,
      [owner, endedAfter, mostListed],
    ),
  add: (owner, { call, duration }) => {
    const fields = Object.entries({ owner, id: newId(), ...fieldsOf(call, duration, now()) })
    database.run(
      `insert into grants (${fields.map(([name]) => name).join(', ')}) values (${fields.map(() => '?').join(', ')})`,
      fields.map(([, value]) => value),
    )
  },
  end: (owner, id, because) => {
    database.run('update grants set ended_at = ?, ended_because = ? where owner = ? and id = ? and ended_at is null', [
      now(),
      because,
      owner,
      id,
    ])
  },
  noteUse: (owner, id) => {
    database.run('update grants set uses = uses + 1, last_used_at = ? where owner = ? and id = ?', [now(), owner, id])
  },
  owners: () =>
    database
      .rows(ownerSchema, 'select distinct owner from grants where ended_at is null', [])
      .map(({ owner }) => owner),
  sincePerson: (owner, call) =>
    database.row(countsSchema, sincePersonSql, [
      owner,
      call.thread_id,
      call.tool,
      call.connection,
      hashArguments(call.args),
    ]) ?? { count: 0, same: 0 },
})
