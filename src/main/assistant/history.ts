import type { JSONValue } from '@ai-sdk/provider'
import type { Json } from '../../contract/json'
import { withHiddenNamed } from '../../contract/plain/hidden-characters'
import { attachedFileTool, fileAnswer, filesOf, type ToldFile } from './attachments/told-files'
import type { CallRecord } from './call-record'
import { isSettled } from './call-states'
import { modelAnswer } from './model-answer'
import type { StoredMessage } from './thread-store'
import { importedAnswer, importedConversationTool } from './transfer/told-import'

type ToolCallPart = {
  readonly type: 'tool-call'
  readonly toolCallId: string
  readonly toolName: string
  readonly input: unknown
}
type TextPart = { readonly type: 'text'; readonly text: string }
type ToolResultPart = {
  readonly type: 'tool-result'
  readonly toolCallId: string
  readonly toolName: string
  readonly output: { readonly type: 'json'; readonly value: JSONValue }
}

/** A message as the model reads it. */
export type ModelMessage =
  | { role: 'user'; content: string }
  | { role: 'assistant'; content: (TextPart | ToolCallPart)[] }
  | { role: 'tool'; content: ToolResultPart[] }

/** How many of a thread's last messages the model is given. */
export const mostMessages = 40
const mostCharacters = 240_000

const isArray = (value: Json): value is readonly Json[] => Array.isArray(value)

const jsonValue = (value: Json): JSONValue => {
  if (typeof value !== 'object' || value === null) return value
  if (isArray(value)) return value.map(jsonValue)
  return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, jsonValue(field)]))
}

type Answered = { readonly call: CallRecord; readonly id: string; readonly answer: Json }

const asked = ({ call, id }: Answered): ToolCallPart => ({
  type: 'tool-call',
  toolCallId: id,
  toolName: call.model_tool,
  input: call.args,
})

const answers = (calls: readonly Answered[]): ModelMessage => ({
  role: 'tool',
  content: calls.map(({ call, id, answer }) => ({
    type: 'tool-result',
    toolCallId: id,
    toolName: call.model_tool,
    output: { type: 'json', value: jsonValue(answer) },
  })),
})

// A decision that came after other messages is told where it came, else the model would take it for old news. Where it
// came while another path was shown, that is after the last message before it.
const lateAfter = (call: CallRecord, own: StoredMessage, messages: readonly StoredMessage[]): string | undefined => {
  const { answered_after } = call
  if (call.risk === 'read' || !isSettled(call) || answered_after === null) return undefined
  const landed = messages.findLast(({ position }) => position <= answered_after)
  return landed !== undefined && landed.position > own.position ? landed.id : undefined
}

const stillWaiting: Json = {
  pending: true,
  note: 'This was waiting for the person at this point. It was not done yet.',
}

type Told = { readonly calls: ReadonlyMap<string, CallRecord>; readonly messages: readonly StoredMessage[] }

const assistantMessages = (message: StoredMessage, { calls, messages }: Told): readonly ModelMessage[] => {
  const said: ModelMessage[] = []
  let content: (TextPart | ToolCallPart)[] = []
  let open: Answered[] = []
  const close = (): void => {
    if (content.length > 0) said.push({ role: 'assistant', content })
    if (open.length > 0) said.push(answers(open))
    content = []
    open = []
  }
  for (const part of message.parts) {
    if (part.kind === 'text' && part.text !== '') {
      if (open.length > 0) close()
      content.push({ type: 'text', text: part.text })
    }
    const call = part.kind === 'tool-call' ? calls.get(part.id) : undefined
    if (call === undefined) continue
    const answer = lateAfter(call, message, messages) === undefined ? modelAnswer(call) : stillWaiting
    const answered = { call, id: call.id, answer }
    content.push(asked(answered))
    open.push(answered)
  }
  close()
  return said
}

const userMessage = (message: StoredMessage): ModelMessage => ({
  role: 'user',
  content: message.parts.map((part) => (part.kind === 'text' ? part.text : '')).join(''),
})

// SECURITY: what a file says comes as the result of a tool, never among the words of the person.
const fileMessages = (message: StoredMessage, files: readonly ToldFile[]): readonly ModelMessage[] => {
  const wanted = new Set(filesOf(message).map(({ id }) => id))
  const told = files.filter(({ id }) => wanted.has(id))
  if (told.length === 0) return []
  const named = (id: string) => ({ toolCallId: id, toolName: attachedFileTool })
  return [
    {
      role: 'assistant',
      content: told.map(({ id, name }) => ({
        type: 'tool-call',
        ...named(id),
        input: { name: withHiddenNamed(name) },
      })),
    },
    {
      role: 'tool',
      content: told.map((file) => ({
        type: 'tool-result',
        ...named(file.id),
        output: { type: 'json', value: jsonValue(fileAnswer(file)) },
      })),
    },
  ]
}

// SECURITY: what came from a file comes as the result of a tool, whoever it says has said it, after the first words
// that the person themselves said here.
const importedMessages = (first: StoredMessage, imported: readonly StoredMessage[]): readonly ModelMessage[] => {
  if (imported.length === 0) return []
  const named = { toolCallId: first.id, toolName: importedConversationTool }
  return [
    { role: 'assistant', content: [{ type: 'tool-call', ...named, input: {} }] },
    {
      role: 'tool',
      content: [
        { type: 'tool-result', ...named, output: { type: 'json', value: jsonValue(importedAnswer(imported)) } },
      ],
    },
  ]
}

// Providers take names of calls of up to 40 characters.
const secondId = (id: string): string => `${id.slice(0, 31)}-decided`

const lateAnswers = (calls: readonly CallRecord[], after: StoredMessage, messages: readonly StoredMessage[]) =>
  calls
    .filter((call) => {
      const own = messages.find(({ id }) => id === call.message_id)
      return own !== undefined && lateAfter(call, own, messages) === after.id
    })
    .flatMap((call): readonly ModelMessage[] => {
      const late = { call, id: secondId(call.id), answer: modelAnswer(call) }
      return [{ role: 'assistant', content: [asked(late)] }, answers([late])]
    })

const pleaseGoOn: ModelMessage = {
  role: 'user',
  content: '(The person stopped this answer and now asks for the rest of it. Go on exactly where it ends.)',
}

// What comes after an answer that was cut off goes on from there, unless the person said something first.
const wentOn = (message: StoredMessage, next: StoredMessage | undefined): boolean =>
  message.role === 'assistant' &&
  message.status === 'stopped' &&
  next?.role !== 'user' &&
  message.parts.at(-1)?.kind === 'text'

const recentThatFit = (groups: readonly (readonly ModelMessage[])[]): readonly ModelMessage[] => {
  let size = 0
  const kept: (readonly ModelMessage[])[] = []
  for (const group of groups.toReversed()) {
    size += JSON.stringify(group).length
    if (size > mostCharacters && kept.length > 1) break
    kept.unshift(group)
  }
  // A history begins with what a person said.
  const first = kept.findIndex((group) => group[0]?.role === 'user')
  return kept.slice(Math.max(0, first)).flat()
}

/** What the model is told of a thread: its last messages, and for each call what became of it. */
export const modelHistory = (
  path: readonly StoredMessage[],
  calls: readonly CallRecord[],
  files: readonly ToldFile[] = [],
): readonly ModelMessage[] => {
  const byId = new Map(calls.map((call) => [call.id, call]))
  const messages = path.filter(({ imported }) => imported === 0)
  const imported = path.filter((message) => message.imported === 1)
  return recentThatFit(
    messages.map((message, index) => [
      ...(message.role === 'user'
        ? [
            userMessage(message),
            ...(index === 0 ? importedMessages(message, imported) : []),
            ...fileMessages(message, files),
          ]
        : assistantMessages(message, { calls: byId, messages })),
      ...lateAnswers(calls, message, messages),
      ...(wentOn(message, messages[index + 1]) ? [pleaseGoOn] : []),
    ]),
  )
}
