import { randomUUID } from 'node:crypto'
import { Code } from '@connectrpc/connect'
import { ConnectorStatus } from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/connected_accounts/connected_accounts_pb.js'
import { environmentError } from './errors'

/** A connection of the environment. */
export type StandInConnection = { readonly name: string; readonly provider: string }

/** One person's account on a connection, tokens of the provider included: the vault. */
export type VaultAccount = {
  readonly id: string
  readonly identifier: string
  readonly connection: string
  readonly provider: string
  status: ConnectorStatus
  accessToken: string
  refreshToken: string
  /** Whose seat at the provider it is: not always the person's own. */
  seat: string
}

type Link = { readonly account: VaultAccount; readonly state: string; readonly verifyUrl: string }

/** The vault of one environment. */
export type Vault = {
  readonly connections: readonly StandInConnection[]
  readonly accounts: readonly VaultAccount[]
  /** Connections whose accounts it refuses to delete. */
  readonly locked: Set<string>
  readonly find: (by: {
    readonly id?: string | undefined
    readonly connector?: string | undefined
    readonly identifier?: string | undefined
  }) => VaultAccount
  readonly create: (connector: string, identifier: string) => VaultAccount
  readonly remove: (account: VaultAccount) => void
  readonly makeLink: (link: Link) => string
  readonly findLink: (id: string) => Link | undefined
  /** Ends a link: consent given, in whose seat, or denied. Returns where the browser goes next. */
  readonly answer: (id: string, consent: { readonly seat: string } | null) => URL
  readonly verify: (authRequestId: string, identifier: string) => void
  /** Every token of a provider that was ever in the vault. */
  readonly providerTokens: readonly string[]
}

const missing = (): Error => environmentError(Code.NotFound, 'RESOURCE_NOT_FOUND', 'connected account not found')

/** Opens a vault with nothing in it. */
export const openVault = (connections: readonly StandInConnection[]): Vault => {
  const accounts: VaultAccount[] = []
  const links = new Map<string, Link>()
  const requests = new Map<string, VaultAccount>()
  const providerTokens: string[] = []

  const find: Vault['find'] = ({ id, connector, identifier }) => {
    const account = accounts.find((one) =>
      id !== undefined && id !== '' ? one.id === id : one.connection === connector && one.identifier === identifier,
    )
    if (account === undefined) throw missing()
    return account
  }
  const create: Vault['create'] = (connector, identifier) => {
    const connection = connections.find(({ name }) => name === connector)
    if (connection === undefined) throw missing()
    const account: VaultAccount = {
      id: `ca_${randomUUID()}`,
      identifier,
      connection: connector,
      provider: connection.provider,
      status: ConnectorStatus.PENDING_AUTH,
      accessToken: '',
      refreshToken: '',
      seat: identifier,
    }
    accounts.push(account)
    return account
  }
  const makeLink: Vault['makeLink'] = (link) => {
    const id = randomUUID()
    links.set(id, link)
    return id
  }
  const grant = (account: VaultAccount, seat: string): string => {
    account.seat = seat
    account.accessToken = `provider-access-${randomUUID()}`
    account.refreshToken = `provider-refresh-${randomUUID()}`
    account.status = ConnectorStatus.PENDING_VERIFICATION
    providerTokens.push(account.accessToken, account.refreshToken)
    const id = `areq_${randomUUID()}`
    requests.set(id, account)
    return id
  }
  const answer: Vault['answer'] = (id, consent) => {
    const link = links.get(id)
    if (link === undefined) throw missing()
    links.delete(id)
    const target = new URL(link.verifyUrl)
    target.searchParams.set('state', link.state)
    if (consent !== null) target.searchParams.set('auth_request_id', grant(link.account, consent.seat))
    else target.searchParams.set('error', 'access_denied')
    return target
  }
  const verify: Vault['verify'] = (authRequestId, identifier) => {
    const account = requests.get(authRequestId)
    if (account === undefined) throw environmentError(Code.NotFound, 'AUTH_REQUEST_NOT_FOUND', 'auth request not found')
    if (account.identifier !== identifier)
      throw environmentError(Code.PermissionDenied, 'IDENTIFIER_MISMATCH', 'identifier mismatch')
    requests.delete(authRequestId)
    account.status = ConnectorStatus.ACTIVE
  }
  const remove: Vault['remove'] = (account) => {
    accounts.splice(accounts.indexOf(account), 1)
  }
  return {
    connections,
    accounts,
    locked: new Set(),
    find,
    create,
    remove,
    makeLink,
    findLink: (id) => links.get(id),
    answer,
    verify,
    providerTokens,
  }
}
