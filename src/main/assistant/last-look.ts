import type { Session } from '../identity/session'
import type { CallRecord } from './call-record'
import type { CallChange } from './journal'

/** What is read of the thing that a call is about. */
export type Before = Pick<CallChange, 'changes' | 'snapshot' | 'undo'>

/** Reads that are made when a call is approved, just before it is sent. */
export type LastLookNeeds = {
  /** Whether its tool is still there and takes these arguments; what stops it where not. */
  readonly stillThere: (session: Session, call: CallRecord) => Promise<CallChange | null>
  /** Whether it would happen in the hands and in the place that the card showed; what stops it where not. */
  readonly samePlace: (session: Session, call: CallRecord) => Promise<CallChange | null>
  /** What is there now; what stops the call where that is not what its card showed. */
  readonly readBefore: LastLook
}

/** What the last look at a call found: it may go, or what it becomes instead. */
export type LastLook = (
  session: Session,
  call: CallRecord,
) => Promise<{ readonly kind: 'go'; readonly before: Before } | { readonly kind: 'stop'; readonly change: CallChange }>

/** Makes the last look before a call is sent. */
export const createLastLook =
  ({ stillThere, samePlace, readBefore }: LastLookNeeds): LastLook =>
  async (session, call) => {
    const stop = (await stillThere(session, call)) ?? (await samePlace(session, call))
    if (stop !== null) return { kind: 'stop', change: stop }
    return readBefore(session, call)
  }
