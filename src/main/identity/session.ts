import type { Person, SessionState } from '../../contract/app-state'
import type { Failure } from '../../contract/failure'
import type { Result } from '../../contract/result'
import type { Identifier, Owner } from './identifier'

/** A signed-in person. Made only by this folder, from what the session endpoint answered. */
export type Session = {
  readonly identifier: Identifier
  readonly owner: Owner
  readonly person: Person
}

/**
 * Whose data on this computer may be shown: the signed-in person, or the one of last time while the issuer can't be
 * asked. It has no identifier, so nothing can be done in anybody's accounts with it.
 */
export type LocalSession = Pick<Session, 'owner' | 'person'>

/** Signing in and out, and who is signed in. One per process. */
export type Identity = {
  /** Where signing in stands, for the windows. */
  readonly state: () => SessionState
  /** Called after every change of `state()`. Returns the function that stops it. */
  readonly onChange: (listener: (state: SessionState) => void) => () => void
  /** Restores a remembered session from the keychain. Call once, after a window is shown. */
  readonly restore: () => Promise<void>
  /** Starts authorization code + PKCE in the system browser; resolves once the browser was opened. */
  readonly signIn: () => Promise<Result<null, Failure>>
  /** Gives up waiting for the browser. */
  readonly cancelSignIn: () => void
  /** Completes a sign-in from its redirect (deep link or loopback). Each callback is accepted once. */
  readonly handleCallback: (callback: URL) => Promise<Result<Session, Failure>>
  /** Revokes the tokens at the issuer, wipes them here. Never fails: what can't be revoked is forgotten. */
  readonly signOut: () => Promise<void>
  /** The signed-in session as last known, without asking anyone. */
  readonly current: () => Session | null
  /** Whose data may be shown right now: also while the issuer can't be asked whether they are still signed in. */
  readonly local: () => LocalSession | null
  /**
   * The session, made sure of: refreshes an access token that is about to end and re-reads who it belongs to.
   * Fails with `session-expired` when the issuer no longer honours it, `issuer-unreachable` when it can't be asked.
   */
  readonly ensure: () => Promise<Result<Session, Failure>>
  /** Whether the issuer answers right now, and what time it is there (milliseconds) if it says so. */
  readonly reach: () => Promise<Result<{ readonly host: string; readonly time: number | null }, Failure>>
}
