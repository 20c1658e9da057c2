import type { SessionState } from '../../contract/app-state'
import type { Logger } from '../platform/logger'

/** Where signing in stands, and who wants to know. */
export type SessionStateHolder = {
  readonly get: () => SessionState
  readonly set: (next: SessionState) => void
  readonly onChange: (listener: (state: SessionState) => void) => () => void
}

/** Makes the holder; nothing is known before the session was restored. */
export const createSessionState = (log: Pick<Logger, 'info' | 'problem'>): SessionStateHolder => {
  const listeners = new Set<(state: SessionState) => void>()
  let state: SessionState = { kind: 'restoring' }
  return {
    get: () => state,
    set: (next) => {
      state = next
      if (next.kind === 'signed-out' && next.failure !== undefined) log.problem(next.kind, { code: next.failure.code })
      else log.info(next.kind)
      for (const listener of listeners) listener(next)
    },
    onChange: (listener) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
  }
}
