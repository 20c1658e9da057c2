import { err, ok, type Result } from '../../contract/result'
import type { Failure } from '../../contract/failure'
import type { Clock } from '../platform/clock'
import type { IssuerSettings } from '../platform/configuration'
import { failure } from '../platform/failures'
import type { DiscoveredIssuer } from './discovery'
import type { IssuerProblem } from './issuer-problem'
import { ownerOf } from './owner'
import type { RememberedSession } from './remembered-session'
import type { Session } from './session'
import { readSession } from './session-endpoint'
import { renewTokens, revokeTokens } from './token-requests'
import type { TokenSet } from './token-set'

/** The tokens of a session, and where they came from: what it takes to revoke them. */
export type Grant = { readonly issuer: DiscoveredIssuer; readonly tokens: TokenSet }

/** Holds the one session there is, renews it, and lets it go. */
export type SessionKeeper = {
  readonly current: () => Session | null
  readonly isRemembered: () => boolean
  /** Makes a grant the session, once its endpoint has said who it belongs to. Whatever was held before is gone. */
  readonly adopt: (grant: Grant) => Promise<Result<Session, IssuerProblem>>
  readonly ensure: () => Promise<Result<Session, Failure>>
  /** Lets go of the session, at once, whatever is under way for it. */
  readonly release: () => Grant | null
}

/** What a session keeper is made of. */
export type SessionKeeperOptions = {
  readonly settings: IssuerSettings
  readonly remembered: RememberedSession
  readonly clock: Clock
  /** What the owner of the data is named after, beside the identifier. */
  readonly realm: string
  /** The session ended by itself; `forgotten` says that it can't be restored either. */
  readonly ended: (failure: Failure, forgotten: boolean) => void
  /** The person's name, or whether they are remembered, may have changed. */
  readonly renewed: () => void
}

// `session` is null until the session endpoint has answered for the first time. `seat` stays the same from
// adopting to releasing: an answer that comes in for another seat comes too late.
type Held = Grant & {
  readonly seat: symbol
  readonly session: Session | null
  readonly remembered: boolean
  readonly confirmed: boolean
  readonly trustedUntil: number
}

const retryMs = 30_000

const gone: IssuerProblem = { kind: 'refused', failure: failure('not-signed-in') }
const expired: IssuerProblem = { kind: 'grant-ended', failure: failure('session-expired') }

/** Makes a keeper that holds nothing yet. */
export const createSessionKeeper = (options: SessionKeeperOptions): SessionKeeper => {
  const { settings, remembered, clock, realm } = options
  let held: Held | null = null
  let underWay: Promise<Result<Session, Failure>> | null = null
  let cancelTimer = (): void => undefined

  const isHeld = (seat: symbol): boolean => held?.seat === seat

  const isDue = (tokens: TokenSet): boolean => tokens.renewAt !== undefined && clock.now() >= tokens.renewAt

  const renew = async (from: Held): Promise<Result<Held, IssuerProblem>> => {
    const { issuer, seat } = from
    const { refreshToken, subject } = from.tokens
    if (refreshToken === undefined) return err(expired)
    const answer = await renewTokens(issuer, { refreshToken, subject }, clock.now())
    if (!answer.ok) return isHeld(seat) ? answer : err(gone)
    // Kept before it is used: from here on the issuer honours the new refresh token only.
    const kept = isHeld(seat) && (await remembered.keep(answer.value))
    if (!isHeld(seat)) {
      void revokeTokens(issuer, answer.value)
      return err(gone)
    }
    held = { ...from, tokens: answer.value, remembered: kept, confirmed: false }
    return ok(held)
  }

  const confirm = async (from: Held, mayRenew: boolean): Promise<Result<Session, IssuerProblem>> => {
    const facts = await readSession(from.issuer, settings, from.tokens)
    if (!isHeld(from.seat)) return err(gone)
    if (!facts.ok) {
      if (facts.failure.kind !== 'unauthorized' || !mayRenew || from.tokens.refreshToken === undefined) return facts
      const renewed = await renew(from)
      return renewed.ok ? await confirm(renewed.value, false) : renewed
    }
    const { identifier, person } = facts.value
    // SECURITY: a session that turns into somebody else's is over; it must not act with what was begun before.
    if (from.session !== null && from.session.identifier !== identifier) return err(expired)
    const kept = from.remembered || (await remembered.keep(from.tokens))
    if (!isHeld(from.seat)) return err(gone)
    const session = { identifier, owner: ownerOf(realm, identifier), person }
    held = { ...from, session, remembered: kept, confirmed: true, trustedUntil: from.tokens.expiresAt ?? Infinity }
    return ok(session)
  }

  const bringUpToDate = async (from: Held): Promise<Result<Session, IssuerProblem>> => {
    if (!isDue(from.tokens)) return await confirm(from, true)
    const renewed = await renew(from)
    return renewed.ok ? await confirm(renewed.value, false) : renewed
  }

  const schedule = (at: number | undefined): void => {
    cancelTimer()
    if (at === undefined) return
    cancelTimer = clock.after(Math.max(0, at - clock.now()), () => {
      void ensure()
    })
  }

  const scheduleFor = ({ refreshToken, renewAt, expiresAt }: TokenSet): void => {
    schedule(refreshToken === undefined ? expiresAt : renewAt)
  }

  const release = (): Grant | null => {
    const grant = held
    held = null
    underWay = null
    cancelTimer()
    return grant
  }

  const end = (from: Held, problem: IssuerProblem): Failure => {
    const forgotten = problem.kind === 'grant-ended' || problem.kind === 'unauthorized'
    const shown = forgotten ? expired.failure : problem.failure
    const grant = release()
    if (grant !== null && forgotten) void revokeTokens(from.issuer, grant.tokens)
    options.ended(shown, forgotten)
    return shown
  }

  const settle = (from: Held, result: Result<Session, IssuerProblem>): Result<Session, Failure> => {
    if (!isHeld(from.seat) || held === null) return err(gone.failure)
    if (result.ok) {
      scheduleFor(held.tokens)
      options.renewed()
      return result
    }
    if (result.failure.kind !== 'unreachable') return err(end(from, result.failure))
    schedule(clock.now() + retryMs)
    const trusted = from.session !== null && clock.now() < from.trustedUntil
    return trusted && from.session !== null ? ok(from.session) : err(result.failure.failure)
  }

  const ensure = async (): Promise<Result<Session, Failure>> => {
    if (held === null || held.session === null) return err(failure('not-signed-in'))
    const { tokens, session, confirmed, trustedUntil } = held
    const usable = tokens.refreshToken === undefined ? clock.now() < trustedUntil : !isDue(tokens)
    if (confirmed && usable) return ok(session)
    if (underWay === null) {
      const from = held
      const started = bringUpToDate(from).then((result) => settle(from, result))
      underWay = started
      void started.finally(() => {
        if (underWay === started) underWay = null
      })
    }
    return await underWay
  }

  return {
    current: () => held?.session ?? null,
    isRemembered: () => held?.remembered ?? false,
    adopt: async (grant) => {
      release()
      const seat = Symbol('seat')
      const from: Held = { ...grant, seat, session: null, remembered: false, confirmed: false, trustedUntil: 0 }
      held = from
      const result = await bringUpToDate(from)
      if (!isHeld(seat)) return err(gone)
      if (result.ok) scheduleFor(held.tokens)
      else release()
      return result
    },
    ensure,
    release,
  }
}
