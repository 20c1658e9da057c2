import type { Failure } from '../../contract/failure'
import { err, ok, type Result } from '../../contract/result'
import type { Clock } from '../platform/clock'
import type { IssuerSettings } from '../platform/configuration'
import type { Logger } from '../platform/logger'
import type { startLoopbackServer } from '../platform/loopback-server'
import type { SecretStore } from '../platform/secret-store'
import { createDiscovery, reachIssuer } from './discovery'
import type { Grant } from './held-session'
import { createRememberedSession } from './remembered-session'
import type { Identity } from './session'
import { createSessionKeeper, type SessionKeeper } from './session-keeper'
import { createSessionRestoring } from './session-restoring'
import { gone } from './session-renewal'
import { createSessionState, type SessionStateHolder } from './session-state'
import { createSignInFlow } from './sign-in-flow'
import { revokeTokens } from './token-requests'

/** What identity is made of. */
export type IdentityOptions = {
  readonly issuer: IssuerSettings
  readonly secretStore: SecretStore
  /** Opens the system browser; fails with `browser-unavailable`. */
  readonly openExternal: (url: URL) => Promise<Result<null, Failure>>
  readonly startLoopbackServer: typeof startLoopbackServer
  readonly clock: Clock
  readonly log: Pick<Logger, 'info' | 'problem'>
  /** What owners are named after; the issuer unless its address changes from start to start, as a sandbox's may. */
  readonly realm?: string
}

const revocationLimitMs = 3_000

const revokeInTime = async (clock: Clock, { issuer, tokens }: Grant): Promise<void> => {
  await new Promise<void>((resolve) => {
    const cancel = clock.after(revocationLimitMs, resolve)
    void revokeTokens(issuer, tokens).then(() => {
      cancel()
      resolve()
    })
  })
}

/** Tells the windows when a renewal has brought another name, or another answer about remembering. */
const showRenewed = (state: SessionStateHolder, keeper: SessionKeeper): void => {
  const shown = state.get()
  const session = keeper.current()
  if (shown.kind !== 'signed-in' || session === null) return
  const { name, email } = session.person
  const remembered = keeper.isRemembered()
  if (shown.remembered === remembered && shown.person.name === name && shown.person.email === email) return
  state.set({ kind: 'signed-in', person: session.person, remembered })
}

const assemble = (options: IdentityOptions) => {
  const { issuer: settings, clock } = options
  const state = createSessionState(options.log)
  const discover = createDiscovery(settings)
  const remembered = createRememberedSession(settings, options.secretStore, clock)
  const keeper = createSessionKeeper({
    settings,
    remembered,
    clock,
    realm: options.realm ?? settings.issuer.href,
    ended: (failure, forgotten) => {
      restoring.note(!forgotten)
      if (forgotten) void remembered.forget()
      state.set({ kind: 'signed-out', failure })
    },
    renewed: () => {
      showRenewed(state, keeper)
    },
  })
  const restoring = createSessionRestoring({ discover, keeper, remembered, state, clock })
  const { openExternal, startLoopbackServer } = options
  const shared = { settings, clock, discover, keeper, remembered, openExternal, startLoopbackServer }
  return { state, remembered, keeper, restoring, flow: createSignInFlow({ ...shared, show: state.set }) }
}

/** Makes identity: OpenID Connect in the system browser. Nothing is loaded or asked before the first call. */
export const createIdentity = (options: IdentityOptions): Identity => {
  const { state, remembered, keeper, restoring, flow } = assemble(options)
  return {
    state: state.get,
    onChange: state.onChange,
    restore: restoring.restore,
    signIn: async () => {
      await restoring.settled()
      if (keeper.current() !== null) return ok(null)
      return (await restoring.again()) ?? (await flow.start())
    },
    cancelSignIn: () => {
      if (state.get().kind !== 'signing-in') return
      flow.abandon()
      const grant = keeper.release()
      if (grant !== null) void revokeTokens(grant.issuer, grant.tokens)
      state.set({ kind: 'signed-out' })
    },
    handleCallback: flow.handleCallback,
    signOut: async () => {
      flow.abandon()
      restoring.note(false)
      const grant = keeper.release()
      state.set({ kind: 'signed-out' })
      await remembered.forget()
      await remembered.noteSignedOut()
      if (grant !== null) await revokeInTime(options.clock, grant)
    },
    current: keeper.current,
    local: () => keeper.current() ?? restoring.local(),
    ensure: async () => {
      const shown = restoring.local()
      if (shown === null) return await keeper.ensure()
      const failed = await restoring.whileOffline()
      if (failed !== null) return err(failed)
      const session = await keeper.ensure()
      // SECURITY: what somebody asked for on their screen is not done as whoever the session turns out to be now.
      return session.ok && session.value.owner !== shown.owner ? err(gone.failure) : session
    },
    reach: async () => {
      const answer = await reachIssuer(options.issuer)
      return answer.ok ? answer : err(answer.failure.failure)
    },
  }
}
