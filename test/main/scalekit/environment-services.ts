import { Code, ConnectError, type ConnectRouter, type HandlerContext } from '@connectrpc/connect'
import { ConnectedAccountService } from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/connected_accounts/connected_accounts_pb.js'
import { ConnectionService } from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/connections/connections_pb.js'
import { ToolService } from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/tools/tools_pb.js'
import { scalekitError } from './environment-errors'
import { providerSecrets, type EnvironmentState, type TestAccount } from './environment-state'

const timestamp = { seconds: 1_700_000_000n, nanos: 0 }

const pageOf = <Row>(rows: readonly Row[], pageSize: number, pageToken: string) => {
  const start = pageToken === '' ? 0 : Number(pageToken)
  const size = Math.min(pageSize === 0 ? 10 : pageSize, 2)
  const end = start + size
  return { rows: rows.slice(start, end), nextPageToken: end < rows.length ? String(end) : '', totalSize: rows.length }
}

const listed = (account: TestAccount) => ({ ...account, updatedAt: timestamp, tokenExpiresAt: timestamp })

/** An account as the calls that bring tokens answer it. */
const withTokens = (account: TestAccount) => ({
  ...listed(account),
  authorizationDetails: {
    details: {
      case: 'oauthToken' as const,
      value: { accessToken: providerSecrets[0], refreshToken: providerSecrets[1] },
    },
  },
})

/** The services of an environment, over its state. Pages hold two rows. */
export const environmentServices = (state: EnvironmentState, origin: () => string) => {
  const guarded = async <T>(context: HandlerContext, work: () => T): Promise<T> => {
    const method = context.method.name
    const authorized = state.tokens.has((context.requestHeader.get('authorization') ?? '').replace('Bearer ', ''))
    state.log.push({ method, authorized, headers: context.requestHeader })
    if (!authorized) throw new ConnectError('invalid token', Code.Unauthenticated)
    const take = async (when: 'before' | 'after') => {
      const at = state.faults.findIndex((fault) => fault.method === method && fault.when === when)
      if (at >= 0) await state.faults.splice(at, 1)[0]?.run(context.signal)
    }
    await take('before')
    const result = work()
    await take('after')
    return result
  }
  const find = (request: {
    id?: string | undefined
    identifier?: string | undefined
    connector?: string | undefined
  }) => {
    const account = state.accounts.find(({ id, identifier, connector }) =>
      request.id === undefined
        ? identifier === request.identifier && connector === request.connector
        : id === request.id && (request.identifier === undefined || identifier === request.identifier),
    )
    if (account === undefined) throw scalekitError(Code.NotFound, 'RESOURCE_NOT_FOUND', 'connected account not found')
    return account
  }
  return (router: ConnectRouter) => {
    router.service(ConnectionService, {
      listAppConnections: (request, context) =>
        guarded(context, () => {
          const { rows, ...rest } = pageOf(state.connections, request.pageSize, request.pageToken)
          const connections = rows.map((row, index) => ({
            id: `conn_${String(index)}`,
            keyId: row.name,
            providerKey: row.provider,
            enabled: row.enabled,
            createdAt: timestamp,
          }))
          return { connections, ...rest }
        }),
    })
    router.service(ConnectedAccountService, {
      listConnectedAccounts: (request, context) =>
        guarded(context, () => {
          const own = state.accounts.filter(({ identifier }) => identifier === request.identifier)
          const { rows, ...rest } = pageOf(own, request.pageSize, request.pageToken)
          return { connectedAccounts: rows.map(listed), ...rest }
        }),
      createConnectedAccount: (request, context) =>
        guarded(context, () => {
          const { connector = '', identifier = '' } = request
          const connection = state.connections.find(({ name }) => name === connector)
          if (connection === undefined) throw scalekitError(Code.NotFound, 'RESOURCE_NOT_FOUND', 'no such connection')
          if (state.accounts.some((account) => account.connector === connector && account.identifier === identifier))
            throw scalekitError(Code.AlreadyExists, 'ALREADY_EXISTS', 'exists')
          const id = `ca_${String(state.accounts.length + 1)}`
          const account = { id, identifier, connector, provider: connection.provider, status: 3 }
          state.accounts.push(account)
          return { connectedAccount: withTokens(account) }
        }),
      getMagicLinkForConnectedAccount: (request, context) =>
        guarded(context, () => {
          const account = find(request)
          const url = state.link ?? `${origin()}/magicLink/${String(state.links.length)}`
          const { state: given = '', userVerifyUrl: verifyUrl = '' } = request
          state.links.push({ url, state: given, verifyUrl, accountId: account.id })
          return { link: url, expiry: timestamp }
        }),
      verifyConnectedAccountUser: (request, context) =>
        guarded(context, () => {
          const account = state.verifiable.get(request.authRequestId)
          if (account === undefined) throw scalekitError(Code.NotFound, 'AUTH_REQUEST_NOT_FOUND', 'not found')
          if (account.identifier !== request.identifier)
            throw scalekitError(Code.PermissionDenied, 'IDENTIFIER_MISMATCH', 'identifier mismatch')
          state.verifiable.delete(request.authRequestId)
          account.status = 1
          return { postUserVerifyRedirectUrl: '' }
        }),
      deleteConnectedAccount: (request, context) =>
        guarded(context, () => {
          state.accounts.splice(state.accounts.indexOf(find(request)), 1)
          return {}
        }),
      getConnectedAccountAuth: (request, context) =>
        guarded(context, () => ({ connectedAccount: withTokens(find(request)) })),
    })
    router.service(ToolService, {
      listScopedTools: (request, context) =>
        guarded(context, () => {
          const names = request.filter?.connectionNames ?? []
          const own = state.accounts.filter(
            ({ identifier, status, connector }) =>
              identifier === request.identifier && status === 1 && (names.length === 0 || names.includes(connector)),
          )
          const tools = own.flatMap((account) =>
            state.tools
              .filter(({ provider }) => provider === account.provider)
              .map((tool) => ({ tool, identifier: account.identifier, connectedAccountId: account.id })),
          )
          const { rows, ...rest } = pageOf(tools, request.pageSize, request.pageToken)
          return { tools: rows, ...rest }
        }),
      executeTool: (request, context) =>
        guarded(context, () => {
          const account = find({ id: request.connectedAccountId, identifier: request.identifier })
          if (account.status !== 1)
            throw scalekitError(Code.FailedPrecondition, 'CONNECTED_ACCOUNT_NOT_ACTIVE', 'connected account not active')
          state.executions.push({
            tool: request.toolName,
            identifier: request.identifier,
            accountId: request.connectedAccountId,
            params: request.params,
          })
          const executionId = `exec_${String(state.executions.length)}`
          return { data: state.answer ?? { echo: request.params ?? {} }, executionId }
        }),
    })
  }
}
