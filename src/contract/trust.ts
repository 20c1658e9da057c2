import { z } from 'zod'
import { jsonSchema } from './json'

/** What a call would change: what reading found there, and what would be there then. */
export const changeSchema = z.object({
  /** What it is, by a name of ours or of the provider's. */
  field: z.string(),
  /** The provider's own word for it, where it has one ("Status"). */
  title: z.string().optional(),
  /** The argument that says what would be there then, and the key inside it where it holds several. */
  argument: z.string().optional(),
  key: z.string().optional(),
  before: jsonSchema,
  after: jsonSchema,
})

/**
 * Whether a call can be taken back. Before it is approved `possible` says that it can be, afterwards that it still can;
 * `asked` names the call that takes it back.
 */
export const undoSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }),
  z.object({ kind: z.literal('possible'), title: z.string() }),
  z.object({ kind: z.literal('asked'), callId: z.string() }),
])

/** Something telling in the arguments that the text by others has and the person did not write. */
export const copiedSchema = z.object({ kind: z.enum(['address', 'id', 'words']), value: z.string().max(300) })

/**
 * Text by other people that the model had read when it made a call, and the passage of it nearest to the arguments:
 * from a result, a provider's error message, the description of a tool, a file that the person attached, or a conversation
 * that they imported. No passage: it was still being read.
 */
export const thirdPartySchema = z.object({
  source: z.enum(['result', 'failure', 'description', 'file', 'import']),
  /** The call that brought it; a description came with none. */
  callId: z.string().optional(),
  title: z.string(),
  providerName: z.string(),
  passage: z.string().max(600),
  /** Which characters of the passage are in the arguments too. */
  marks: z.array(z.tuple([z.number(), z.number()])),
  /** The passage reads like this only once its encoding is undone. */
  decoded: z.boolean(),
  copied: z.array(copiedSchema),
})

/** How long a standing permission may last. */
export const grantDurations = ['thread', 'today', '30-days'] as const

/** What a standing permission is about: the one board, conversation, contact... `id` is the provider's. */
export const grantTargetSchema = z.object({ argument: z.string(), id: z.string(), name: z.string().optional() })

/** The standing permission that could be given along with an approval; no durations: none can. */
export const grantOfferSchema = z.object({
  target: grantTargetSchema.nullable(),
  durations: z.array(z.enum(grantDurations)),
})

/** What one argument would change. */
export type Change = z.infer<typeof changeSchema>
/** Whether a call can be taken back. */
export type Undo = z.infer<typeof undoSchema>
/** Text by other people that the model had read. */
export type ThirdParty = z.infer<typeof thirdPartySchema>
/** Something in the arguments that the text by others has and the person did not write. */
export type Copied = z.infer<typeof copiedSchema>
/** How long a standing permission may last. */
export type GrantDuration = (typeof grantDurations)[number]
/** What a standing permission is about. */
export type GrantTarget = z.infer<typeof grantTargetSchema>
/** The standing permission that could be given. */
export type GrantOffer = z.infer<typeof grantOfferSchema>
