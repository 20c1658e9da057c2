import { Code } from '@connectrpc/connect'
import { ConnectedAccountService } from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/connected_accounts/connected_accounts_pb.js'
import { z } from 'zod'
import type { Failure } from '../../contract/failure'
import { err, ok, type Result } from '../../contract/result'
import type { Identifier } from '../identity/identifier'
import { failure } from '../platform/failures'
import { callFailure } from './call-failure'
import type { EnvironmentCalls } from './environment-calls'
import { parseRows, readAllPages } from './pages'
import type { AccountRecord, AccountStatus, ConnectionRecord, Scalekit } from './port'

const pageSize = 100

// ConnectorStatus is a number on the wire; 0 and what is newer than this app need connecting, whatever they mean.
const statuses: readonly AccountStatus[] = [
  'pending-authorization',
  'active',
  'expired',
  'pending-authorization',
  'pending-verification',
  'disconnected',
]

// SECURITY: the fields are named one by one, so an account that arrives with its provider's tokens
// (`authorizationDetails`) leaves them behind here.
const accountSchema = z
  .object({
    id: z.string().min(1),
    identifier: z.string(),
    connector: z.string().min(1),
    provider: z.string(),
    status: z.number(),
  })
  .transform(({ id, identifier, connector, provider, status }) => ({
    identifier,
    account: { id, connection: connector, provider, status: statuses[status] ?? 'pending-authorization' },
  }))

/** Lists this person's connected accounts without their tokens. */
export const listAccounts = (calls: EnvironmentCalls): Scalekit['listAccounts'] => {
  const method = ConnectedAccountService.method.listConnectedAccounts
  return async (identifier) =>
    await readAllPages<AccountRecord>(async (pageToken) => {
      const answer = await calls.read({ method, request: { identifier, pageSize, pageToken } })
      if (!answer.ok) return answer
      const rows = parseRows(answer.value.connectedAccounts, (row) => accountSchema.safeParse(row))
      // SECURITY: an environment that ignored the filter must not show one person another's accounts.
      const own = rows.filter((row) => row.identifier === identifier)
      return ok({ rows: own.map(({ account }) => account), nextPageToken: answer.value.nextPageToken })
    })
}

const readAccount = async (
  calls: EnvironmentCalls,
  identifier: Identifier,
  connection: ConnectionRecord,
): Promise<Result<AccountRecord | undefined, Failure>> => {
  const accounts = await listAccounts(calls)(identifier)
  if (!accounts.ok) return accounts
  const own = accounts.value.filter((account) => account.connection === connection.name)
  return ok(own.find(({ status }) => status === 'active') ?? own[0])
}

const createAccount = async (
  calls: EnvironmentCalls,
  identifier: Identifier,
  connection: ConnectionRecord,
): Promise<Result<AccountRecord | undefined, Failure>> => {
  const created = await calls.once({
    method: ConnectedAccountService.method.createConnectedAccount,
    request: {
      connector: connection.name,
      identifier,
      // Empty on purpose: the vault fills it after consent. Without it the environment may refuse to create.
      connectedAccount: { authorizationDetails: { details: { case: 'oauthToken', value: {} } } },
    },
  })
  if (created.ok) {
    const parsed = accountSchema.safeParse(created.value.connectedAccount)
    return ok(parsed.success && parsed.data.identifier === identifier ? parsed.data.account : undefined)
  }
  const existsNow = created.failure.kind === 'answered' && created.failure.status === Code.AlreadyExists
  return existsNow ? ok(undefined) : err(callFailure(created.failure, calls.host))
}

/** Finds this person's account on a connection, or creates it. */
export const ensureAccount =
  (calls: EnvironmentCalls): Scalekit['ensureAccount'] =>
  async (identifier, connection) => {
    const found = await readAccount(calls, identifier, connection)
    if (!found.ok) return found
    if (found.value !== undefined) return ok(found.value)
    const created = await createAccount(calls, identifier, connection)
    if (!created.ok) return created
    if (created.value !== undefined) return ok(created.value)
    const again = await readAccount(calls, identifier, connection)
    if (!again.ok) return again
    return again.value === undefined
      ? err(failure('scalekit-failed', { subject: calls.host, detail: 'The account was not created.' }))
      : ok(again.value)
  }

/** Deletes one connected account; one that is gone already counts as deleted. */
export const deleteAccount =
  (calls: EnvironmentCalls): Scalekit['deleteAccount'] =>
  async (identifier, account) => {
    const deleted = await calls.once({
      method: ConnectedAccountService.method.deleteConnectedAccount,
      // The id names the account; identifier and connection let the environment check whose it is.
      request: { id: account.id, identifier, connector: account.connection },
    })
    if (deleted.ok) return ok(null)
    const gone = deleted.failure.kind === 'answered' && deleted.failure.status === Code.NotFound
    return gone ? ok(null) : err(callFailure(deleted.failure, calls.host))
  }
