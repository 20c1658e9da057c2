import type { Queue } from '../../contract/conversation'
import type { Action } from './action'

/** Messages that wait, by thread. */
export type Queues = Readonly<Record<string, Queue>>

/** Keeps what waits to be sent as main last told it. */
export const reduceQueues = (queues: Queues, action: Action): Queues => {
  if (action.type === 'thread-opened') return { ...queues, [action.page.thread.id]: action.page.queue }
  if (action.type !== 'events') return queues
  return action.events.reduce(
    (all: Queues, event) => (event.kind === 'queue' ? { ...all, [event.threadId]: event.queue } : all),
    queues,
  )
}
