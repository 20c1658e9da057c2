import { z } from 'zod'
import { failureCodes } from '../../../contract/failure'
import { attachedFileSchema } from '../../../contract/files'
import { importedCallSchema } from '../../../contract/imported-call'
import { fileBounds } from '../../../contract/plain/file-bounds'
import { threadFileBounds } from '../../../contract/plain/thread-file-bounds'
import { err, ok, type Result } from '../../../contract/result'

const format = 'onbehalf-thread'
const version = 1
/** How many providers a message can have been for. */
export const mostNames = 50

const time = z.codec(z.iso.datetime(), z.number(), {
  decode: (text) => Date.parse(text),
  encode: (milliseconds) => new Date(milliseconds).toISOString(),
})

const name = z.string().max(300)

// In one pass: zod would note each one of a million that don't fit.
const isFewNames = (value: unknown): boolean =>
  Array.isArray(value) && value.length <= mostNames && value.every((one) => typeof one === 'string')

const partSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), text: z.string() }),
  z.object({ kind: z.literal('reasoning'), text: z.string() }),
  z.object({
    kind: z.literal('call'),
    call: importedCallSchema.extend({ startedAt: time, endedAt: time.optional() }),
  }),
  z.object({
    kind: z.literal('failure'),
    code: z.enum(failureCodes),
    subject: name.optional(),
    detail: z.string().max(2000).optional(),
  }),
  /** The connections with which alone it was to be answered, by the names of their providers. */
  z.object({ kind: z.literal('connections'), providers: z.custom<readonly string[]>(isFewNames) }),
  /** A file that came with a message: not what it says. */
  attachedFileSchema
    .omit({ id: true })
    .extend({ kind: z.literal('file'), name: z.string().min(1).max(fileBounds.name) }),
])

const messageSchema = z.object({
  /** The number of the message that this one follows, from 0 and in the order of the list; null: it comes first. */
  after: z.number().int().nonnegative().nullable(),
  /** Of all that follow the same message: this one is shown. */
  shown: z.boolean(),
  role: z.enum(['user', 'assistant']),
  status: z.enum(['complete', 'stopped', 'failed']),
  createdAt: time,
  /** It had come from a file already. */
  imported: z.boolean(),
  parts: z.array(partSchema),
})

/**
 * A conversation as a file: what was said in every version, and what became of each call. No id, no secret, nobody's
 * identifier, and nothing that could be approved. Times are ISO 8601 in the file.
 */
export const threadFileSchema = z.object({
  format: z.literal(format),
  version: z.literal(version),
  title: name,
  createdAt: time,
  updatedAt: time,
  /** Each follows an earlier one. */
  messages: z.array(messageSchema),
})

const followsEarlier = (messages: readonly FileMessage[]): boolean =>
  messages.every(({ after }, index) => after === null || after < index)

/** A conversation as a file holds it. */
export type ThreadFile = z.infer<typeof threadFileSchema>
/** A message of it. */
export type FileMessage = ThreadFile['messages'][number]
/** A piece of such a message. */
export type FilePart = FileMessage['parts'][number]

/** What every file has whose format this is, also one of a version that is not known yet. */
const envelopeSchema = z.object({ format: z.literal(format), version: z.number().int().positive() })
const contentSchema = threadFileSchema.omit({ messages: true }).extend({ messages: z.array(z.unknown()) })
const sizeSchema = z.object({ parts: z.array(z.unknown()) })

/** Why a file is no conversation that can be taken in. */
export type ThreadFileProblem = 'malformed' | 'newer' | 'too-large'

/** The beginning that every conversation of this version has. */
export const threadFileHead = { format, version } as const

/** The text of a file. */
export const writeThreadFile = (file: ThreadFile): string =>
  `${JSON.stringify(z.encode(threadFileSchema, file), null, 2)}\n`

// SECURITY: nothing here is deeper than what JSON of a tool may be; what is takes long to parse or overflows a stack.
const deepest = 150
const quote = 0x22
const backslash = 0x5c
const steps: ReadonlyMap<number, number> = new Map([
  [0x5b, 1],
  [0x7b, 1],
  [0x5d, -1],
  [0x7d, -1],
])

const isTooDeep = (bytes: Uint8Array): boolean => {
  let [depth, inText] = [0, false]
  for (let at = 0; at < bytes.byteLength; at += 1) {
    const byte = bytes[at] ?? 0
    if (byte === quote) inText = !inText
    if (!inText) depth += steps.get(byte) ?? 0
    else if (byte === backslash) at += 1
    if (depth > deepest) return true
  }
  return false
}

const parsed = (bytes: Uint8Array): unknown => {
  if (isTooDeep(bytes)) return undefined
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return undefined
  }
}

const isTooLong = (part: FilePart): boolean => 'text' in part && part.text.length > threadFileBounds.text

// One after the other, so that the first one that is wrong ends it. A person's own conversation may be longer than this
// and still be written: only what is taken in has bounds.
const readMessages = (messages: readonly unknown[]): Result<FileMessage[], ThreadFileProblem> => {
  if (messages.length > threadFileBounds.messages) return err('too-large')
  const read: FileMessage[] = []
  for (const given of messages) {
    const size = sizeSchema.safeParse(given)
    if (!size.success) return err('malformed')
    if (size.data.parts.length > threadFileBounds.parts) return err('too-large')
    const message = messageSchema.safeParse(given)
    if (!message.success) return err('malformed')
    if (message.data.parts.some(isTooLong)) return err('too-large')
    read.push(message.data)
  }
  return followsEarlier(read) ? ok(read) : err('malformed')
}

/** Reads a file that anybody may have written. */
export const readThreadFile = (bytes: Uint8Array): Result<ThreadFile, ThreadFileProblem> => {
  if (bytes.byteLength > threadFileBounds.bytes) return err('too-large')
  const content = parsed(bytes)
  const envelope = envelopeSchema.safeParse(content)
  if (!envelope.success) return err('malformed')
  if (envelope.data.version > version) return err('newer')
  const file = contentSchema.safeParse(content)
  if (!file.success) return err('malformed')
  const messages = readMessages(file.data.messages)
  return messages.ok ? ok({ ...file.data, messages: messages.value }) : messages
}
