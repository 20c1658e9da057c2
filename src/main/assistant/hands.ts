import { setTimeout } from 'node:timers/promises'
import type { Account } from '../../contract/conversation'
import type { Failure } from '../../contract/failure'
import type { Session } from '../identity/session'
import { patienceMs, readsFor } from './account-read'
import type { ToolRecord } from '../scalekit/port'
import type { CallRecord, Pinned } from './call-record'
import type { Calls } from './calls'
import { isConnectionFailure } from './connection-failure'
import type { Journal } from './journal'
import type { PlaceCheck } from './last-look'
import type { LookUps } from './look-ups'
import { otherAccount, placeFailure } from './same-place'
import { saysWho } from './same-who'
import type { ThreadAccounts } from './thread-accounts'
import type { CatalogTool, ToolCatalog } from './tool-catalog'
import type { FreshAccount, WhoseAccount } from './whose-account'

/** In whose hands calls are: on the card, pinned to the thread, and checked before a call is sent. */
export type Hands = {
  /** What is known of a call's account as it is made, and whom the thread worked with before if that was somebody else. */
  readonly atFirst: (session: Session, threadId: string, by: ToolRecord) => Pick<CallRecord, 'account' | 'pinned'>
  /** Finds out in the background whose account a noted call is on, and where; shown on its card while it waits. */
  readonly show: (session: Session, call: CallRecord, tools: readonly CatalogTool[]) => Promise<void>
  /** The same for a call that moved to another account. */
  readonly showAgain: (session: Session, call: CallRecord) => Promise<void>
  /** Asks once more just before a call is sent. */
  readonly check: (session: Session, call: CallRecord) => Promise<PlaceCheck>
}

/** What hands need. */
export type HandsNeeds = {
  readonly whose: WhoseAccount
  readonly lookUps: LookUps
  readonly accounts: ThreadAccounts
  readonly catalog: ToolCatalog
  readonly journal: Journal
  readonly calls: Calls
}

const placeOf = ({ thread_id, connection }: CallRecord) => ({ threadId: thread_id, connection })

const showWith =
  (needs: HandsNeeds): Hands['show'] =>
  async (session, call, tools) => {
    const { whose, accounts, journal, calls } = needs
    const { owner } = session
    const asked = { call, tools, run: readsFor(needs.lookUps, session, call) }
    const tell = (account: Account): void => {
      accounts.note(owner, placeOf(call), { accountId: call.account_id, account })
      const current = journal.find(owner, call.id)
      // Decided meanwhile, or now for another account: what was found out is not about it.
      if (current?.state !== 'pending' || current.account_id !== call.account_id) return
      const whole = { ...current.account, ...account }
      const pinned = accounts.otherBefore(owner, placeOf(call), { accountId: call.account_id, account: whole })
      calls.move(owner, current, { state: 'pending', account: whole, pinned })
    }
    if (call.risk === 'read') {
      const account = await whose.who(asked)
      if (account !== undefined) accounts.note(owner, placeOf(call), { accountId: call.account_id, account })
      return
    }
    await whose.find(asked, tell)
  }

const toolsInTime = async ({ catalog }: HandsNeeds, session: Session): Promise<readonly CatalogTool[] | undefined> => {
  const late = setTimeout(patienceMs, undefined, { ref: false })
  const listed = await Promise.race([catalog.forSession(session), late])
  return listed?.ok === true ? listed.value : undefined
}

const freshOf = async (needs: HandsNeeds, session: Session, call: CallRecord): Promise<FreshAccount> => {
  const tools = await toolsInTime(needs, session)
  if (tools === undefined) return { account: {}, incomplete: true, problem: undefined }
  return needs.whose.fresh({ call, tools, run: readsFor(needs.lookUps, session, call) })
}

const stopFor = (call: CallRecord, fresh: FreshAccount, before: Pinned | null): Failure | null => {
  const stop = placeFailure(call.account, fresh)
  // The card did not say whose account it is, so that nobody agreed to another one than before.
  if (stop === null && before !== null && call.pinned === null && !saysWho(call.account))
    return otherAccount(before.account, fresh.account)
  return stop
}

const checkWith =
  (needs: HandsNeeds): Hands['check'] =>
  async (session, call) => {
    const { owner } = session
    const fresh = await freshOf(needs, session, call)
    if (fresh.problem !== undefined && isConnectionFailure(fresh.problem))
      return { kind: 'refused', failure: fresh.problem }
    const account = saysWho(fresh.account) ? fresh.account : { ...call.account, ...fresh.account }
    const now = { accountId: call.account_id, account }
    const pinned = needs.accounts.otherBefore(owner, placeOf(call), now)
    const stop = stopFor(call, fresh, pinned)
    if (stop === null) {
      needs.accounts.follow(owner, placeOf(call), now)
      return { kind: 'go', account: { ...call.account, ...fresh.account } }
    }
    const truth = stop.code === 'place-unchecked' ? call.account : fresh.account
    return { kind: 'stop', change: { state: 'pending', failure: stop, account: truth, pinned, resumes: 0 } }
  }

/** Makes the watch over whose hands calls are in. */
export const createHands = (needs: HandsNeeds): Hands => {
  const show = showWith(needs)
  return {
    atFirst: ({ owner }, threadId, { connection, accountId }) => {
      const account = needs.whose.known(accountId) ?? {}
      const now = { accountId, account }
      const pinned = needs.accounts.otherBefore(owner, { threadId, connection }, now)
      needs.accounts.note(owner, { threadId, connection }, now)
      return { account, pinned }
    },
    show,
    showAgain: async (session, call) => {
      const tools = await needs.catalog.forSession(session)
      if (tools.ok) await show(session, call, tools.value)
    },
    check: checkWith(needs),
  }
}
