import type { SessionState } from '../../contract/app-state'
import type { Failure } from '../../contract/failure'
import { err, ok, type Result } from '../../contract/result'
import type { Clock } from '../platform/clock'
import type { IssuerSettings } from '../platform/configuration'
import { failure } from '../platform/failures'
import type { startLoopbackServer } from '../platform/loopback-server'
import type { Discover } from './discovery'
import { problemOf, type IssuerProblem } from './issuer-problem'
import { createPendingAttempts } from './pending-attempts'
import { createRedirectListener } from './redirect-listener'
import type { RememberedSession } from './remembered-session'
import type { Session } from './session'
import type { SessionKeeper } from './session-keeper'
import { prepareAttempt, type SignInAttempt } from './sign-in-attempt'
import { redeemCode, revokeTokens } from './token-requests'

/** Signing in through the browser: from opening it to the session. */
export type SignInFlow = {
  readonly start: () => Promise<Result<null, Failure>>
  readonly handleCallback: (callback: URL) => Promise<Result<Session, Failure>>
  /** Gives up whatever is under way, without saying so to anyone. */
  readonly abandon: () => void
}

/** What a sign-in flow is made of. */
export type SignInFlowOptions = {
  readonly settings: IssuerSettings
  readonly clock: Clock
  readonly discover: Discover
  readonly keeper: SessionKeeper
  readonly remembered: RememberedSession
  readonly openExternal: (url: URL) => Promise<Result<null, Failure>>
  readonly startLoopbackServer: typeof startLoopbackServer
  readonly show: (state: SessionState) => void
}

const isCallback = (callback: URL): boolean => {
  const { searchParams } = callback
  const once = (name: string): boolean => searchParams.getAll(name).length === 1 && searchParams.get(name) !== ''
  return once('state') && (once('code') || once('error'))
}

const prepare = async (
  { discover, remembered }: SignInFlowOptions,
  openRedirect: () => Promise<string>,
): Promise<Result<SignInAttempt, IssuerProblem>> => {
  const issuer = await discover()
  if (!issuer.ok) return issuer
  try {
    return ok(await prepareAttempt(issuer.value, await openRedirect(), await remembered.wasSignedOut()))
  } catch (error) {
    return err(problemOf(error, { host: issuer.value.host, secrets: [] }))
  }
}

/** Turns a callback into the session, as long as somebody waits for it; else its tokens are given back. */
const redeem = async (
  { clock, keeper }: SignInFlowOptions,
  { attempt, callback }: { readonly attempt: SignInAttempt; readonly callback: URL },
  isWanted: () => boolean,
): Promise<Result<Session, IssuerProblem>> => {
  const tokens = await redeemCode(attempt, callback, clock.now())
  if (!tokens.ok) return tokens
  const stale = err<IssuerProblem>({ kind: 'cancelled', failure: failure('link-stale') })
  const session = isWanted() ? await keeper.adopt({ issuer: attempt.issuer, tokens: tokens.value }) : stale
  if (session.ok && isWanted()) return session
  void revokeTokens(attempt.issuer, tokens.value)
  return session.ok ? stale : session
}

/** Makes the flow; one sign-in at a time, a newer one replaces the one before. */
export const createSignInFlow = (options: SignInFlowOptions): SignInFlow => {
  const { clock, keeper, remembered, show } = options
  const attempts = createPendingAttempts(clock)
  const redirect = createRedirectListener(
    options.settings.redirect,
    options.startLoopbackServer,
    async (callback) => (await handleCallback(callback)).ok,
  )
  // Each thing that the person begins or gives up is another effort: an answer for an earlier one comes too late.
  let effort = Symbol('effort')

  const abandon = (): void => {
    effort = Symbol('effort')
    attempts.drop()
    redirect.close()
  }

  const fail = (why: Failure): { readonly ok: false; readonly failure: Failure } => {
    abandon()
    show({ kind: 'signed-out', failure: why })
    return err(why)
  }

  const start = async (): Promise<Result<null, Failure>> => {
    abandon()
    const mine = effort
    show({ kind: 'signing-in' })
    const attempt = await prepare(options, redirect.open)
    if (effort !== mine) return err(failure('sign-in-cancelled'))
    if (!attempt.ok) return fail(attempt.failure.failure)
    attempts.begin(attempt.value, () => fail(failure('sign-in-cancelled')))
    show({ kind: 'signing-in', url: attempt.value.url.href })
    const opened = await options.openExternal(attempt.value.url)
    return opened.ok || effort !== mine ? ok(null) : fail(opened.failure)
  }

  const handleCallback = async (callback: URL): Promise<Result<Session, Failure>> => {
    if (!isCallback(callback)) return err(failure('link-malformed'))
    // SECURITY: taken before anything is awaited; replaying a code would make the issuer revoke what it gave for it.
    const taken = attempts.take(callback)
    if (!taken.ok) return err(failure(taken.failure))
    const mine = Symbol('effort')
    effort = mine
    show({ kind: 'signing-in' })
    const session = await redeem(options, { attempt: taken.value, callback }, () => effort === mine)
    if (effort !== mine) return err(failure('link-stale'))
    if (!session.ok) return fail(session.failure.failure)
    redirect.close()
    await remembered.noteSignedIn()
    show({ kind: 'signed-in', person: session.value.person, remembered: keeper.isRemembered() })
    return session
  }

  return { start, handleCallback, abandon }
}
