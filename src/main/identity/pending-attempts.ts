import { err, ok, type Result } from '../../contract/result'
import type { Clock } from '../platform/clock'
import type { SignInAttempt } from './sign-in-attempt'

/** Why a callback belongs to no attempt: never one of ours, too late or given up, or used before. */
type NoAttempt = 'link-unknown' | 'link-stale' | 'link-replayed'

/** The one sign-in that waits for the browser, and what became of those before it. */
export type PendingAttempts = {
  /** Waits for this attempt from now on, ten minutes long; the one before it is given up. */
  readonly begin: (attempt: SignInAttempt, expired: () => void) => void
  /** Takes the attempt that a callback came back for. It can be taken once. */
  readonly take: (callback: URL) => Result<SignInAttempt, NoAttempt>
  /** Gives up waiting. */
  readonly drop: () => void
}

const lifetimeMs = 10 * 60_000
const remembered = 64

const address = (url: URL): string => `${url.protocol}//${url.host}${url.pathname.replace(/\/$/, '')}`

/** Makes the place where a sign-in waits. */
export const createPendingAttempts = (clock: Clock): PendingAttempts => {
  let current: { readonly attempt: SignInAttempt; readonly until: number; readonly cancel: () => void } | null = null
  const ended = new Map<string, Exclude<NoAttempt, 'link-unknown'>>()

  const end = (as: Exclude<NoAttempt, 'link-unknown'>): void => {
    if (current === null) return
    current.cancel()
    ended.set(current.attempt.state, as)
    const [oldest] = ended.keys()
    if (ended.size > remembered && oldest !== undefined) ended.delete(oldest)
    current = null
  }

  return {
    begin: (attempt, expired) => {
      end('link-stale')
      const cancel = clock.after(lifetimeMs, () => {
        end('link-stale')
        expired()
      })
      current = { attempt, until: clock.now() + lifetimeMs, cancel }
    },
    take: (callback) => {
      const state = callback.searchParams.get('state') ?? ''
      if (current === null || current.attempt.state !== state) return err(ended.get(state) ?? 'link-unknown')
      const { attempt, until } = current
      // SECURITY: the answer comes back the way it was asked for, or it is somebody else's.
      if (address(callback) !== address(new URL(attempt.redirectUri))) return err('link-unknown')
      const late = clock.now() >= until
      end(late ? 'link-stale' : 'link-replayed')
      return late ? err('link-stale') : ok(attempt)
    },
    drop: () => {
      end('link-stale')
    },
  }
}
