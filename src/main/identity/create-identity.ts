import type { SessionState } from '../../contract/app-state'
import type { Failure } from '../../contract/failure'
import { err, ok, type Result } from '../../contract/result'
import type { Clock } from '../platform/clock'
import type { IssuerSettings } from '../platform/configuration'
import { failure } from '../platform/failures'
import type { Logger } from '../platform/logger'
import type { startLoopbackServer } from '../platform/loopback-server'
import type { SecretStore } from '../platform/secret-store'
import { createDiscovery } from './discovery'
import type { IssuerProblem } from './issuer-problem'
import { createRememberedSession } from './remembered-session'
import type { Identity, Session } from './session'
import { createSessionKeeper, type Grant } from './session-keeper'
import { createSignInFlow } from './sign-in-flow'
import { revokeTokens } from './token-requests'
import { endedTokens } from './token-set'

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

/** Makes identity: OpenID Connect in the system browser. Nothing is loaded or asked before the first call. */
export const createIdentity = (options: IdentityOptions): Identity => {
  const { issuer: settings, clock, log } = options
  const discover = createDiscovery(settings)
  const remembered = createRememberedSession(settings, options.secretStore)
  const listeners = new Set<(state: SessionState) => void>()
  let state: SessionState = { kind: 'restoring' }
  let restoring: Promise<void> | null = null
  // A session is still under the keychain, but the issuer could not be asked about it.
  let restorable = false

  const show = (next: SessionState): void => {
    state = next
    if (next.kind === 'signed-out' && next.failure !== undefined) log.problem('signed out', { code: next.failure.code })
    else log.info(next.kind)
    for (const listener of listeners) listener(next)
  }

  const keeper = createSessionKeeper({
    settings,
    remembered,
    clock,
    realm: options.realm ?? settings.issuer.href,
    ended: (why, forgotten) => {
      restorable = !forgotten
      if (forgotten) void remembered.forget()
      show({ kind: 'signed-out', failure: why })
    },
    renewed: () => {
      const session = keeper.current()
      if (session === null || state.kind !== 'signed-in') return
      const same = state.remembered === keeper.isRemembered() && state.person.name === session.person.name
      if (!same) show({ kind: 'signed-in', person: session.person, remembered: keeper.isRemembered() })
    },
  })

  const flow = createSignInFlow({
    settings,
    clock,
    discover,
    keeper,
    remembered,
    openExternal: options.openExternal,
    startLoopbackServer: options.startLoopbackServer,
    show,
  })

  const revokeInTime = async (grant: Grant): Promise<void> => {
    await new Promise<void>((resolve) => {
      const cancel = clock.after(revocationLimitMs, resolve)
      void revokeTokens(grant.issuer, grant.tokens).then(() => {
        cancel()
        resolve()
      })
    })
  }

  /** The remembered session, brought back to life; null when there is none. */
  const revive = async (): Promise<Result<Session, IssuerProblem> | null> => {
    const record = await remembered.recall()
    if (record === null) return null
    const issuer = await discover()
    if (state.kind !== 'restoring') return null
    return issuer.ok ? await keeper.adopt({ issuer: issuer.value, tokens: endedTokens(record) }) : issuer
  }

  const restoreOnce = async (): Promise<void> => {
    const revived = await revive()
    // Somebody signed out, or in, in the meantime.
    if (state.kind !== 'restoring') return
    restorable = false
    if (revived === null) show({ kind: 'signed-out' })
    else if (revived.ok) {
      show({ kind: 'signed-in', person: revived.value.person, remembered: keeper.isRemembered() })
    } else if (revived.failure.kind === 'grant-ended' || revived.failure.kind === 'unauthorized') {
      await remembered.forget()
      show({ kind: 'signed-out', failure: failure('session-expired') })
    } else {
      restorable = revived.failure.kind === 'unreachable'
      show({ kind: 'signed-out', failure: revived.failure.failure })
    }
  }

  const restore = async (): Promise<void> => {
    restoring ??= restoreOnce().finally(() => {
      restoring = null
    })
    await restoring
  }

  /** Tries again what failed for want of a network; the browser is needed only when that is over. */
  const restoreAgain = async (): Promise<Result<null, Failure> | null> => {
    show({ kind: 'restoring' })
    await restore()
    if (keeper.current() !== null) return ok(null)
    return state.kind === 'signed-out' && restorable && state.failure !== undefined ? err(state.failure) : null
  }

  return {
    state: () => state,
    onChange: (listener) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    restore,
    signIn: async () => {
      await restoring
      if (keeper.current() !== null) return ok(null)
      const restored = restorable ? await restoreAgain() : null
      return restored ?? (await flow.start())
    },
    cancelSignIn: () => {
      if (state.kind !== 'signing-in') return
      flow.abandon()
      const grant = keeper.release()
      if (grant !== null) void revokeInTime(grant)
      show({ kind: 'signed-out' })
    },
    handleCallback: flow.handleCallback,
    signOut: async () => {
      flow.abandon()
      restorable = false
      const grant = keeper.release()
      show({ kind: 'signed-out' })
      await remembered.forget()
      await remembered.noteSignedOut()
      if (grant !== null) await revokeInTime(grant)
    },
    current: keeper.current,
    ensure: keeper.ensure,
  }
}
