import { z } from 'zod'
import { personSchema } from '../../contract/app-state'
import { accountSchema, readBacks, risks, toolCallStates } from '../../contract/conversation'
import { failureSchema } from '../../contract/failure'
import { jsonObjectSchema, jsonSchema } from '../../contract/json'
import { changeSchema, thirdPartySchema, undoSchema } from '../../contract/trust'
import { column } from './columns'

/** Who decided about a call. */
export const decisions = [
  'automatic',
  'granted',
  'approved',
  'edited',
  'declined',
  'waiting',
  'withdrawn',
  /** It was not let through: nobody was asked, and nothing left. */
  'refused',
] as const

const resultSchema = z.object({ value: jsonSchema, truncated: z.boolean(), rows: z.number().optional() })

/** What the thread was pinned to when a call came on another account: the connected account, and who it was. */
export const pinnedSchema = z.object({ accountId: z.string(), account: accountSchema })

/** What the thread was pinned to. */
export type Pinned = z.infer<typeof pinnedSchema>

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
  read_back: z.enum(readBacks).nullable(),
  /** The last position in the thread when the call was settled: later than its message's own when others came first. */
  answered_after: z.number().nullable(),
  /** Whose account it was before in this thread, when the call would happen on another one. */
  pinned: column(pinnedSchema).nullable(),
  changes: column(z.array(changeSchema)).nullable(),
  /** What was read before it was carried out: what taking it back is built from. */
  snapshot: column(jsonObjectSchema).nullable(),
  undo: column(undoSchema).nullable(),
  undoes: z.string().nullable(),
  third_party: column(thirdPartySchema).nullable(),
  /** The standing permission under which it runs, or is about to. */
  grant_id: z.string().nullable(),
  /** What its tool said about itself when the call was made. */
  tool_hash: z.string().nullable(),
  started_at: z.number(),
  ended_at: z.number().nullable(),
})

/** A row of the journal. */
export type CallRecord = z.infer<typeof callRecordSchema>
