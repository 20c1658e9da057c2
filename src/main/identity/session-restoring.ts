import type { SessionState } from '../../contract/app-state'
import { err, ok, type Result } from '../../contract/result'
import type { Failure } from '../../contract/failure'
import type { Clock } from '../platform/clock'
import { failure } from '../platform/failures'
import type { Discover } from './discovery'
import type { IssuerProblem } from './issuer-problem'
import type { RememberedSession } from './remembered-session'
import type { LocalSession, Session } from './session'
import { isOver, type SessionKeeper } from './session-keeper'
import { expired } from './session-renewal'
import { failureOf, type SessionStateHolder } from './session-state'
import type { Renewable } from './token-requests'
import { endedTokens } from './token-set'

/** Somebody who is shown what is on this computer, and why no more. */
type Offline = { readonly who: LocalSession; readonly failure: Failure; readonly since: number }

/** Brings back the session of the last time. */
export type SessionRestoring = {
  readonly restore: () => Promise<void>
  /** Waits for a restore that is under way, if there is one. */
  readonly settled: () => Promise<void>
  /** Tries again what failed before for want of an answer. Null when there is nothing to try, or it is over. */
  readonly again: () => Promise<Result<null, Failure> | null>
  /** Says whether there is something to try again. */
  readonly note: (restorable: boolean) => void
  /** Whose session it was, while the issuer can't be asked whether it still is. */
  readonly local: () => LocalSession | null
  /** Asks the issuer once more, when the person does something that needs it. Null once it has answered well. */
  readonly whileOffline: () => Promise<Failure | null>
}

/** What restoring works with. */
export type SessionRestoringOptions = {
  readonly discover: Discover
  readonly keeper: SessionKeeper
  readonly remembered: RememberedSession
  readonly state: SessionStateHolder
  readonly clock: Clock
}

type Revived = Result<Session, IssuerProblem> | null

/** The remembered session, brought back to life; null when nobody waits for it any more. */
const revive = async (
  { discover, keeper }: SessionRestoringOptions,
  record: Renewable,
  isAwaited: () => boolean,
): Promise<Revived> => {
  if (!isAwaited()) return null
  const issuer = await discover()
  if (!issuer.ok) return issuer
  return isAwaited() ? await keeper.adopt({ issuer: issuer.value, tokens: endedTokens(record) }) : null
}

const retryMs = 30_000
// Several things that a person does at once ask the issuer once.
const quietMs = 3_000

const problemIn = (revived: Revived): { readonly unreachable: Failure | null; readonly over: boolean } => {
  if (revived === null || revived.ok) return { unreachable: null, over: false }
  const { kind, failure: why } = revived.failure
  return { unreachable: kind === 'unreachable' ? why : null, over: isOver(revived.failure) }
}

const stateAfter = (
  revived: Revived,
  { offline, remembered }: { readonly offline: Offline | null; readonly remembered: boolean },
): SessionState => {
  if (revived === null) return { kind: 'signed-out' }
  if (revived.ok) return { kind: 'signed-in', person: revived.value.person, remembered }
  if (offline !== null) {
    return { kind: 'signed-in', person: offline.who.person, remembered: true, offline: offline.failure }
  }
  return { kind: 'signed-out', failure: isOver(revived.failure) ? expired.failure : revived.failure.failure }
}

const asOfLastTime = async (
  { remembered, clock }: SessionRestoringOptions,
  subject: string,
  why: Failure,
): Promise<Offline | null> => {
  const who = await remembered.recallPerson(subject)
  return who === null ? null : { who, failure: why, since: clock.now() }
}

const stillFailing = (now: SessionState, restorable: boolean): Result<null, Failure> | null => {
  const failed = failureOf(now)
  return restorable && failed !== undefined ? err(failed) : null
}

/** Makes what restores; the keychain is not touched before it is asked to. */
export const createSessionRestoring = (options: SessionRestoringOptions): SessionRestoring => {
  const { keeper, remembered, state, clock } = options
  let underWay: Promise<void> | null = null
  let restorable = false
  let offline: Offline | null = null
  let cancelRetry = (): void => undefined

  const isAwaited = (): boolean => offline !== null || state.get().kind === 'restoring'

  const setOffline = (next: Offline | null): void => {
    cancelRetry()
    offline = next
    cancelRetry = next === null ? () => undefined : clock.after(retryMs, () => void restore())
  }

  const settle = async (record: Renewable | null, revived: Revived): Promise<void> => {
    const { unreachable, over } = problemIn(revived)
    if (over) await remembered.forget()
    const next =
      record === null || unreachable === null ? null : await asOfLastTime(options, record.subject, unreachable)
    if (!isAwaited()) return
    restorable = unreachable !== null
    setOffline(next)
    state.set(stateAfter(revived, { offline, remembered: keeper.isRemembered() }))
  }

  const restoreOnce = async (): Promise<void> => {
    const record = await remembered.recall()
    const revived = record === null ? null : await revive(options, record, isAwaited)
    if (isAwaited()) await settle(record, revived)
  }

  const restore = async (): Promise<void> => {
    underWay ??= restoreOnce().finally(() => {
      underWay = null
    })
    await underWay
  }

  const again = async (): Promise<Result<null, Failure> | null> => {
    if (!restorable) return null
    // What is shown to a person who is offline stays on their screen meanwhile.
    if (offline === null) state.set({ kind: 'restoring' })
    await restore()
    return keeper.current() === null ? stillFailing(state.get(), restorable) : ok(null)
  }

  const whileOffline = async (): Promise<Failure | null> => {
    if (offline === null) return null
    if (underWay === null && clock.now() - offline.since < quietMs) return offline.failure
    await restore()
    return keeper.current() === null ? (failureOf(state.get()) ?? failure('not-signed-in')) : null
  }

  return {
    restore,
    again,
    settled: async () => {
      await underWay
    },
    note: (next) => {
      restorable = next
      setOffline(null)
    },
    local: () => offline?.who ?? null,
    whileOffline,
  }
}
