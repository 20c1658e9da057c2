import type { ConversationEvent, Thread } from '../../contract/conversation'
import type { Failure } from '../../contract/failure'
import type { Action } from './action'

/** The threads of the sidebar, newest first. */
export type ThreadsState = {
  readonly kind: 'loading' | 'ready' | 'failed'
  readonly items: readonly Thread[]
  readonly failure: Failure | undefined
}

/** Before the first list arrives. */
export const initialThreads: ThreadsState = { kind: 'loading', items: [], failure: undefined }

const byRecency = (items: readonly Thread[]): readonly Thread[] => items.toSorted((a, b) => b.updatedAt - a.updatedAt)

const applyEvent = (items: readonly Thread[], event: ConversationEvent): readonly Thread[] => {
  if (event.kind === 'thread-deleted') return items.filter((thread) => thread.id !== event.threadId)
  if (event.kind !== 'thread') return items
  return byRecency([event.thread, ...items.filter((thread) => thread.id !== event.thread.id)])
}

const applyEvents = (state: ThreadsState, events: readonly ConversationEvent[]): ThreadsState => {
  const items = events.reduce(applyEvent, state.items)
  return items === state.items ? state : { ...state, items }
}

/** Keeps the list of threads up to date. */
export const reduceThreads = (state: ThreadsState, action: Action): ThreadsState => {
  switch (action.type) {
    case 'threads-loading':
      return state.items.length > 0 ? state : initialThreads
    case 'threads-loaded':
      return { kind: 'ready', items: byRecency(action.threads), failure: undefined }
    case 'threads-failed':
      return { ...state, kind: 'failed', failure: action.failure }
    case 'thread-opened':
      return applyEvents(state, [{ kind: 'thread', thread: action.page.thread }])
    case 'events':
      return applyEvents(state, action.events)
    default:
      return state
  }
}

/** Threads that stand together in the list: those of a day, or of a month, which `month` begins. */
export type ThreadGroup = {
  readonly kind: 'pinned' | 'today' | 'yesterday' | 'week' | 'month'
  /** Some time of that month. */
  readonly at: number
  /** Tells months apart. */
  readonly key: string
  readonly threads: readonly Thread[]
}

// By the calendar, not by hours: days on which the clocks change are shorter or longer.
const midnightBefore = (now: number, days: number): number => {
  const date = new Date(now)
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() - days).getTime()
}

/** Groups threads by the day or the month in which something last happened in them; pinned ones stand above. */
export const groupThreads = (
  items: readonly Thread[],
  now: number,
  monthOf: (time: number) => string,
): readonly ThreadGroup[] => {
  const kinds = [
    ['today', midnightBefore(now, 0)],
    ['yesterday', midnightBefore(now, 1)],
    ['week', midnightBefore(now, 7)],
  ] as const
  const groups = new Map<string, ThreadGroup>()
  for (const thread of items.toSorted((one, other) => Number(other.pinned === true) - Number(one.pinned === true))) {
    const at = thread.updatedAt
    const recent = kinds.find(([, since]) => at >= since)?.[0] ?? 'month'
    const kind = thread.pinned === true ? 'pinned' : recent
    const key = kind === 'month' ? monthOf(at) : kind
    const group = groups.get(key) ?? { kind, at, key, threads: [] }
    groups.set(key, { ...group, threads: [...group.threads, thread] })
  }
  return [...groups.values()]
}
