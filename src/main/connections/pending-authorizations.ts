import { err, ok, type Result } from '../../contract/result'
import type { Owner } from '../identity/identifier'
import type { Clock } from '../platform/clock'

/** A browser round trip that this app started: who may finish it, for which connection, until when. */
export type PendingAuthorization = {
  readonly state: string
  readonly connection: string
  readonly owner: Owner
  readonly expiresAt: number
}

/** Why a returned state is not accepted. The connection is named only to the person who started it. */
export type PendingRefusal =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'other-person' }
  | { readonly kind: 'stale' | 'replayed'; readonly connection: string }

/** The round trips under way, and for a while those that are over. */
export type PendingAuthorizations = {
  /** Starts waiting for `state`. An older wait of the same person for the same connection is over. */
  readonly open: (request: Omit<PendingAuthorization, 'expiresAt'>) => PendingAuthorization
  /** Takes the one use of a state, for whoever is signed in now. */
  readonly consume: (state: string, owner: Owner | undefined) => Result<PendingAuthorization, PendingRefusal>
  /** Ends a wait that came to nothing. */
  readonly withdraw: (state: string) => void
  /** Ends every wait: on sign-out. */
  readonly withdrawAll: () => void
  readonly isWaiting: (connection: string, owner: Owner) => boolean
}

/** How long a person has to consent. */
export const pendingLifetimeMs = 10 * 60_000

// What is over is remembered only to say which way it is over.
const rememberedLimit = 200

type Entry = PendingAuthorization & { readonly phase: 'waiting' | 'used' | 'over' }

/** Makes the store. It lives in memory: a restart forgets it, and the person presses Connect again. */
export const createPendingAuthorizations = (clock: Pick<Clock, 'now'>): PendingAuthorizations => {
  const entries = new Map<string, Entry>()

  const end = (predicate: (entry: Entry) => boolean): void => {
    for (const entry of entries.values())
      if (entry.phase === 'waiting' && predicate(entry)) entries.set(entry.state, { ...entry, phase: 'over' })
  }

  const forgetOldest = (): void => {
    for (const entry of entries.values()) {
      if (entries.size <= rememberedLimit) return
      if (entry.phase !== 'waiting' || clock.now() >= entry.expiresAt) entries.delete(entry.state)
    }
  }

  return {
    open: (request) => {
      end(({ connection, owner }) => connection === request.connection && owner === request.owner)
      const pending = { ...request, expiresAt: clock.now() + pendingLifetimeMs }
      entries.set(request.state, { ...pending, phase: 'waiting' })
      forgetOldest()
      return pending
    },
    consume: (state, owner) => {
      const entry = entries.get(state)
      if (entry === undefined) return err({ kind: 'unknown' })
      // SECURITY: whoever is signed in now must be the one who pressed Connect. Otherwise one person's consent
      // would be filed under another's name.
      if (entry.owner !== owner) return err({ kind: 'other-person' })
      if (entry.phase === 'used') return err({ kind: 'replayed', connection: entry.connection })
      if (entry.phase === 'over' || clock.now() >= entry.expiresAt)
        return err({ kind: 'stale', connection: entry.connection })
      entries.set(state, { ...entry, phase: 'used' })
      const { connection, expiresAt } = entry
      return ok({ state, connection, owner, expiresAt })
    },
    withdraw: (state) => {
      end((entry) => entry.state === state)
    },
    withdrawAll: () => {
      end(() => true)
    },
    isWaiting: (connection, owner) =>
      [...entries.values()].some(
        (entry) =>
          entry.phase === 'waiting' &&
          entry.connection === connection &&
          entry.owner === owner &&
          clock.now() < entry.expiresAt,
      ),
  }
}
