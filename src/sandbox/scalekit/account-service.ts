import { timestampFromMs } from '@bufbuild/protobuf/wkt'
import { Code, type ConnectRouter, type ServiceImpl } from '@connectrpc/connect'
import { ConnectedAccountService } from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/connected_accounts/connected_accounts_pb.js'
import { accountShape, sampleAuthorization } from './account-shapes'
import { connectionNamed, type AccountSelector, type SandboxAccount } from './accounts'
import { requireToken, type EnvironmentParts } from './environment-parts'
import { environmentError } from './failures'
import { pageOf } from './paging'

type Service = Partial<ServiceImpl<typeof ConnectedAccountService>>

/** The account that a request names; refuses when there is none. */
export const requireAccount = ({ accounts }: EnvironmentParts, selector: AccountSelector): SandboxAccount => {
  const account = accounts.find(selector)
  if (account !== undefined) return account
  throw environmentError(Code.NotFound, 'RESOURCE_NOT_FOUND', 'connected account not found')
}

const creation = (parts: EnvironmentParts): Service => ({
  createConnectedAccount: (request, context) => {
    requireToken(parts, context)
    const connection = connectionNamed(request.connector)
    if (connection === undefined)
      throw environmentError(Code.NotFound, 'RESOURCE_NOT_FOUND', `connection ${request.connector ?? ''} not found`)
    if (request.identifier === undefined || request.identifier === '')
      throw environmentError(Code.InvalidArgument, 'VALIDATION_ERROR', 'identifier is required')
    if (parts.accounts.find(request) !== undefined)
      throw environmentError(Code.AlreadyExists, 'ALREADY_EXISTS', 'connected account already exists')
    const account = parts.accounts.create(request.identifier, connection)
    return { connectedAccount: { ...accountShape(account), authorizationDetails: sampleAuthorization } }
  },
  deleteConnectedAccount: (request, context) => {
    requireToken(parts, context)
    parts.accounts.remove(requireAccount(parts, request))
    return {}
  },
})

const reading = (parts: EnvironmentParts): Service => ({
  listConnectedAccounts: (request, context) => {
    requireToken(parts, context)
    const wanted = parts.accounts
      .list()
      .filter(({ identifier }) => request.identifier === undefined || identifier === request.identifier)
      .filter(({ keyId }) => request.connector === undefined || keyId === request.connector)
      .filter(({ keyId }) => request.connectionNames.length === 0 || request.connectionNames.includes(keyId))
      .map(accountShape)
      .filter(({ provider }) => request.provider === '' || provider === request.provider)
      .filter(({ identifier }) => identifier.includes(request.query))
    const { rows, ...page } = pageOf(wanted, request, { byDefault: 20, largest: 100 })
    return { ...page, connectedAccounts: rows }
  },
  getConnectedAccountDetails: (request, context) => {
    requireToken(parts, context)
    return { connectedAccount: accountShape(requireAccount(parts, request)) }
  },
  getConnectedAccountAuth: (request, context) => {
    requireToken(parts, context)
    const account = accountShape(requireAccount(parts, request))
    return { connectedAccount: { ...account, authorizationDetails: sampleAuthorization } }
  },
})

const consent = (parts: EnvironmentParts): Service => ({
  getMagicLinkForConnectedAccount: (request, context) => {
    requireToken(parts, context)
    const userVerifyUrl = request.userVerifyUrl ?? ''
    if (!/^$|^https?:\/\//.test(userVerifyUrl))
      throw environmentError(Code.InvalidArgument, 'VALIDATION_ERROR', 'user_verify_url: must match ^$|^https?://')
    const account = requireAccount(parts, request)
    const link = parts.authorizations.createLink(account, { state: request.state ?? '', userVerifyUrl })
    return { link: `${parts.origin()}/magicLink/${link.id}`, expiry: timestampFromMs(link.expiresAt) }
  },
  verifyConnectedAccountUser: (request, context) => {
    requireToken(parts, context)
    const refusal = parts.authorizations.verify(request.authRequestId, request.identifier)
    if (refusal === 'unknown') throw environmentError(Code.NotFound, 'AUTH_REQUEST_NOT_FOUND', 'auth request not found')
    if (refusal === 'other-identifier')
      throw environmentError(Code.PermissionDenied, 'IDENTIFIER_MISMATCH', 'identifier does not match')
    return { postUserVerifyRedirectUrl: '' }
  },
})

/** Serves connected accounts: creating, reading, consent, verification, deletion. */
export const serveAccounts = (router: ConnectRouter, parts: EnvironmentParts): void => {
  router.service(ConnectedAccountService, { ...creation(parts), ...reading(parts), ...consent(parts) })
}
