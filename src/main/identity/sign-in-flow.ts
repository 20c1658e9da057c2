import type { SessionState } from '../../contract/app-state'
import type { Failure } from '../../contract/failure'
import { err, ok, type Result } from '../../contract/result'
import type { Clock } from '../platform/clock'
import type { IssuerSettings } from '../platform/configuration'
import { authCallbackLink } from '../platform/deep-links'
import { failure } from '../platform/failures'
import type { startLoopbackServer } from '../platform/loopback-server'
import type { Discover } from './discovery'
import { problemOf, type IssuerProblem } from './issuer-problem'
import { openLoopbackRedirect, type LoopbackRedirect } from './loopback-redirect'
import { createPendingAttempts } from './pending-attempts'
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

/** Makes the flow; one sign-in at a time, a newer one replaces the one before. */
export const createSignInFlow = (options: SignInFlowOptions): SignInFlow => {
  const { settings, clock, discover, keeper, remembered, show } = options
  const attempts = createPendingAttempts(clock)
  let redirect: LoopbackRedirect | null = null
  // Counts what the person began or gave up: an answer for an earlier effort comes too late.
  let effort = 0

  const stopListening = (): void => {
    void redirect?.close()
    redirect = null
  }

  const abandon = (): void => {
    effort += 1
    attempts.drop()
    stopListening()
  }

  const fail = (why: Failure): { readonly ok: false; readonly failure: Failure } => {
    abandon()
    show({ kind: 'signed-out', failure: why })
    return err(why)
  }

  const listen = async (): Promise<string> => {
    if (settings.redirect === 'scheme') return authCallbackLink
    const mine = effort
    const opened = await openLoopbackRedirect(
      options.startLoopbackServer,
      async (url) => (await handleCallback(url)).ok,
    )
    if (effort === mine) redirect = opened
    else void opened.close()
    return opened.redirectUri
  }

  const prepare = async (): Promise<Result<SignInAttempt, IssuerProblem>> => {
    const issuer = await discover()
    if (!issuer.ok) return issuer
    try {
      return ok(await prepareAttempt(issuer.value, await listen(), await remembered.wasSignedOut()))
    } catch (error) {
      return err(problemOf(error, { host: issuer.value.host, secrets: [] }))
    }
  }

  const waitForBrowser = async (attempt: SignInAttempt): Promise<Result<null, Failure>> => {
    const mine = effort
    attempts.begin(attempt, () => {
      fail(failure('sign-in-cancelled'))
    })
    show({ kind: 'signing-in', url: attempt.url.href })
    const opened = await options.openExternal(attempt.url)
    return opened.ok || effort !== mine ? ok(null) : fail(opened.failure)
  }

  const start = async (): Promise<Result<null, Failure>> => {
    abandon()
    const mine = effort
    show({ kind: 'signing-in' })
    const attempt = await prepare()
    if (effort !== mine) return err(failure('sign-in-cancelled'))
    if (!attempt.ok) return fail(attempt.failure.failure)
    return await waitForBrowser(attempt.value)
  }

  const redeem = async (attempt: SignInAttempt, callback: URL): Promise<Result<Session, IssuerProblem>> => {
    const mine = effort
    const tokens = await redeemCode(attempt, callback, clock.now())
    if (!tokens.ok) return tokens
    const grant = { issuer: attempt.issuer, tokens: tokens.value }
    const session = effort === mine ? await keeper.adopt(grant) : null
    if (session !== null && session.ok && effort === mine) return session
    // Nobody waits for these tokens any more, or they name nobody.
    void revokeTokens(attempt.issuer, tokens.value)
    return session !== null && !session.ok ? session : err({ kind: 'cancelled', failure: failure('link-stale') })
  }

  const handleCallback = async (callback: URL): Promise<Result<Session, Failure>> => {
    if (!isCallback(callback)) return err(failure('link-malformed'))
    // SECURITY: taken before anything is awaited; replaying a code would make the issuer revoke what it gave for it.
    const taken = attempts.take(callback)
    if (!taken.ok) return err(failure(taken.failure))
    effort += 1
    const mine = effort
    show({ kind: 'signing-in' })
    const session = await redeem(taken.value, callback)
    if (effort !== mine) return err(failure('link-stale'))
    if (!session.ok) return fail(session.failure.failure)
    stopListening()
    await remembered.noteSignedIn()
    show({ kind: 'signed-in', person: session.value.person, remembered: keeper.isRemembered() })
    return session
  }

  return { start, handleCallback, abandon }
}
