import { orAlert, type ActionContext } from './context'

/** Connecting and disconnecting accounts. */
export type ConnectionActions = {
  readonly refreshConnections: () => Promise<void>
  readonly connect: (connection: string) => void
  readonly disconnect: (connection: string) => void
}

/** Makes the actions on connections. */
export const createConnectionActions = (context: ActionContext): ConnectionActions => {
  const { bridge, store } = context
  return {
    refreshConnections: async () => {
      const connections = await orAlert(context, bridge.listConnections({ refresh: true }))
      if (connections) store.dispatch({ type: 'connections', connections })
    },
    connect: (connection) => void orAlert(context, bridge.connect({ connection })),
    disconnect: (connection) => void orAlert(context, bridge.disconnect({ connection })),
  }
}
