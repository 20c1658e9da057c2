import type { SessionState } from '../../contract/app-state'
import { err, ok, type Result } from '../../contract/result'
import type { Failure } from '../../contract/failure'
import type { Discover } from './discovery'
import type { IssuerProblem } from './issuer-problem'
import type { RememberedSession } from './remembered-session'
import type { Session } from './session'
import { isOver, type SessionKeeper } from './session-keeper'
import { expired } from './session-renewal'
import type { SessionStateHolder } from './session-state'
import { endedTokens } from './token-set'

/** Brings back the session of the last time. */
export type SessionRestoring = {
  readonly restore: () => Promise<void>
  /** Waits for a restore that is under way, if there is one. */
  readonly settled: () => Promise<void>
  /** Tries again what failed before for want of an answer. Null when there is nothing to try, or it is over. */
  readonly again: () => Promise<Result<null, Failure> | null>
  /** Says whether there is something to try again. */
  readonly note: (restorable: boolean) => void
}

/** What restoring works with. */
export type SessionRestoringOptions = {
  readonly discover: Discover
  readonly keeper: SessionKeeper
  readonly remembered: RememberedSession
  readonly state: SessionStateHolder
}

/** Makes what restores; the keychain is not touched before it is asked to. */
export const createSessionRestoring = (options: SessionRestoringOptions): SessionRestoring => {
  const { discover, keeper, remembered, state } = options
  let underWay: Promise<void> | null = null
  let restorable = false

  const canTryAgain = (): boolean => restorable

  const isAwaited = (): boolean => state.get().kind === 'restoring'

  /** The remembered session, brought back to life; null when there is none, or nobody waits for it any more. */
  const revive = async (): Promise<Result<Session, IssuerProblem> | null> => {
    const record = await remembered.recall()
    if (record === null || !isAwaited()) return null
    const issuer = await discover()
    if (!issuer.ok) return issuer
    return isAwaited() ? await keeper.adopt({ issuer: issuer.value, tokens: endedTokens(record) }) : null
  }

  const stateAfter = (revived: Result<Session, IssuerProblem> | null): SessionState => {
    if (revived === null) return { kind: 'signed-out' }
    if (revived.ok) return { kind: 'signed-in', person: revived.value.person, remembered: keeper.isRemembered() }
    return { kind: 'signed-out', failure: isOver(revived.failure) ? expired.failure : revived.failure.failure }
  }

  const restoreOnce = async (): Promise<void> => {
    const revived = await revive()
    if (!isAwaited()) return
    const problem = revived === null || revived.ok ? null : revived.failure
    restorable = problem?.kind === 'unreachable'
    if (problem !== null && isOver(problem)) await remembered.forget()
    state.set(stateAfter(revived))
  }

  const restore = async (): Promise<void> => {
    underWay ??= restoreOnce().finally(() => {
      underWay = null
    })
    await underWay
  }

  return {
    restore,
    settled: async () => {
      await underWay
    },
    again: async () => {
      if (!canTryAgain()) return null
      state.set({ kind: 'restoring' })
      await restore()
      if (keeper.current() !== null) return ok(null)
      const now = state.get()
      return canTryAgain() && now.kind === 'signed-out' && now.failure !== undefined ? err(now.failure) : null
    },
    note: (next) => {
      restorable = next
    },
  }
}
