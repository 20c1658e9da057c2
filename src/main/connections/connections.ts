import type { ConnectionsState } from '../../contract/connections'
import type { Failure } from '../../contract/failure'
import type { Result } from '../../contract/result'

/** What the assistant and the windows need of connections. One per process. */
export type Connections = {
  /** The list as last known for the signed-in person. */
  readonly state: () => ConnectionsState
  /** Called after every change of `state()`. Returns the function that stops it. */
  readonly onChange: (listener: (state: ConnectionsState) => void) => () => void
  /** Reads connections and this person's accounts again. */
  readonly refresh: () => Promise<ConnectionsState>
  /** Somebody looks at the app again: reads the list if a browser round trip is under way or waits for verification. */
  readonly look: () => void
  /** Forgets everything shown and pending: on sign-out and before another person signs in. */
  readonly clear: () => void
  /**
   * Starts connecting or reconnecting in the system browser; resolves once the browser was opened.
   * The pending authorization is bound to state, connection and person, lives ten minutes and is used once.
   */
  readonly connect: (connection: string) => Promise<Result<null, Failure>>
  /** Deletes this person's connected account on the connection and re-reads its status. */
  readonly disconnect: (connection: string) => Promise<Result<null, Failure>>
  /** Deletes every connected account of this person and reads again what is left. */
  readonly disconnectAll: () => Promise<Result<DisconnectedAll, Failure>>
  /** Completes a pending authorization from `onbehalf://connect/verify` or the loopback verify page. */
  readonly verify: (returned: VerifyReturn) => Promise<Result<{ readonly connection: string }, Failure>>
  /** Notes what an execution found out about an account (expired, revoked), so that the list says so at once. */
  readonly noteStatus: (connection: string, status: 'expired' | 'disconnected') => void
}

/** What comes back from the browser after consent, parsed. */
export type VerifyReturn =
  | { readonly kind: 'granted'; readonly authRequestId: string; readonly state: string }
  | { readonly kind: 'denied'; readonly state: string }

/** What was left of a person's connected accounts when they were read again, and what kept each from being deleted. */
export type DisconnectedAll = {
  readonly readAt: number
  readonly deleted: number
  /** The connections on which nothing is left. */
  readonly gone: readonly string[]
  readonly left: readonly {
    readonly connection: string
    readonly providerName: string
    readonly failure?: Failure
  }[]
}
