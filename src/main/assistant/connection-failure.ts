import type { Failure, FailureCode } from '../../contract/failure'
import type { AccountRecord, AccountStatus } from '../scalekit/port'
import { failure } from '../platform/failures'
import type { CallRecord } from './call-record'

type Called = Pick<CallRecord, 'connection' | 'provider_name' | 'account_id'>

const codes: ReadonlySet<FailureCode> = new Set([
  'connection-needed',
  'connection-expired',
  'connection-revoked',
  'connection-scope-missing',
])

/** Whether connecting again is what helps. */
export const isConnectionFailure = (problem: Failure): boolean => codes.has(problem.code)

/** The same failure, named for the person, with the button that connects again. */
export const withReconnect = (problem: Failure, call: Called): Failure => ({
  ...problem,
  subject: call.provider_name,
  action: {
    kind: problem.code === 'connection-needed' ? 'connect' : 'reconnect',
    connection: call.connection,
  },
})

const inactive: Readonly<Record<Exclude<AccountStatus, 'active'>, FailureCode>> = {
  expired: 'connection-expired',
  'pending-authorization': 'connection-needed',
  'pending-verification': 'connection-needed',
  disconnected: 'connection-revoked',
}

/** What an account check found: the account that was approved is still there, or why not. */
export type AccountCheck =
  | { readonly kind: 'same' }
  | { readonly kind: 'unavailable'; readonly failure: Failure }
  | { readonly kind: 'changed'; readonly accountId: string; readonly failure: Failure }

/** Checks that a call would run on the very account that the person saw. */
export const checkAccount = (call: Called, accounts: readonly AccountRecord[]): AccountCheck => {
  const here = accounts.filter((account) => account.connection === call.connection)
  const same = here.find((account) => account.id === call.account_id)
  const account = same ?? here.find(({ status }) => status === 'active') ?? here[0]
  if (account === undefined || account.status !== 'active') {
    const code = account === undefined || account.status === 'active' ? 'connection-needed' : inactive[account.status]
    return { kind: 'unavailable', failure: withReconnect(failure(code), call) }
  }
  if (same !== undefined) return { kind: 'same' }
  return {
    kind: 'changed',
    accountId: account.id,
    failure: failure('connection-changed', { subject: call.provider_name, action: { kind: 'none' } }),
  }
}
