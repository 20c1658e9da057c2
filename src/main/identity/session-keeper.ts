import type { Failure } from '../../contract/failure'
import { err, ok, type Result } from '../../contract/result'
import { failure } from '../platform/failures'
import { createHeldSession, type Grant, type Held } from './held-session'
import type { IssuerProblem } from './issuer-problem'
import { createRenewalTimer } from './renewal-timer'
import type { Session } from './session'
import { bringUpToDate, expired, gone, isDue, type RenewalContext } from './session-renewal'
import { revokeTokens } from './token-requests'
import type { TokenSet } from './token-set'

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
export type SessionKeeperOptions = Omit<RenewalContext, 'held'> & {
  /** The session ended by itself; `forgotten` says that it can't be restored either. */
  readonly ended: (failure: Failure, forgotten: boolean) => void
  /** The person's name, or whether they are remembered, may have changed. */
  readonly renewed: () => void
}

const retryMs = 30_000

/** Whether the issuer will not honour these tokens again. */
export const isOver = ({ kind }: IssuerProblem): boolean => kind === 'grant-ended' || kind === 'unauthorized'

const isUsable = ({ tokens, confirmed, trustedUntil }: Held, now: number): boolean =>
  confirmed && (tokens.refreshToken === undefined ? now < trustedUntil : !isDue(tokens, now))

/** The session as it was last confirmed, for as long as it may be taken at its word. */
const stillTrusted = ({ session, trustedUntil }: Held, now: number): Result<Session, never> | null =>
  session !== null && now < trustedUntil ? ok(session) : null

const nextRenewal = ({ refreshToken, renewAt, expiresAt }: TokenSet): number | undefined =>
  refreshToken === undefined ? expiresAt : renewAt

/** Makes a keeper that holds nothing yet. */
export const createSessionKeeper = (options: SessionKeeperOptions): SessionKeeper => {
  const { clock } = options
  const held = createHeldSession()
  const context: RenewalContext = { ...options, held }
  let underWay: Promise<Result<Session, Failure>> | null = null
  const timer = createRenewalTimer(clock, () => void ensure())

  const release = (): Grant | null => {
    underWay = null
    timer.cancel()
    return held.release()
  }

  const end = (problem: IssuerProblem): Failure => {
    const shown = isOver(problem) ? expired.failure : problem.failure
    const grant = release()
    if (grant !== null && isOver(problem)) void revokeTokens(grant.issuer, grant.tokens)
    options.ended(shown, isOver(problem))
    return shown
  }

  const settle = (from: Held, result: Result<Session, IssuerProblem>): Result<Session, Failure> => {
    const now = held.get()
    if (now === null || !held.isHeld(from)) return err(gone.failure)
    if (result.ok) {
      timer.set(nextRenewal(now.tokens))
      options.renewed()
      return result
    }
    if (result.failure.kind !== 'unreachable') return err(end(result.failure))
    timer.set(clock.now() + retryMs)
    return stillTrusted(from, clock.now()) ?? err(result.failure.failure)
  }

  const renewOnce = async (from: Held): Promise<Result<Session, Failure>> => {
    const started = bringUpToDate(context, from).then((result) => settle(from, result))
    underWay = started
    return await started.finally(() => {
      if (underWay === started) underWay = null
    })
  }

  const ensure = async (): Promise<Result<Session, Failure>> => {
    const from = held.get()
    if (from === null || from.session === null) return err(failure('not-signed-in'))
    if (isUsable(from, clock.now())) return ok(from.session)
    return await (underWay ?? renewOnce(from))
  }

  const adopt = async (grant: Grant): Promise<Result<Session, IssuerProblem>> => {
    release()
    const from = held.take(grant)
    const result = await bringUpToDate(context, from)
    const now = held.get()
    if (now === null || !held.isHeld(from)) return err(gone)
    if (result.ok) timer.set(nextRenewal(now.tokens))
    else release()
    return result
  }

  const current = (): Session | null => held.get()?.session ?? null
  return { current, isRemembered: () => held.get()?.remembered ?? false, adopt, ensure, release }
}
