import type { Account } from '../../contract/conversation'
import type { Failure } from '../../contract/failure'
import { err, ok, type Result } from '../../contract/result'
import type { Session } from '../identity/session'
import { failure } from '../platform/failures'
import { readsFor } from './account-read'
import type { CallRecord } from './call-record'
import { checkAccount } from './connection-failure'
import type { AssistantDependencies } from './dependencies'
import type { Journal } from './journal'
import type { LookUps } from './look-ups'
import { sameWho, saysWho, whoInWords } from './same-who'
import type { ToolCatalog } from './tool-catalog'
import type { WhoseAccount } from './whose-account'

/** Who came back: the connected account that a call would use now, and who the provider says it is. */
export type Returned = { readonly accountId: string; readonly account: Account | undefined }

/** What keeps a call from going on after a reconnection, and for whom it would go on if a person says so. */
export type SomebodyElse = Returned & { readonly failure: Failure }

/** Finds out whether a call that waited for its connection would still act for the account it was meant for. */
export type ReturnedAccount = (session: Session, call: CallRecord) => Promise<Result<Returned, SomebodyElse>>

type Needs = Pick<AssistantDependencies, 'scalekit'> & {
  readonly journal: Pick<Journal, 'lastNamed'>
  readonly catalog: ToolCatalog
  readonly whose: WhoseAccount
  readonly lookUps: LookUps
}

/** Whom a call was meant for, as far as it was ever said. */
const before = ({ journal }: Needs, { owner }: Session, call: CallRecord): Account | undefined => {
  const named = saysWho(call.account) ? call : journal.lastNamed(owner, call.account_id)
  return named?.account
}

const accountIdNow = async ({ scalekit }: Needs, session: Session, call: CallRecord): Promise<string> => {
  const accounts = await scalekit.listAccounts(session.identifier)
  const check = accounts.ok ? checkAccount(call, accounts.value) : undefined
  return check?.kind === 'changed' ? check.accountId : call.account_id
}

const whoIsIt = async (needs: Needs, session: Session, call: CallRecord): Promise<Account | undefined> => {
  const tools = await needs.catalog.forSession(session)
  return tools.ok
    ? await needs.whose.who({ call, tools: tools.value, run: readsFor(needs.lookUps, session, call) })
    : undefined
}

const differs = (was: Account, now: Account | undefined): Failure | null => {
  const same = now === undefined ? 'cannot-tell' : sameWho(was, now)
  if (same === true) return null
  const named = { subject: whoInWords(was) ?? '', ...(now === undefined ? {} : { detail: whoInWords(now) ?? '' }) }
  return failure(same === false ? 'account-changed' : 'account-unconfirmed', named)
}

/** Makes the check of who came back. Where it was never said whose account it is, there is nothing to compare. */
export const createReturnedAccount =
  (needs: Needs): ReturnedAccount =>
  async (session, call) => {
    const was = before(needs, session, call)
    const accountId = await accountIdNow(needs, session, call)
    const account = await whoIsIt(needs, session, { ...call, account_id: accountId })
    const problem = was === undefined ? null : differs(was, account)
    return problem === null ? ok({ accountId, account }) : err({ accountId, account, failure: problem })
  }
