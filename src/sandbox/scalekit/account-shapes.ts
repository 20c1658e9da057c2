import type { MessageInitShape } from '@bufbuild/protobuf'
import { timestampFromMs, type Timestamp } from '@bufbuild/protobuf/wkt'
import {
  type AuthorizationDetailsSchema,
  ConnectorStatus,
  ConnectorType,
} from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/connected_accounts/connected_accounts_pb.js'
import { connectionNamed, type SandboxAccount } from './accounts'

/** How long a provider's own token is said to live. */
const providerTokenLifetime = 60 * 60 * 1000

/** An account as lists answer it: without any token. */
export type AccountShape = {
  readonly id: string
  readonly identifier: string
  readonly connector: string
  readonly provider: string
  readonly connectionId: string
  readonly status: ConnectorStatus
  readonly authorizationType: ConnectorType
  readonly tokenExpiresAt: Timestamp
  readonly updatedAt: Timestamp
  readonly lastUsedAt?: Timestamp
}

/** An account without its authorization details. */
export const accountShape = (account: SandboxAccount): AccountShape => {
  const connection = connectionNamed(account.keyId)
  return {
    id: account.id,
    identifier: account.identifier,
    connector: account.keyId,
    provider: connection?.provider ?? '',
    connectionId: connection?.id ?? '',
    status: ConnectorStatus[account.status],
    authorizationType: ConnectorType.OAUTH,
    tokenExpiresAt: timestampFromMs(account.updatedAt + providerTokenLifetime),
    updatedAt: timestampFromMs(account.updatedAt),
    ...(account.lastUsedAt !== undefined && { lastUsedAt: timestampFromMs(account.lastUsedAt) }),
  }
}

/** What the sandbox answers where the real vault answers live provider tokens: text that opens nothing. */
export const sampleAuthorization: MessageInitShape<typeof AuthorizationDetailsSchema> = {
  details: {
    case: 'oauthToken',
    value: {
      accessToken: 'sandbox-provider-access-token',
      refreshToken: 'sandbox-provider-refresh-token',
      scopes: ['sample'],
      domain: '',
    },
  },
}
