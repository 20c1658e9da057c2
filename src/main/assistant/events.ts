import type { ConversationEvent } from '../../contract/conversation'
import type { Owner } from '../identity/identifier'

/** Called with what happens, for the owner it happens to. */
export type EventListener = (owner: Owner, events: readonly ConversationEvent[]) => void

/** Where every part of the assistant says what happened, and the windows' mirror listens. */
export type Events = {
  readonly emit: (owner: Owner, events: readonly ConversationEvent[]) => void
  readonly listen: (listener: EventListener) => () => void
}

/** Makes the one place that events pass through. */
export const createEvents = (): Events => {
  const listeners = new Set<EventListener>()
  return {
    emit: (owner, events) => {
      for (const listener of listeners) listener(owner, events)
    },
    listen: (listener) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
  }
}
