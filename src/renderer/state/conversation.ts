import type { ConversationEvent, Message, Part, ThreadPage, ToolCall } from '../../contract/conversation'
import type { Failure } from '../../contract/failure'
import type { Action } from './action'

/** The messages of one thread, as far as they are loaded. */
export type Conversation = {
  /** `partial`: only what happened while this window was listening; opening the thread completes it. */
  readonly phase: 'partial' | 'loading' | 'ready' | 'failed'
  readonly messages: readonly Message[]
  /** Cursor of the page above, when there is one. */
  readonly before: string | undefined
  readonly older: 'idle' | 'loading' | 'failed'
  readonly failure: Failure | undefined
}

/** The threads that this window has opened, or heard of. */
export type Conversations = Readonly<Record<string, Conversation>>

const loading: Conversation = { phase: 'loading', messages: [], before: undefined, older: 'idle', failure: undefined }

const upsert = <T extends { readonly id: string }>(items: readonly T[], item: T): readonly T[] =>
  items.some((other) => other.id === item.id)
    ? items.map((other) => (other.id === item.id ? item : other))
    : [...items, item]

type Delta = Extract<ConversationEvent, { kind: 'delta' }>

const appendDelta = (parts: readonly Part[], delta: Delta): Part[] => {
  const current = parts[delta.index]
  if (current === undefined) return [...parts, { kind: delta.part, text: delta.text }]
  if (current.kind !== delta.part) return [...parts]
  return parts.with(delta.index, { kind: delta.part, text: current.text + delta.text })
}

const placeCall = (parts: readonly Part[], call: ToolCall): Part[] => {
  const part: Part = { kind: 'tool-call', call }
  const at = parts.findIndex((other) => other.kind === 'tool-call' && other.call.id === call.id)
  return at === -1 ? [...parts, part] : parts.with(at, part)
}

const inMessage = (
  messages: readonly Message[],
  messageId: string,
  change: (parts: readonly Part[]) => Part[],
): readonly Message[] =>
  messages.map((message) => (message.id === messageId ? { ...message, parts: change(message.parts) } : message))

const changeMessages = (messages: readonly Message[], event: ConversationEvent): readonly Message[] => {
  switch (event.kind) {
    case 'message':
      return upsert(messages, event.message)
    case 'delta':
      return inMessage(messages, event.messageId, (parts) => appendDelta(parts, event))
    case 'tool-call':
      return inMessage(messages, event.messageId, (parts) => placeCall(parts, event.call))
    case 'thread':
    case 'thread-deleted':
    case 'queue':
    case 'path-changed':
      return messages
  }
}

const threadOf = (event: ConversationEvent): string => {
  if (event.kind === 'thread') return event.thread.id
  return event.kind === 'message' ? event.message.threadId : event.threadId
}

// A message that is seen from its beginning is kept: the deltas that follow count from there.
const hearOf = (conversations: Conversations, event: ConversationEvent): Conversations =>
  event.kind === 'message'
    ? { ...conversations, [event.message.threadId]: { ...loading, phase: 'partial', messages: [event.message] } }
    : conversations

type PathChange = Extract<ConversationEvent, { kind: 'path-changed' }>

// What is known above the place where the path changed stays; what the window can't join on is read anew when it is wanted.
const changePath = (conversation: Conversation, { after, messages, before }: PathChange): Conversation => {
  const at = messages.findIndex(({ id }) => id === after)
  const known = conversation.messages.findIndex(({ id }) => id === after)
  return at === -1 || known === -1
    ? { ...conversation, messages, before, older: 'idle' }
    : { ...conversation, messages: [...conversation.messages.slice(0, known + 1), ...messages.slice(at + 1)] }
}

const applyEvent = (conversations: Conversations, event: ConversationEvent): Conversations => {
  const threadId = threadOf(event)
  const conversation = conversations[threadId]
  if (conversation === undefined) return hearOf(conversations, event)
  if (event.kind === 'thread-deleted') {
    const { [threadId]: _deleted, ...others } = conversations
    return others
  }
  if (event.kind === 'path-changed') return { ...conversations, [threadId]: changePath(conversation, event) }
  const messages = changeMessages(conversation.messages, event)
  return messages === conversation.messages
    ? conversations
    : { ...conversations, [threadId]: { ...conversation, messages } }
}

const change = (state: Conversations, threadId: string, changed: Partial<Conversation>): Conversations => ({
  ...state,
  [threadId]: { ...(state[threadId] ?? loading), ...changed },
})

const complete = (state: Conversations, page: ThreadPage): Conversations => {
  const heard = state[page.thread.id]?.messages ?? []
  const read = page.messages.map((message) => heard.find((other) => other.id === message.id) ?? message)
  const since = heard.filter((message) => page.messages.every((other) => other.id !== message.id))
  return {
    ...state,
    [page.thread.id]: { ...loading, phase: 'ready', messages: [...read, ...since], before: page.before },
  }
}

const opening = (state: Conversations, threadId: string): Conversations => {
  const known = state[threadId]
  return known?.phase === 'ready' || known?.phase === 'partial' ? state : { ...state, [threadId]: loading }
}

const prepend = (state: Conversations, page: ThreadPage): Conversations => {
  const known = state[page.thread.id]?.messages ?? []
  const ids = new Set(known.map(({ id }) => id))
  const fresh = page.messages.filter(({ id }) => !ids.has(id))
  return change(state, page.thread.id, { messages: [...fresh, ...known], before: page.before, older: 'idle' })
}

/** Keeps opened threads up to date with what happens in them. */
export const reduceConversations = (state: Conversations, action: Action): Conversations => {
  switch (action.type) {
    case 'thread-opening':
      return opening(state, action.threadId)
    case 'thread-opened':
      return complete(state, action.page)
    case 'thread-created':
      return change(state, action.threadId, { phase: 'ready' })
    case 'thread-failed':
      return change(state, action.threadId, { phase: 'failed', failure: action.failure })
    case 'older-loading':
      return change(state, action.threadId, { older: 'loading' })
    case 'older-loaded':
      return prepend(state, action.page)
    case 'older-failed':
      return change(state, action.threadId, { older: 'failed', failure: action.failure })
    case 'events':
      return action.events.reduce(applyEvent, state)
    default:
      return state
  }
}

/** Every tool call of a conversation, in order. */
export const callsOf = (messages: readonly Message[]): readonly ToolCall[] =>
  messages.flatMap((message) => message.parts.flatMap((part) => (part.kind === 'tool-call' ? [part.call] : [])))
