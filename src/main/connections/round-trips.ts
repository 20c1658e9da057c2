import type { Owner } from '../identity/identifier'
import type { Clock } from '../platform/clock'
import type { ConnectionsStore } from './connections-store'
import { createPendingAuthorizations, pendingLifetimeMs, type PendingAuthorizations } from './pending-authorizations'
import type { VerifyOutcome, VerifyPage } from './verify-page'

/** The browser round trips under way, with the pages and timers that belong to them. */
export type RoundTrips = {
  readonly begin: (trip: {
    readonly state: string
    readonly connection: string
    readonly owner: Owner
    readonly page: VerifyPage | undefined
  }) => void
  readonly consume: PendingAuthorizations['consume']
  /** Tells the page of a round trip how it ended. */
  readonly settle: (state: string, outcome: VerifyOutcome) => void
  /** Gives up a round trip that came to nothing. */
  readonly withdraw: (state: string) => void
  /** Gives up every round trip of a connection. */
  readonly withdrawConnection: (connection: string) => void
  readonly withdrawAll: () => void
  readonly isWaiting: PendingAuthorizations['isWaiting']
}

type Trip = {
  readonly connection: string
  readonly owner: Owner
  readonly page: VerifyPage | undefined
  readonly cancel: () => void
}

/** Makes the keeper of round trips. */
export const createRoundTrips = (clock: Clock, store: ConnectionsStore): RoundTrips => {
  const pending = createPendingAuthorizations(clock)
  const trips = new Map<string, Trip>()

  const drop = (state: string): Trip | undefined => {
    const trip = trips.get(state)
    trips.delete(state)
    trip?.cancel()
    return trip
  }
  const withdraw = (state: string): void => {
    pending.withdraw(state)
    const trip = drop(state)
    trip?.page?.close()
    if (trip !== undefined) store.setConnecting(trip.connection, pending.isWaiting(trip.connection, trip.owner))
  }
  const withdrawWhere = (predicate: (trip: Trip) => boolean): void => {
    for (const [state, trip] of [...trips]) if (predicate(trip)) withdraw(state)
  }

  return {
    begin: ({ state, connection, owner, page }) => {
      const older = [...trips].filter(([, trip]) => trip.connection === connection && trip.owner === owner)
      pending.open({ state, connection, owner })
      const cancel = clock.after(pendingLifetimeMs, () => {
        withdraw(state)
      })
      trips.set(state, { connection, owner, page, cancel })
      store.setConnecting(connection, true)
      for (const [olderState] of older) withdraw(olderState)
    },
    consume: pending.consume,
    settle: (state, outcome) => {
      drop(state)?.page?.settle(outcome)
    },
    withdraw,
    withdrawConnection: (connection) => {
      withdrawWhere((trip) => trip.connection === connection)
    },
    withdrawAll: () => {
      pending.withdrawAll()
      withdrawWhere(() => true)
    },
    isWaiting: pending.isWaiting,
  }
}
