import type { AppState, Person, SessionState } from '../../contract/app-state'

/** What happens to everything that belongs to a person when the session changes. */
export type SessionChange = 'same' | 'arrived' | 'left'

const samePerson = (one: Person, other: Person): boolean => one.name === other.name && one.email === other.email

/**
 * Decides whether what this window holds of a person stays. A session that ended by itself keeps it, so that
 * nothing typed is lost; signing out, or somebody else signing in, wipes it.
 */
export const sessionChange = (
  owner: Person | null,
  before: SessionState | null,
  after: SessionState,
): SessionChange => {
  if (after.kind === 'signed-in') {
    if (owner === null || !samePerson(owner, after.person)) return 'arrived'
    return 'same'
  }
  const leftOnPurpose = after.kind === 'signed-out' && after.failure === undefined && before?.kind === 'signed-in'
  return leftOnPurpose ? 'left' : 'same'
}

/** Whether the session ended by itself in a window that was in use: what is on screen stays there. */
export const hasExpired = (owner: Person | null, session: SessionState): boolean =>
  owner !== null && session.kind === 'signed-out' && session.failure !== undefined

/** The words of the label that says that this is the sandbox, or null when it isn't. */
export const sandboxModel = (app: AppState): string | null => (app.mode.kind === 'sandbox' ? app.mode.model : null)
