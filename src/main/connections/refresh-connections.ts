import type { ConnectionsState } from '../../contract/connections'
import type { Session } from '../identity/session'
import type { Scalekit } from '../scalekit/port'
import type { ConnectionsStore } from './connections-store'

/** Reading the list, where only the newest reading counts. */
export type ConnectionsReader = {
  readonly refresh: () => Promise<ConnectionsState>
  /** Reads again in the background: what can't be read just now is no news. */
  readonly poll: () => Promise<void>
  /** Readings under way are thrown away when they arrive. */
  readonly discard: () => void
}

/** What reading needs. */
export type ConnectionsReaderOptions = {
  readonly scalekit: Pick<Scalekit, 'listConnections' | 'listAccounts'>
  readonly session: () => Session | null
  readonly store: ConnectionsStore
}

/** Makes the reader of connections and this person's accounts. */
export const createConnectionsReader = ({ scalekit, session, store }: ConnectionsReaderOptions): ConnectionsReader => {
  let turn = 0
  let newest: Promise<ConnectionsState> | undefined

  const read = async (current: Session, mine: number): Promise<ConnectionsState> => {
    const [records, accounts] = await Promise.all([
      scalekit.listConnections(),
      scalekit.listAccounts(current.identifier),
    ])
    if (mine !== turn) return (await newest) ?? store.state()
    if (session()?.owner !== current.owner) return store.state()
    if (!records.ok) store.setFailed(records.failure)
    else if (!accounts.ok) store.setFailed(accounts.failure)
    else store.setLoaded(records.value, accounts.value)
    return store.state()
  }

  const poll = async (): Promise<void> => {
    const current = session()
    const mine = turn
    if (current === null || store.state().kind !== 'ready') return
    const [records, accounts] = await Promise.all([
      scalekit.listConnections(),
      scalekit.listAccounts(current.identifier),
    ])
    const late = mine !== turn || session()?.owner !== current.owner
    if (!late && records.ok && accounts.ok) store.setLoaded(records.value, accounts.value)
  }

  return {
    poll,
    refresh: async () => {
      const current = session()
      if (current === null) return store.state()
      if (store.state().kind !== 'ready') store.setLoading()
      turn += 1
      newest = read(current, turn)
      return await newest
    },
    discard: () => {
      turn += 1
      newest = undefined
    },
  }
}
