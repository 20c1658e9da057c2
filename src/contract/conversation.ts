import { z } from 'zod'
import { failureSchema } from './failure'
import { personSchema } from './app-state'
import { attachedFileSchema } from './files'
import { importedCallSchema } from './imported-call'
import { jsonObjectSchema, jsonSchema } from './json'
import { changeSchema, grantOfferSchema, thirdPartySchema, undoSchema } from './trust'

/**
 * What a tool call can do: look, change, take away, or reach people outside.
 * An unknown tool is a write.
 */
export const risks = ['read', 'write', 'destructive', 'open-world'] as const

/**
 * The life of a tool call. Reads go running -> done | failed | stopped.
 * Others go pending -> claimed -> sent -> done | failed | unknown, or pending -> declined | withdrawn.
 */
export const toolCallStates = [
  'running',
  'pending',
  'claimed',
  'sent',
  'done',
  'failed',
  'unknown',
  'declined',
  'stopped',
  'withdrawn',
] as const

/** Something at a provider that a call is about: what kind it is ("board"), its id there, and its name there. */
export const namedObjectSchema = z.object({ kind: z.string(), id: z.string(), name: z.string() })

/** Whose hands: resolved live from the provider itself where it can say. Ids are the provider's own. */
export const accountSchema = z.object({
  /** The account as the provider names it ("Ada Lovelace"). */
  label: z.string().optional(),
  email: z.string().optional(),
  id: z.string().optional(),
  /** Whose house it is: the company's account at the provider ("Northwind"). */
  tenant: z.string().optional(),
  tenantId: z.string().optional(),
  /** The workspace as the provider names it ("Northwind Marketing"). */
  workspace: z.string().optional(),
  workspaceId: z.string().optional(),
  /** What it happens on, by its name there ("Teaser, Marketing"). */
  object: z.string().optional(),
  /** The same, each thing by itself. */
  objects: z.array(namedObjectSchema).optional(),
})

/** What is known of a call whose answer was lost: what reading back found out, or what the person said. */
export const readBacks = ['found', 'not-found', 'cannot-tell', 'told-done', 'told-not-done'] as const

/** A tool call as a window shows it. */
export const toolCallSchema = z.object({
  id: z.string(),
  threadId: z.string(),
  tool: z.string(),
  title: z.string(),
  connection: z.string(),
  providerName: z.string(),
  person: personSchema,
  account: accountSchema,
  /** Whose account it was earlier in this conversation, when that was another one; empty when the provider never said. */
  accountBefore: accountSchema.optional(),
  risk: z.enum(risks),
  args: jsonObjectSchema,
  /** JSON Schema of the arguments: what an edit is checked against. */
  argsSchema: jsonObjectSchema,
  state: z.enum(toolCallStates),
  /**
   * What was returned, shortened for showing; `truncated` says so. `rows`: how many its list had where not all of
   * them are here, `kept`: how many of those can be asked for.
   */
  result: z
    .object({ value: jsonSchema, truncated: z.boolean(), rows: z.number().optional(), kept: z.number().optional() })
    .optional(),
  failure: failureSchema.optional(),
  executionId: z.string().optional(),
  edited: z.boolean(),
  /** How a call came to its end whose answer was lost: the outcome was unknown at first. */
  readBack: z.enum(readBacks).optional(),
  /** What it would change, or changed, where reading could tell what was there before. */
  changes: z.array(changeSchema).optional(),
  undo: undoSchema.optional(),
  /** The call that this one takes back. */
  undoes: z.string().optional(),
  /** Where the provider itself shows what it is about. */
  link: z.string().max(2000).optional(),
  thirdParty: thirdPartySchema.optional(),
  grantOffer: grantOfferSchema.optional(),
  /** The standing permission under which it ran. */
  grant: z.string().optional(),
  startedAt: z.number(),
  /** When a person let it go. */
  approvedAt: z.number().optional(),
  endedAt: z.number().optional(),
})

/** A connection that a message chooses, as it was called then. */
export const chosenConnectionSchema = z.object({ name: z.string(), provider: z.string(), providerName: z.string() })

/** A piece of a message, in order. */
export const partSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), text: z.string() }),
  z.object({ kind: z.literal('reasoning'), text: z.string() }),
  z.object({ kind: z.literal('tool-call'), call: toolCallSchema }),
  z.object({ kind: z.literal('imported-call'), call: importedCallSchema }),
  z.object({ kind: z.literal('failure'), failure: failureSchema }),
  /** Of what a person said: the connections with which alone it is to be answered. */
  z.object({ kind: z.literal('connections'), connections: z.array(chosenConnectionSchema) }),
  /** Of what a person said: a file that came with it. */
  attachedFileSchema.extend({ kind: z.literal('file') }),
])

/**
 * The place of a message among its versions, from 0: what was said or answered there instead. `doneElsewhere`: how many
 * changes were done in versions that are not shown.
 */
export const branchSchema = z.object({
  index: z.number().int().nonnegative(),
  count: z.number().int().min(2),
  previous: z.string().optional(),
  next: z.string().optional(),
  doneElsewhere: z.number().int().nonnegative(),
})

/** A message of a thread. Times are milliseconds since the epoch. */
export const messageSchema = z.object({
  id: z.string(),
  threadId: z.string(),
  role: z.enum(['user', 'assistant']),
  parts: z.array(partSchema),
  status: z.enum(['streaming', 'complete', 'stopped', 'failed']),
  createdAt: z.number(),
  branch: branchSchema.optional(),
  /** It came from a file that anybody may have written: it is to be read, and nothing can be done with it. */
  imported: z.boolean().optional(),
  /** What the person is changing it to, where that is not sent yet. */
  edit: z.string().optional(),
})

/** What a thread is doing right now. `waiting` means an approval is pending. */
export const runStates = ['idle', 'running', 'waiting'] as const

/** A thread in the list. */
export const threadSchema = z.object({
  id: z.string(),
  title: z.string(),
  createdAt: z.number(),
  updatedAt: z.number(),
  run: z.enum(runStates),
  /** It stands above the others. */
  pinned: z.boolean().optional(),
  /** It was put away. */
  archived: z.boolean().optional(),
  /** It began with what a file said. */
  imported: z.boolean().optional(),
})

/** Messages that were sent while a run was at work, in order; `held`: they wait for the person, not for the run. */
export const queueSchema = z.object({
  messages: z.array(z.object({ id: z.string(), text: z.string(), files: z.array(attachedFileSchema).optional() })),
  held: z.boolean(),
})

/** A page of a thread's messages, oldest first; `before` is the cursor of the page above it. */
export const threadPageSchema = z.object({
  thread: threadSchema,
  messages: z.array(messageSchema),
  before: z.string().optional(),
  draft: z.string(),
  queue: queueSchema,
})

/** What happens in a thread, as it happens. */
export const conversationEventSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('thread'), thread: threadSchema }),
  z.object({ kind: z.literal('thread-deleted'), threadId: z.string() }),
  /** The messages that wait in a thread, as they now are. */
  z.object({ kind: z.literal('queue'), threadId: z.string(), queue: queueSchema }),
  /** A message as it now is, whole: replaces the one with the same id or is added at the end. */
  z.object({ kind: z.literal('message'), message: messageSchema }),
  /** Text for the part at `index` of a streaming message; a new part of `part` kind when it is not there yet. */
  z.object({
    kind: z.literal('delta'),
    threadId: z.string(),
    messageId: z.string(),
    index: z.number().int().nonnegative(),
    part: z.enum(['text', 'reasoning']),
    text: z.string(),
  }),
  /**
   * Another path of the thread is shown: after the message `after` (from the beginning when there is none) it goes on
   * as `messages` do, which are its last ones. `before` is the cursor of the page above them.
   */
  z.object({
    kind: z.literal('path-changed'),
    threadId: z.string(),
    after: z.string().optional(),
    messages: z.array(messageSchema),
    before: z.string().optional(),
  }),
  /** A tool call as it now is: replaces the one with the same id in its message, or is added at the end. */
  z.object({ kind: z.literal('tool-call'), threadId: z.string(), messageId: z.string(), call: toolCallSchema }),
])

/** What a tool call can do. */
export type Risk = (typeof risks)[number]
/** Where a tool call stands. */
export type ToolCallState = (typeof toolCallStates)[number]
/** Something at a provider that a call is about. */
export type NamedObject = z.infer<typeof namedObjectSchema>
/** Whose account, in which workspace. */
export type Account = z.infer<typeof accountSchema>
/** A tool call as a window shows it. */
export type ToolCall = z.infer<typeof toolCallSchema>
/** A piece of a message. */
export type Part = z.infer<typeof partSchema>
/** A message of a thread. */
export type Message = z.infer<typeof messageSchema>
/** A thread in the list. */
export type Thread = z.infer<typeof threadSchema>
/** Messages that wait in a thread. */
export type Queue = z.infer<typeof queueSchema>
/** A page of a thread's messages. */
export type ThreadPage = z.infer<typeof threadPageSchema>
/** What happens in a thread. */
export type ConversationEvent = z.infer<typeof conversationEventSchema>
