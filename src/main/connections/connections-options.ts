import type { Failure } from '../../contract/failure'
import type { Result } from '../../contract/result'
import type { Session } from '../identity/session'
import type { Clock } from '../platform/clock'
import type { LoopbackHandler, LoopbackServer } from '../platform/loopback-server'
import type { Scalekit } from '../scalekit/port'
import type { VerifyReturn } from './connections'
import type { VerifyOutcome } from './verify-page'

/** What connections need of their surroundings. */
export type ConnectionsOptions = {
  readonly scalekit: Scalekit
  /** Who is signed in, without asking anyone. */
  readonly session: () => Session | null
  /** Who is signed in, made sure of. */
  readonly ensureSession: () => Promise<Result<Session, Failure>>
  /** Opens a web page in the system browser. */
  readonly openExternal: (url: URL) => Promise<Result<null, Failure>>
  /** Whether this computer hands `onbehalf:` links to this app. Asked again for every page. */
  readonly schemeRegistered: () => boolean
  /** The organisation's https page that forwards to the deep link; absent: a page of our own on loopback. */
  readonly verifyUrl: URL | undefined
  readonly startLoopbackServer: (handle: LoopbackHandler) => Promise<LoopbackServer>
  readonly clock: Clock
  /** 256 random bits as text, new at every call. */
  readonly randomState: () => string
  /** Where the loopback page's form hands over, when that is more than `verify` (bringing a window to the front). */
  readonly deliverVerify?: (returned: VerifyReturn) => Promise<VerifyOutcome>
}
