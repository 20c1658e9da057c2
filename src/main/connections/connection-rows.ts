import type { Connection, ConnectionStatus } from '../../contract/connections'
import type { Failure } from '../../contract/failure'
import type { AccountRecord, AccountStatus, ConnectionRecord } from '../scalekit/port'
import { connectionTitle } from './provider-names'

/** What this app knows of a connection beyond what the environment says. */
export type RowNotes = {
  readonly connecting: ReadonlySet<string>
  readonly failures: ReadonlyMap<string, Failure>
  /** Found out by an execution: the environment may go on calling the account active for a while. */
  readonly found: ReadonlyMap<string, 'expired' | 'disconnected'>
}

// The first of these that one of the person's accounts has is what the row says.
const precedence: readonly AccountStatus[] = [
  'active',
  'pending-verification',
  'expired',
  'disconnected',
  'pending-authorization',
]

const shown: Readonly<Record<AccountStatus, ConnectionStatus>> = {
  active: 'connected',
  expired: 'expired',
  'pending-authorization': 'not-connected',
  'pending-verification': 'waiting',
  disconnected: 'disconnected',
}

/** This person's status on a connection. An active account wins over every other. */
const connectionStatus = (accounts: readonly AccountRecord[]): ConnectionStatus => {
  const best = precedence.find((status) => accounts.some((account) => account.status === status))
  return best === undefined ? 'not-connected' : shown[best]
}

type Known = { readonly records: readonly ConnectionRecord[]; readonly accounts: readonly AccountRecord[] }

const rowOf = (record: ConnectionRecord, { records, accounts }: Known, notes: RowNotes): Connection => {
  const status = connectionStatus(accounts.filter(({ connection }) => connection === record.name))
  const failure = notes.failures.get(record.name)
  return {
    name: record.name,
    provider: record.provider,
    providerName: connectionTitle(record, records),
    status: status === 'connected' ? (notes.found.get(record.name) ?? status) : status,
    connecting: notes.connecting.has(record.name),
    ...(failure === undefined ? {} : { failure }),
  }
}

/** The rows of the connections list, by provider and then by name. */
export const connectionRows = (
  records: readonly ConnectionRecord[],
  accounts: readonly AccountRecord[],
  notes: RowNotes,
): Connection[] =>
  records
    .map((record) => rowOf(record, { records, accounts }, notes))
    .sort((a, b) => a.providerName.localeCompare(b.providerName) || a.name.localeCompare(b.name))
