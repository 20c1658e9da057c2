import { z } from 'zod'
import { accountSchema, type Account } from '../../contract/conversation'
import { grantEnds, type Grant, type GrantEnd } from '../../contract/grants'
import { grantDurations, grantTargetSchema, type GrantDuration } from '../../contract/trust'
import type { CallRecord } from './call-record'
import { column } from './columns'
import { grantDurationsOf, sameTarget } from './grant-target'
import { sameWho } from './same-who'

/** A row of the standing permissions, parsed. */
export const grantRecordSchema = z.object({
  id: z.string(),
  tool: z.string(),
  title: z.string(),
  tool_hash: z.string(),
  connection: z.string(),
  provider_name: z.string(),
  account_id: z.string(),
  account: column(accountSchema),
  target: column(grantTargetSchema),
  duration: z.enum(grantDurations),
  thread_id: z.string(),
  created_at: z.number(),
  expires_at: z.number(),
  uses: z.number(),
  last_used_at: z.number().nullable(),
  ended_at: z.number().nullable(),
  ended_because: z.enum(grantEnds).nullable(),
})

/** A row of the standing permissions. */
export type GrantRecord = z.infer<typeof grantRecordSchema>

/** What a standing permission is compared with. */
export type GrantedCall = Pick<
  CallRecord,
  'thread_id' | 'tool' | 'connection' | 'account_id' | 'args' | 'args_schema' | 'risk' | 'tool_hash'
>

const dayMs = 24 * 60 * 60_000

const nextMidnight = (time: number): number => {
  const day = new Date(time)
  return new Date(day.getFullYear(), day.getMonth(), day.getDate() + 1).getTime()
}

/** Until when a permission that is given now may last; one for a conversation too ends some day. */
export const expiryOf = (duration: GrantDuration, now: number): number =>
  duration === 'today' ? nextMidnight(now) : now + 30 * dayMs

/** Whether the time of a permission is over. A clock that was set back ends it: it must not make it last longer. */
export const isOver = (grant: GrantRecord, now: number): boolean =>
  now >= grant.expires_at || now < Math.max(grant.created_at, grant.last_used_at ?? 0)

/** Whether a permission is about this very call, whatever the time is. */
export const isAbout = (grant: GrantRecord, call: GrantedCall): boolean =>
  grant.tool === call.tool &&
  grant.connection === call.connection &&
  grant.account_id === call.account_id &&
  grant.tool_hash === call.tool_hash &&
  (grant.duration !== 'thread' || grant.thread_id === call.thread_id) &&
  grantDurationsOf(call).includes(grant.duration) &&
  sameTarget(call, grant.target)

const isNamed = ({ label, email }: Account): boolean => label !== undefined || email !== undefined

/** What the provider says now about who a permission was given as. Who can't be told any more has to be asked about. */
export const compareHands = (grant: GrantRecord, now: Account = {}): 'same' | 'other' | 'cannot-tell' => {
  const before = grant.account
  // Nobody could say who it was: the account's own id, which is compared as well, is all there is.
  if (!isNamed(before)) return 'same'
  const same = sameWho(before, now)
  if (same !== 'cannot-tell') return same ? 'same' : 'other'
  return before.label !== undefined && now.label !== undefined ? 'same' : 'cannot-tell'
}

const endOf = ({ ended_at, ended_because }: GrantRecord): { readonly at: number; readonly because: GrantEnd } | null =>
  ended_at === null || ended_because === null ? null : { at: ended_at, because: ended_because }

/** The permission as a window shows it. */
export const toGrant = (record: GrantRecord): Grant => {
  const ended = endOf(record)
  return {
    id: record.id,
    tool: record.tool,
    title: record.title,
    connection: record.connection,
    providerName: record.provider_name,
    account: record.account,
    target: record.target,
    duration: record.duration,
    createdAt: record.created_at,
    expiresAt: record.expires_at,
    uses: record.uses,
    ...(record.last_used_at === null ? {} : { lastUsedAt: record.last_used_at }),
    ...(ended === null ? {} : { ended }),
  }
}

/** The permission as the activity log names it: what, where, until when, and its id. */
export const grantText = ({ id, tool, target, duration, expires_at }: GrantRecord): string =>
  [
    tool,
    `${target.argument} ${target.id}${target.name === undefined ? '' : ` (${target.name})`}`,
    duration,
    new Date(expires_at).toISOString(),
    id,
  ].join(' · ')
