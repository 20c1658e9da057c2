import type { ConnectionsState, DisconnectedAll } from '../../contract/connections'
import type { Failure } from '../../contract/failure'
import type { Result } from '../../contract/result'
import { orAlert, type ActionContext } from './context'

/** Connecting and disconnecting accounts. */
export type ConnectionActions = {
  readonly refreshConnections: () => Promise<void>
  readonly connect: (connection: string) => void
  readonly disconnect: (connection: string) => void
  readonly disconnectAll: () => Promise<Result<DisconnectedAll, Failure>>
}

/** Makes the actions on connections. */
export const createConnectionActions = (context: ActionContext): ConnectionActions => {
  const { bridge, store } = context
  return {
    refreshConnections: async () => {
      const reply = await bridge.listConnections({ refresh: true })
      const connections: ConnectionsState = reply.ok
        ? reply.value
        : { ...store.get().connections, kind: 'failed', failure: reply.failure }
      store.dispatch({ type: 'connections', connections })
    },
    connect: (connection) => void orAlert(context, async () => await bridge.connect({ connection })),
    disconnectAll: async () => await bridge.disconnectAll(),
    disconnect: (connection) => void orAlert(context, async () => await bridge.disconnect({ connection })),
  }
}
