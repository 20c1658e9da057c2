import { err, ok, type Result } from '../../contract/result'
import type { Clock } from '../platform/clock'
import type { IssuerSettings } from '../platform/configuration'
import { failure } from '../platform/failures'
import type { Held, HeldSession } from './held-session'
import type { IssuerProblem } from './issuer-problem'
import { ownerOf } from './owner'
import type { RememberedSession } from './remembered-session'
import type { Session } from './session'
import { readSession, type SessionFacts } from './session-endpoint'
import { renewTokens, revokeTokens } from './token-requests'
import type { TokenSet } from './token-set'

/** What renewing works with. */
export type RenewalContext = {
  readonly settings: IssuerSettings
  readonly remembered: RememberedSession
  readonly clock: Clock
  /** What the owner of the data is named after, beside the identifier. */
  readonly realm: string
  readonly held: HeldSession
}

/** The session was let go while its issuer was asked. */
export const gone: IssuerProblem = { kind: 'refused', failure: failure('not-signed-in') }

/** The session is over: the person has to sign in again. */
export const expired: IssuerProblem = { kind: 'grant-ended', failure: failure('session-expired') }

/** Whether the access token is to be renewed before it is used again. */
export const isDue = (tokens: TokenSet, now: number): boolean => tokens.renewAt !== undefined && now >= tokens.renewAt

const renew = async (context: RenewalContext, from: Held): Promise<Result<Held, IssuerProblem>> => {
  const { held, remembered, clock } = context
  const { refreshToken, subject } = from.tokens
  if (refreshToken === undefined) return err(expired)
  const answer = await renewTokens(from.issuer, { refreshToken, subject }, clock.now())
  if (!answer.ok) return held.isHeld(from) ? answer : err(gone)
  // Kept before it is used: from here on the issuer honours the new refresh token only.
  const kept = held.isHeld(from) && (await remembered.keep(answer.value))
  if (!held.isHeld(from)) {
    void revokeTokens(from.issuer, answer.value)
    return err(gone)
  }
  const next = { ...from, tokens: answer.value, remembered: kept, confirmed: false }
  held.put(next)
  return ok(next)
}

const accept = async (
  context: RenewalContext,
  from: Held,
  { identifier, person }: SessionFacts,
): Promise<Result<Session, IssuerProblem>> => {
  const { held, remembered, realm } = context
  // SECURITY: a session that turns into somebody else's is over; it must not act with what was begun before.
  if (from.session !== null && from.session.identifier !== identifier) return err(expired)
  const kept = from.remembered || (await remembered.keep(from.tokens))
  if (!held.isHeld(from)) return err(gone)
  const session = { identifier, owner: ownerOf(realm, identifier), person }
  if (kept) await remembered.keepPerson(from.tokens.subject, session)
  if (!held.isHeld(from)) return err(gone)
  const trustedUntil = from.tokens.expiresAt ?? Infinity
  held.put({ ...from, session, remembered: kept, confirmed: true, trustedUntil })
  return ok(session)
}

const confirm = async (context: RenewalContext, from: Held): Promise<Result<Session, IssuerProblem>> => {
  const facts = await readSession(from.issuer, context.settings, from.tokens)
  if (!context.held.isHeld(from)) return err(gone)
  return facts.ok ? await accept(context, from, facts.value) : facts
}

const renewAndConfirm = async (context: RenewalContext, from: Held): Promise<Result<Session, IssuerProblem>> => {
  const renewed = await renew(context, from)
  return renewed.ok ? await confirm(context, renewed.value) : renewed
}

/**
 * Makes sure of a held session: renews its tokens when they are due, or once when the session endpoint refuses
 * them, and reads again who it belongs to.
 */
export const bringUpToDate = async (context: RenewalContext, from: Held): Promise<Result<Session, IssuerProblem>> => {
  if (isDue(from.tokens, context.clock.now())) return await renewAndConfirm(context, from)
  const confirmed = await confirm(context, from)
  const mayRenew = from.tokens.refreshToken !== undefined
  if (confirmed.ok || confirmed.failure.kind !== 'unauthorized' || !mayRenew) return confirmed
  return await renewAndConfirm(context, from)
}
