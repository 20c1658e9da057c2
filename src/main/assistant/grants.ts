import type { Owner } from '../identity/identifier'
import type { CallRecord } from './call-record'

/** What a standing permission is looked up by. */
export type GrantedCall = Pick<
  CallRecord,
  'thread_id' | 'tool' | 'connection' | 'account_id' | 'args' | 'args_schema' | 'risk'
>

/** The standing permissions of people. */
export type Grants = {
  /** The permission that covers a call, if there is one. */
  readonly covering: (owner: Owner, call: GrantedCall) => { readonly id: string } | undefined
}

/** Opens the standing permissions. */
export const createGrants = (): Grants => ({ covering: () => undefined })
