import type { SessionState } from '../../contract/app-state'
import type { Failure } from '../../contract/failure'
import type { Logger } from '../platform/logger'

/** Where signing in stands, and who wants to know. */
export type SessionStateHolder = {
  readonly get: () => SessionState
  readonly set: (next: SessionState) => void
  readonly onChange: (listener: (state: SessionState) => void) => () => void
}

/** Why the person is not, or not wholly, signed in. */
export const failureOf = (state: SessionState): Failure | undefined => {
  if (state.kind === 'signed-in') return state.offline
  return state.kind === 'signed-out' ? state.failure : undefined
}

/** Makes the holder; nothing is known before the session was restored. */
export const createSessionState = (log: Pick<Logger, 'info' | 'problem'>): SessionStateHolder => {
  const listeners = new Set<(state: SessionState) => void>()
  let state: SessionState = { kind: 'restoring' }
  return {
    get: () => state,
    set: (next) => {
      state = next
      const failed = failureOf(next)
      if (failed !== undefined) log.problem(next.kind, { code: failed.code })
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
