import { timestampFromMs } from '@bufbuild/protobuf/wkt'
import type { ConnectRouter } from '@connectrpc/connect'
import {
  ConnectionService,
  ConnectionStatus,
  ConnectionType,
} from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/connections/connections_pb.js'
import { sandboxConnections } from './connections'
import { requireToken, type EnvironmentParts } from './environment-parts'
import { pageOf } from './paging'

/** Serves the list of the environment's connections. */
export const serveConnections = (router: ConnectRouter, parts: EnvironmentParts): void => {
  router.service(ConnectionService, {
    listAppConnections: (request, context) => {
      requireToken(parts, context)
      const wanted = sandboxConnections
        .filter(({ provider }) => request.provider === undefined || provider === request.provider)
        .filter(({ keyId }) => request.query === undefined || keyId.includes(request.query))
      const { rows, ...page } = pageOf(wanted, request, { byDefault: 10, largest: 30 })
      const connections = rows.map(({ id, keyId, provider }) => ({
        id,
        keyId,
        providerKey: provider,
        type: ConnectionType.OAUTH,
        status: ConnectionStatus.COMPLETED,
        enabled: true,
        createdAt: timestampFromMs(0),
      }))
      return { ...page, connections }
    },
  })
}
