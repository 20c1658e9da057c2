import type { Connection, ConnectionsState } from '../../contract/connections'
import type { ConnectionsParts } from './connect'

/** Finding out how round trips end whose browser never comes back. */
export type RoundTripsWatch = {
  /** Somebody looks at the app again: what may have changed in the browser is read. */
  readonly look: () => void
}

const pollMs = 5000
const restMs = 1000

const isOpen = ({ connecting, status }: Connection): boolean => connecting || status === 'waiting'

const statusOf = (state: ConnectionsState, name: string): Connection['status'] | undefined =>
  state.connections.find((row) => row.name === name)?.status

/**
 * Reads the list every few seconds while a browser round trip is under way, and when a window is looked at again:
 * an environment can verify accounts by itself, and then nothing comes back here.
 */
export const watchRoundTrips = ({ options, store, reader, trips }: ConnectionsParts): RoundTripsWatch => {
  const { clock, session } = options
  let before = store.state()
  let lastRead = 0
  let cancel: (() => void) | undefined

  const read = (): void => {
    lastRead = clock.now()
    void reader.poll()
  }
  const schedule = (): void => {
    if (!store.state().connections.some(({ connecting }) => connecting)) {
      cancel?.()
      cancel = undefined
      return
    }
    cancel ??= clock.after(pollMs, () => {
      cancel = undefined
      read()
      schedule()
    })
  }
  const endsByItself = ({ name, status, connecting }: Connection): boolean => {
    const owner = session()?.owner
    const came = status === 'connected' && statusOf(before, name) !== 'connected'
    // One that came back is being verified just now, and ends there.
    return connecting && came && owner !== undefined && trips.isWaiting(name, owner)
  }
  store.onChange((state) => {
    const ended = state.connections.filter(endsByItself)
    before = state
    for (const { name } of ended) trips.withdrawConnection(name)
    schedule()
  })
  return {
    look: () => {
      if (store.state().connections.some(isOpen) && clock.now() - lastRead >= restMs) read()
    },
  }
}
