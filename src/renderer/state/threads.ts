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

/** How old a thread is, as the sidebar groups it. */
export type ThreadAge = 'today' | 'yesterday' | 'week' | 'older'

const day = 86_400_000

const ageOf = (thread: Thread, midnight: number): ThreadAge => {
  if (thread.updatedAt >= midnight) return 'today'
  if (thread.updatedAt >= midnight - day) return 'yesterday'
  return thread.updatedAt >= midnight - 7 * day ? 'week' : 'older'
}

/** Groups threads by age, in order, leaving empty groups out. */
export const groupByAge = (
  items: readonly Thread[],
  now: number,
): readonly { readonly age: ThreadAge; readonly threads: readonly Thread[] }[] => {
  const midnight = new Date(now).setHours(0, 0, 0, 0)
  const ages: readonly ThreadAge[] = ['today', 'yesterday', 'week', 'older']
  return ages
    .map((age) => ({ age, threads: items.filter((thread) => ageOf(thread, midnight) === age) }))
    .filter((group) => group.threads.length > 0)
}
