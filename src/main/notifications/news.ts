import type { ConversationEvent, Thread, ToolCall } from '../../contract/conversation'
import { connectAccountTool } from '../../contract/plain/own-tools'

/** Something that came to a stop in a conversation, and that the person may want to hear of. */
export type News = {
  readonly kind: 'approval' | 'account' | 'done' | 'failed'
  readonly threadId: string
  readonly title: string
  /** The message in which it can be seen. */
  readonly messageId: string | undefined
  /** What waits for a decision, by the titles of the tools. */
  readonly tools: readonly string[]
}

type Waiting = { readonly messageId: string; readonly title: string }

type Followed = {
  readonly run: Thread['run']
  readonly last: { readonly id: string; readonly status: 'streaming' | 'complete' | 'stopped' | 'failed' } | undefined
  /** Whether the answer that came last asks for an account. */
  readonly asksForAccount: boolean
  readonly waiting: ReadonlyMap<string, Waiting>
}

/** What is known of the conversations of whoever is signed in. */
export type Threads = ReadonlyMap<string, Followed>

/** What happened: news, and conversations whose older news no longer hold. */
export type Heard = { readonly threads: Threads; readonly news: readonly News[]; readonly over: readonly string[] }

const fresh: Followed = { run: 'idle', last: undefined, asksForAccount: false, waiting: new Map() }

/** What is known of conversations as they are listed. */
export const startFrom = (listed: readonly Thread[]): Threads =>
  new Map(listed.map(({ id, run }) => [id, { ...fresh, run }]))

/** How many conversations wait for a person. */
export const countWaiting = (threads: Threads): number =>
  [...threads.values()].filter(({ run }) => run === 'waiting').length

const withCall = (followed: Followed, messageId: string, call: ToolCall): Followed => {
  const waiting = new Map(followed.waiting)
  if (call.state === 'pending') waiting.set(call.id, { messageId, title: call.title })
  else waiting.delete(call.id)
  return { ...followed, waiting, asksForAccount: followed.asksForAccount || call.tool === connectAccountTool }
}

const isComplete = ({ last }: Followed): boolean => last?.status === 'complete'

const isFailed = ({ last }: Followed): boolean => last?.status === 'failed'

const placeIn = (followed: Followed): string | undefined => {
  const [first] = followed.waiting.values()
  return first?.messageId ?? followed.last?.id
}

const stopped = (followed: Followed, { id, title }: Thread): News | null => {
  const about = { threadId: id, title, messageId: placeIn(followed) }
  const tools = [...followed.waiting.values()].map((one) => one.title)
  if (tools.length > 0) return { ...about, kind: 'approval', tools }
  // What the person stopped is no news to them.
  if (isFailed(followed)) return { ...about, kind: 'failed', tools }
  if (!isComplete(followed)) return null
  return { ...about, kind: followed.asksForAccount ? 'account' : 'done', tools }
}

const hearThread = (followed: Followed, thread: Thread): { readonly next: Followed; readonly news: News | null } => {
  const next = { ...followed, run: thread.run }
  if (thread.run === 'running') {
    return { next: followed.run === 'running' ? next : { ...next, last: undefined, asksForAccount: false }, news: null }
  }
  return { next, news: followed.run === 'running' ? stopped(followed, thread) : null }
}

const isAbout = (event: ConversationEvent): string =>
  event.kind === 'thread' ? event.thread.id : event.kind === 'message' ? event.message.threadId : event.threadId

const hearInside = (followed: Followed, event: ConversationEvent): Followed => {
  if (event.kind === 'tool-call') return withCall(followed, event.messageId, event.call)
  if (event.kind !== 'message' || event.message.role === 'user') return followed
  const { id, status, parts } = event.message
  const calls = parts.flatMap((part) => (part.kind === 'tool-call' ? [part.call] : []))
  return calls.reduce((known: Followed, call) => withCall(known, id, call), { ...followed, last: { id, status } })
}

// One thing that comes to a stop is one piece of news, however many calls wait in it.
const hearOne = (heard: Heard, event: ConversationEvent): Heard => {
  const id = isAbout(event)
  const threads = new Map(heard.threads)
  if (event.kind === 'thread-deleted') {
    threads.delete(id)
    return { ...heard, threads, over: [...heard.over, id] }
  }
  const followed = heard.threads.get(id) ?? fresh
  if (event.kind !== 'thread') {
    threads.set(id, hearInside(followed, event))
    return { ...heard, threads }
  }
  const { next, news } = hearThread(followed, event.thread)
  threads.set(id, next)
  return {
    threads,
    news: news === null ? heard.news : [...heard.news, news],
    over: next.run === followed.run ? heard.over : [...heard.over, id],
  }
}

/** Follows what happens in conversations, and says what of it is news. */
export const hear = (threads: Threads, events: readonly ConversationEvent[]): Heard =>
  events.reduce<Heard>(hearOne, { threads, news: [], over: [] })
