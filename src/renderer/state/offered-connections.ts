import type { Connection } from '../../contract/connections'

const mostOffered = 3

/** What the first question to a connection can be about. */
type FirstAskKind = 'monday' | 'intercom' | 'other'

/** Which first question fits a connection. */
export const firstAskKind = ({ provider }: Connection): FirstAskKind => {
  const name = provider.toLowerCase()
  return name === 'monday' || name === 'intercom' ? name : 'other'
}

/** Those to connect first: where there is a first question that fits, one gets furthest. All are on Connections. */
export const offeredConnections = (connections: readonly Connection[]): readonly Connection[] => {
  const known = connections.filter((connection) => firstAskKind(connection) !== 'other')
  return (known.length > 0 ? known : connections).slice(0, mostOffered)
}
