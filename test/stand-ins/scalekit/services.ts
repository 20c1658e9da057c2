import { Code, ConnectError, type ConnectRouter, type HandlerContext } from '@connectrpc/connect'
import {
  ConnectedAccountService,
  ConnectorStatus,
  ConnectorType,
} from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/connected_accounts/connected_accounts_pb.js'
import {
  ConnectionService,
  ConnectionStatus,
  ConnectionType,
} from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/connections/connections_pb.js'
import { ToolService } from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/tools/tools_pb.js'
import type { Workplace } from '../workplace'
import type { Vault, VaultAccount } from './accounts'
import type { ExecuteTool } from './execute'
import { wireJson } from './wire-json'

/** What the services are about. `authorize` throws unless the caller holds a token of this environment. */
export type ServiceWorld = {
  readonly vault: Vault
  readonly workplace: Workplace
  /** Tools that are not in the catalogue any more. */
  readonly withdrawn: ReadonlySet<string>
  readonly execute: ExecuteTool
  readonly authorize: (context: HandlerContext) => void
  readonly address: () => string
}

type Page<T> = { readonly items: readonly T[]; readonly nextPageToken: string; readonly totalSize: number }

/** Small pages, so that whoever reads only the first one is found out. */
const pageOf = <T>(all: readonly T[], token: string): Page<T> => {
  const size = 3
  const from = token === '' ? 0 : Number(token)
  return {
    items: all.slice(from, from + size),
    nextPageToken: from + size < all.length ? String(from + size) : '',
    totalSize: all.length,
  }
}

const toolsOf = ({ tools }: Workplace, { provider }: VaultAccount): Workplace['tools'] =>
  tools.filter(({ name }) => name.startsWith(`${provider.toLowerCase()}_`))

const listed = (account: VaultAccount) => ({
  id: account.id,
  identifier: account.identifier,
  provider: account.provider,
  connector: account.connection,
  connectionId: `conn_${account.connection}`,
  status: account.status,
  authorizationType: ConnectorType.OAUTH,
})

const withTokens = (account: VaultAccount) => ({
  ...listed(account),
  authorizationDetails: {
    details: {
      case: 'oauthToken' as const,
      value: { accessToken: account.accessToken, refreshToken: account.refreshToken, scopes: [], domain: '' },
    },
  },
})

const serveConnections = (router: ConnectRouter, { vault, authorize }: ServiceWorld): void => {
  router.service(ConnectionService, {
    listAppConnections: (request, context) => {
      authorize(context)
      const { items, ...page } = pageOf(vault.connections, request.pageToken)
      const connections = items.map(({ name, provider }) => ({
        id: `conn_${name}`,
        keyId: name,
        providerKey: provider,
        type: ConnectionType.OAUTH,
        status: ConnectionStatus.COMPLETED,
        enabled: true,
      }))
      return { ...page, connections }
    },
  })
}

const serveAccounts = (router: ConnectRouter, { vault, authorize, address }: ServiceWorld): void => {
  router.service(ConnectedAccountService, {
    listConnectedAccounts: (request, context) => {
      authorize(context)
      const own = vault.accounts.filter(({ identifier }) => identifier === request.identifier)
      const { items, ...page } = pageOf(own, request.pageToken)
      return { ...page, connectedAccounts: items.map(listed) }
    },
    createConnectedAccount: ({ connector, identifier }, context) => {
      authorize(context)
      return { connectedAccount: withTokens(vault.create(connector ?? '', identifier ?? '')) }
    },
    getConnectedAccountAuth: (request, context) => {
      authorize(context)
      return { connectedAccount: withTokens(vault.find(request)) }
    },
    getMagicLinkForConnectedAccount: (request, context) => {
      authorize(context)
      const account = vault.find(request)
      const id = vault.makeLink({ account, state: request.state ?? '', verifyUrl: request.userVerifyUrl ?? '' })
      return { link: `${address()}/consent/${id}` }
    },
    verifyConnectedAccountUser: ({ authRequestId, identifier }, context) => {
      authorize(context)
      vault.verify(authRequestId, identifier)
      return {}
    },
    deleteConnectedAccount: (request, context) => {
      authorize(context)
      const account = vault.find(request)
      if (vault.locked.has(account.connection)) throw new ConnectError('not now', Code.Unavailable)
      vault.remove(account)
      return {}
    },
  })
}

const serveTools = (router: ConnectRouter, { vault, workplace, withdrawn, execute, authorize }: ServiceWorld): void => {
  router.service(ToolService, {
    listScopedTools: ({ identifier, filter, pageToken }, context) => {
      authorize(context)
      const active = vault.accounts.filter(
        (account) =>
          account.identifier === identifier &&
          account.status === ConnectorStatus.ACTIVE &&
          filter?.connectionNames.includes(account.connection) === true,
      )
      const scoped = active.flatMap((account) =>
        toolsOf(workplace, account)
          .filter(({ name }) => !withdrawn.has(name))
          .map((definition) => ({
            tool: {
              id: definition.name,
              provider: account.provider,
              definition: wireJson({ ...definition, display_name: definition.name }),
            },
            identifier,
            connectedAccountId: account.id,
          })),
      )
      const { items, ...page } = pageOf(scoped, pageToken)
      return { ...page, tools: [...items] }
    },
    executeTool: async (request, context) => {
      authorize(context)
      const account = vault.find({
        id: request.connectedAccountId,
        connector: request.connector,
        identifier: request.identifier,
      })
      if (account.identifier !== request.identifier)
        throw new ConnectError('identifier mismatch', Code.PermissionDenied)
      return await execute({ account, tool: request.toolName, args: request.params ?? {}, signal: context.signal })
    },
  })
}

/** Every service of the environment that a client of a person may need. */
export const serveEnvironment =
  (world: ServiceWorld) =>
  (router: ConnectRouter): void => {
    serveConnections(router, world)
    serveAccounts(router, world)
    serveTools(router, world)
  }
