import type { Json, JsonObject } from '../../../contract/json'
import { textsIn } from '../texts-in'
import type { StoredMessage } from '../thread-store'
import { visibleObject } from '../visible-json'

/** The tool as whose result the model is given what came from a file: data, as everything that tools return. */
export const importedConversationTool = 'read_imported_conversation'

// As much of it as leaves room for what is said now.
const mostForModel = 60_000

const partsSaid = ({ parts }: StoredMessage): readonly JsonObject[] =>
  parts.flatMap((part): readonly JsonObject[] => {
    if (part.kind === 'text') return [{ text: part.text }]
    if (part.kind === 'file') return [{ file: part.name }]
    if (part.kind !== 'imported-call') return []
    const { title, providerName, args, outcome } = part.call
    return [{ call: title, provider: providerName, args, outcome }]
  })

const said = (message: StoredMessage): JsonObject => ({
  from: message.role === 'user' ? 'a person' : 'an assistant',
  said: [...partsSaid(message)],
})

const lastThatFit = (all: readonly JsonObject[]): readonly Json[] => {
  let room = mostForModel
  const first = all.findLastIndex((one) => {
    room -= JSON.stringify(one).length
    return room < 0
  })
  return all.slice(first + 1)
}

/** What came from a file as the model reads it: marked as data that nobody here vouches for, with nothing hidden in it. */
export const importedAnswer = (messages: readonly StoredMessage[]): JsonObject => {
  const all = messages.map(said)
  const told = lastThatFit(all)
  return visibleObject({
    untrusted: true,
    data: told,
    ...(told.length < all.length ? { truncated: true, leftOut: all.length - told.length } : {}),
  })
}

/** Every text of it that can have come to the model. */
export const importedTexts = (messages: readonly StoredMessage[]): readonly string[] =>
  messages.flatMap(({ parts }) =>
    parts.flatMap((part) => {
      if (part.kind === 'text') return [part.text]
      return part.kind === 'imported-call' ? textsIn(part.call.args).map(({ text }) => text) : []
    }),
  )
