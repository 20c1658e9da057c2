import { z } from 'zod'
import { personSchema } from '../../contract/app-state'
import { accountSchema, risks, toolCallStates, type ToolCall } from '../../contract/conversation'
import { failureSchema } from '../../contract/failure'
import { jsonObjectSchema, jsonSchema } from '../../contract/json'
import { column } from './columns'

/** Who decided about a call. */
export const decisions = ['automatic', 'approved', 'edited', 'declined', 'waiting', 'withdrawn'] as const

const resultSchema = z.object({ value: jsonSchema, truncated: z.boolean() })

/** A row of the journal, parsed: one tool call of one owner. */
export const callRecordSchema = z.object({
  seq: z.number(),
  id: z.string(),
  thread_id: z.string(),
  thread_title: z.string(),
  message_id: z.string(),
  model_tool: z.string(),
  connection: z.string(),
  provider_name: z.string(),
  account_id: z.string(),
  tool: z.string(),
  title: z.string(),
  risk: z.enum(risks),
  args: column(jsonObjectSchema),
  args_hash: z.string(),
  args_schema: column(jsonObjectSchema),
  person: column(personSchema),
  account: column(accountSchema),
  state: z.enum(toolCallStates),
  decision: z.enum(decisions),
  /** 1: what a person approved (or a read that ran by itself) goes on by itself once its connection is back. */
  resumes: z.number(),
  approved_at: z.number().nullable(),
  result: column(resultSchema).nullable(),
  failure: column(failureSchema).nullable(),
  execution_id: z.string().nullable(),
  read_back: z.enum(['found', 'not-found', 'cannot-tell']).nullable(),
  /** The last position in the thread when the call was settled: later than its message's own when others came first. */
  answered_after: z.number().nullable(),
  started_at: z.number(),
  ended_at: z.number().nullable(),
})

/** A row of the journal. */
export type CallRecord = z.infer<typeof callRecordSchema>

/** The call as a window shows it. */
export const toToolCall = (record: CallRecord): ToolCall => ({
  id: record.id,
  threadId: record.thread_id,
  tool: record.tool,
  title: record.title,
  connection: record.connection,
  providerName: record.provider_name,
  person: record.person,
  account: record.account,
  risk: record.risk,
  args: record.args,
  argsSchema: record.args_schema,
  state: record.state,
  edited: record.decision === 'edited',
  startedAt: record.started_at,
  ...(record.result === null ? {} : { result: record.result }),
  ...(record.failure === null ? {} : { failure: record.failure }),
  ...(record.execution_id === null ? {} : { executionId: record.execution_id }),
  ...(record.read_back === null ? {} : { readBack: record.read_back }),
  ...(record.ended_at === null ? {} : { endedAt: record.ended_at }),
})
