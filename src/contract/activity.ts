import { z } from 'zod'
import { personSchema } from './app-state'
import { accountSchema, readBacks, risks, toolCallStates } from './conversation'
import { failureCodes } from './failure'
import { jsonObjectSchema } from './json'

/** Who decided about a call. */
export const activityDecisions = [
  'automatic',
  'granted',
  'approved',
  'edited',
  'declined',
  'waiting',
  'withdrawn',
  'refused',
] as const

const decision = z.enum(activityDecisions)
const state = z.enum(toolCallStates)

/** What an entry of the log says about its call. Secrets among the arguments are left out; `argsHash` is of all of them. */
export const activityCallSchema = z.object({
  id: z.string(),
  threadId: z.string(),
  messageId: z.string(),
  tool: z.string(),
  title: z.string(),
  connection: z.string(),
  providerName: z.string(),
  person: personSchema,
  account: accountSchema,
  risk: z.enum(risks),
  args: jsonObjectSchema,
  argsHash: z.string(),
  state,
  executionId: z.string().optional(),
  startedAt: z.number(),
  endedAt: z.number().optional(),
})

/** One entry of the log: a decision about a call, or a step of carrying it out. */
export const activityStepSchema = z.object({
  number: z.number(),
  at: z.number(),
  state,
  decision,
  /** The standing permission under which it ran. */
  grant: z.string().optional(),
  failure: z.enum(failureCodes).optional(),
  /** How the end of a call came to be known whose answer was lost. */
  readBack: z.enum(readBacks).optional(),
  durationMs: z.number().optional(),
  hash: z.string(),
})

/** A read that the app made for a call by itself: whose account it is, what was there, what became of it. */
export const lookUpSchema = z.object({
  number: z.number(),
  at: z.number(),
  tool: z.string(),
  title: z.string(),
  args: jsonObjectSchema,
  state,
  executionId: z.string().optional(),
  durationMs: z.number().optional(),
  hash: z.string(),
})

/** One line of Activity: a tool call as the log last saw it, and every entry about it, oldest first. */
export const activityEntrySchema = z.object({
  call: activityCallSchema,
  decision,
  threadTitle: z.string(),
  /** Whether the thread is still there to be opened. */
  threadThere: z.boolean(),
  steps: z.array(activityStepSchema),
  lookUps: z.array(lookUpSchema),
})

/** A page of Activity; `before` is the cursor of older entries. */
export const activityPageSchema = z.object({
  entries: z.array(activityEntrySchema),
  before: z.string().optional(),
  /** Every connection that the log knows, to filter by. */
  connections: z.array(z.object({ name: z.string(), providerName: z.string() })),
})

/** Which calls of the log are meant; what is left out is not asked about. Times are milliseconds since the epoch. */
export const activityFilterSchema = z.object({
  text: z.string().max(200).optional(),
  connection: z.string().max(200).optional(),
  state: state.optional(),
  decision: decision.optional(),
  from: z.number().optional(),
  to: z.number().optional(),
})

/** The formats that the log can be exported in. */
export const activityFormats = ['csv', 'jsonl'] as const

/** What came of an export: the name of the file, or null when the person chose none. */
export const activityExportSchema = z.object({ file: z.string().nullable(), entries: z.number() })

/** An entry that was changed, or a range of entries that is gone, and around when. */
export const activityProblemSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('changed'), number: z.number(), at: z.number().nullable() }),
  z.object({ kind: z.literal('missing'), first: z.number(), last: z.number(), at: z.number().nullable() }),
  /** The note beside the log of where it ended is gone: an end that was cut off can't be ruled out. */
  z.object({ kind: z.literal('no-head') }),
])

/** What checking the log found. */
export const activityVerdictSchema = z.object({ entries: z.number(), problems: z.array(activityProblemSchema) })

/** One line of Activity. */
export type ActivityEntry = z.infer<typeof activityEntrySchema>

/** One entry of the log. */
export type ActivityStep = z.infer<typeof activityStepSchema>
/** A read that the app made for a call by itself. */
export type LookUp = z.infer<typeof lookUpSchema>
/** A page of Activity. */
export type ActivityPage = z.infer<typeof activityPageSchema>
/** Which calls of the log are meant. */
export type ActivityFilter = z.infer<typeof activityFilterSchema>
/** A format of an export. */
export type ActivityFormat = (typeof activityFormats)[number]
/** What came of an export. */
export type ActivityExport = z.infer<typeof activityExportSchema>
/** An entry that was changed, or a range of entries that is gone. */
export type ActivityProblem = z.infer<typeof activityProblemSchema>
/** What checking the log found. */
export type ActivityVerdict = z.infer<typeof activityVerdictSchema>
