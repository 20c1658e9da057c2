import type { AppState, Person, SessionState } from '../../contract/app-state'
import type { Failure } from '../../contract/failure'

/** What happens to everything that belongs to a person when the session changes. */
export type SessionChange = 'same' | 'arrived' | 'left'

/** The person whom a window belongs to, and what tells them apart from others of their name. */
export type WindowOwner = Person & { readonly key?: string | undefined }

const sameOwner = (one: WindowOwner, other: WindowOwner): boolean =>
  one.key === undefined && other.key === undefined
    ? one.name === other.name && one.email === other.email
    : one.key === other.key

/** Whom the window of a signed-in session belongs to. */
export const ownerOf = ({ person, key }: Extract<SessionState, { kind: 'signed-in' }>): WindowOwner => ({
  ...person,
  key,
})

/**
 * Decides whether what this window holds of a person stays. A session that ended by itself keeps it, so that
 * nothing typed is lost; signing out, or somebody else signing in, wipes it.
 */
export const sessionChange = (
  owner: WindowOwner | null,
  before: SessionState | null,
  after: SessionState,
): SessionChange => {
  if (after.kind === 'signed-in') {
    if (owner === null || !sameOwner(owner, ownerOf(after))) return 'arrived'
    return 'same'
  }
  const leftOnPurpose = after.kind === 'signed-out' && after.failure === undefined && before?.kind === 'signed-in'
  return leftOnPurpose ? 'left' : 'same'
}

/** Whether the session ended by itself in a window that was in use: what is on screen stays there. */
export const hasExpired = (owner: WindowOwner | null, session: SessionState): boolean =>
  owner !== null && session.kind === 'signed-out' && session.failure !== undefined

/** Why a person is not, or not wholly, signed in. */
export const whyNotSignedIn = (session: SessionState): Failure | undefined => {
  if (session.kind === 'signed-in') return session.offline
  return session.kind === 'signed-out' ? session.failure : undefined
}

/** The words of the label that says that this is the sandbox, or null when it isn't. */
export const sandboxModel = (app: AppState): string | null => (app.mode.kind === 'sandbox' ? app.mode.model : null)
