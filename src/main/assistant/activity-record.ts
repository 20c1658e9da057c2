import { z } from 'zod'
import { activityCallSchema, activityStepSchema } from '../../contract/activity'
import { canonical } from './arguments-hash'
import { jsonObjectSchema } from '../../contract/json'
import type { CallRecord } from './call-record'
import { redactArguments } from './redact-arguments'

/** What an entry of the log holds, as text in one order of fields. */
export const logEntrySchema = activityCallSchema.omit({ id: true }).extend({
  ...activityStepSchema.omit({ hash: true }).shape,
  callId: z.string(),
  accountId: z.string(),
  /** The call that a read of the app's own was made for. */
  serves: z.string().optional(),
  threadTitle: z.string(),
})

/** An entry of the log. */
export type LogEntry = z.infer<typeof logEntrySchema>

const durationOf = ({ state, decision, ended_at, approved_at, started_at }: CallRecord): number | undefined => {
  if (ended_at === null || decision === 'declined' || decision === 'withdrawn' || state === 'pending') return undefined
  return Math.max(0, ended_at - (approved_at ?? started_at))
}

/** What the log says about a call as it now is. */
export const logEntryOf = (
  call: CallRecord,
  place: { readonly number: number; readonly at: number; readonly grant?: string | undefined },
): LogEntry => ({
  ...place,
  callId: call.id,
  threadId: call.thread_id,
  threadTitle: call.thread_title,
  messageId: call.message_id,
  tool: call.tool,
  title: call.title,
  connection: call.connection,
  providerName: call.provider_name,
  accountId: call.account_id,
  account: call.account,
  person: call.person,
  risk: call.risk,
  args: redactArguments(call.args, call.args_schema),
  argsHash: call.args_hash,
  state: call.state,
  // An approval that was given back is waiting again, whoever approved it before.
  decision: call.state === 'pending' ? 'waiting' : call.decision,
  failure: call.failure?.code,
  executionId: call.execution_id ?? undefined,
  readBack: call.read_back ?? undefined,
  startedAt: call.started_at,
  endedAt: call.ended_at ?? undefined,
  durationMs: durationOf(call),
})

/** The entry as the text that is hashed and stored. */
export const entryText = (entry: LogEntry): string =>
  canonical(jsonObjectSchema.parse(JSON.parse(JSON.stringify(entry))))

/** Whether a step of the journal is one that the log has not said yet. */
export const saysMore = (last: LogEntry | undefined, next: LogEntry): boolean =>
  last === undefined ||
  (['state', 'decision', 'argsHash', 'executionId', 'readBack', 'failure', 'accountId'] as const).some(
    (field) => last[field] !== next[field],
  )
