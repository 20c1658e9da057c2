import { connectIn, disconnectIn, type ConnectionsParts } from './connect'
import type { Connections } from './connections'
import type { ConnectionsOptions } from './connections-options'
import { createConnectionsStore } from './connections-store'
import { disconnectAllIn } from './disconnect-all'
import { createConnectionsReader } from './refresh-connections'
import { createRoundTrips } from './round-trips'
import { verifyIn } from './verify'
import { watchRoundTrips } from './watch-round-trips'

/** Makes the connections of the signed-in person. One per process; it knows nothing until `refresh`. */
export const createConnections = (options: ConnectionsOptions): Connections => {
  const store = createConnectionsStore()
  const { scalekit, session } = options
  const parts: ConnectionsParts = {
    options,
    store,
    reader: createConnectionsReader({ scalekit, session, store }),
    trips: createRoundTrips(options.clock, store),
  }
  const verify = verifyIn(parts)
  const watch = watchRoundTrips(parts)
  return {
    state: store.state,
    onChange: store.onChange,
    refresh: parts.reader.refresh,
    look: watch.look,
    clear: () => {
      parts.reader.discard()
      parts.trips.withdrawAll()
      store.clear()
    },
    connect: connectIn(parts, verify),
    disconnect: disconnectIn(parts),
    disconnectAll: disconnectAllIn(parts),
    verify,
    noteStatus: store.note,
  }
}
