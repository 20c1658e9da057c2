import type { Failure } from '../../contract/failure'
import type { Session } from '../identity/session'
import type { CallRecord } from './call-record'
import type { CallChange } from './journal'

/** What is read of the thing that a call is about. */
export type Before = Pick<CallChange, 'changes' | 'snapshot' | 'undo'>

/** Whether a call would still happen in the hands and in the place that its card showed, or what stops it. */
export type PlaceCheck =
  | { readonly kind: 'go'; readonly account: CallRecord['account'] }
  | { readonly kind: 'stop'; readonly change: CallChange }
  | { readonly kind: 'refused'; readonly failure: Failure }

/** Reads that are made when a call is approved, just before it is sent. */
export type LastLookNeeds = {
  /** Whether its tool is still there and takes these arguments; what stops it where not. */
  readonly stillThere: (session: Session, call: CallRecord) => Promise<CallChange | null>
  readonly samePlace: (session: Session, call: CallRecord) => Promise<PlaceCheck>
  /** What is there now; what stops the call where that is not what its card showed. */
  readonly readBefore: LastLook
}

/** What the last look at a call found: it may go, what it becomes instead, or what has to be put right first. */
export type LastLook = (
  session: Session,
  call: CallRecord,
) => Promise<
  | { readonly kind: 'go'; readonly before: Before & Pick<CallChange, 'account'> }
  | Exclude<PlaceCheck, { readonly kind: 'go' }>
>

/** Makes the last look before a call is sent. */
export const createLastLook =
  ({ stillThere, samePlace, readBefore }: LastLookNeeds): LastLook =>
  async (session, call) => {
    const stop = await stillThere(session, call)
    if (stop !== null) return { kind: 'stop', change: stop }
    const place = await samePlace(session, call)
    if (place.kind !== 'go') return place
    const look = await readBefore(session, call)
    return look.kind === 'go' ? { kind: 'go', before: { ...look.before, account: place.account } } : look
  }
