import type { Connection, ConnectionsState } from '../../contract/connections'
import type { Action } from './action'

/** Before the first list arrives. */
export const initialConnections: ConnectionsState = { kind: 'loading', connections: [] }

/** Keeps the list of connections as main last told it. */
export const reduceConnections = (state: ConnectionsState, action: Action): ConnectionsState =>
  action.type === 'connections' ? action.connections : state

/** What the one button of a connection does. */
export type ConnectionButton = 'connect' | 'reconnect' | 'disconnect'

/** The one button that helps in each state. */
export const buttonOf = (connection: Connection): ConnectionButton => {
  switch (connection.status) {
    case 'connected':
      return 'disconnect'
    case 'expired':
    case 'disconnected':
      return 'reconnect'
    case 'waiting':
    case 'not-connected':
      return 'connect'
  }
}

const bare = (name: string): string =>
  name
    .toLowerCase()
    .replace(/\.com$/, '')
    .replace(/[^\p{L}\p{N}]/gu, '')

/**
 * The connection's own name where it says more than the provider's: "monday-prod", but not "monday" for Monday.com,
 * nor where the provider's says it already, because the environment has several.
 */
export const ownName = ({
  name,
  providerName,
}: {
  readonly name: string
  readonly providerName: string
}): string | null => (bare(name) === bare(providerName) || providerName.endsWith(`, ${name}`) ? null : name)
