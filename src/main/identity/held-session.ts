import type { DiscoveredIssuer } from './discovery'
import type { Session } from './session'
import type { TokenSet } from './token-set'

/** The tokens of a session, and where they came from: what it takes to revoke them. */
export type Grant = { readonly issuer: DiscoveredIssuer; readonly tokens: TokenSet }

/** A grant that is held, and what is known about it. */
export type Held = Grant & {
  /** Stays the same from taking it up to letting it go: an answer for another seat comes too late. */
  readonly seat: symbol
  /** Null until the session endpoint has answered for the first time. */
  readonly session: Session | null
  readonly remembered: boolean
  /** Whether the session endpoint has spoken about these very tokens. */
  readonly confirmed: boolean
  /** Until when the session holds although the issuer can't be asked. */
  readonly trustedUntil: number
}

/** The place for the one session there is. */
export type HeldSession = {
  readonly get: () => Held | null
  readonly take: (grant: Grant) => Held
  readonly isHeld: (from: Held) => boolean
  /** Puts in what became of the held one. */
  readonly put: (next: Held) => void
  readonly release: () => Held | null
}

/** Makes the place, empty. */
export const createHeldSession = (): HeldSession => {
  let held: Held | null = null
  return {
    get: () => held,
    take: (grant) => {
      held = { ...grant, seat: Symbol('seat'), session: null, remembered: false, confirmed: false, trustedUntil: 0 }
      return held
    },
    isHeld: (from) => held?.seat === from.seat,
    put: (next) => {
      if (held?.seat === next.seat) held = next
    },
    release: () => {
      const released = held
      held = null
      return released
    },
  }
}
