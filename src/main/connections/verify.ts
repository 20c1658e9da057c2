import type { ConnectionsState } from '../../contract/connections'
import type { Failure } from '../../contract/failure'
import { err, ok, type Result } from '../../contract/result'
import type { Session } from '../identity/session'
import { failure } from '../platform/failures'
import type { ConnectionsParts } from './connect'
import type { Connections, VerifyReturn } from './connections'
import type { PendingAuthorization, PendingRefusal } from './pending-authorizations'
import type { VerifyOutcome } from './verify-page'

const otherPerson = failure('link-other-person', { action: { kind: 'open-connections' } })

const refusalFailure = (parts: ConnectionsParts, refusal: PendingRefusal): Failure => {
  if (refusal.kind === 'unknown') return failure('link-unknown', { action: { kind: 'open-connections' } })
  if (refusal.kind === 'other-person') return otherPerson
  const { connection } = refusal
  const named = { subject: subjectOf(parts, connection) }
  return refusal.kind === 'stale'
    ? failure('link-stale', { ...named, action: { kind: 'connect', connection } })
    : failure('link-replayed', { ...named, action: { kind: 'open-connections' } })
}

const subjectOf = ({ store }: ConnectionsParts, connection: string): string => store.title(connection)

const sameSession = async (
  { options }: ConnectionsParts,
  trip: PendingAuthorization,
): Promise<Result<Session, Failure>> => {
  const session = await options.ensureSession()
  if (!session.ok || session.value.owner === trip.owner) return session
  return err(otherPerson)
}

const askScalekit = async (
  parts: ConnectionsParts,
  trip: PendingAuthorization,
  returned: VerifyReturn,
): Promise<Result<null, Failure>> => {
  if (returned.kind === 'denied') return err(failure('consent-denied'))
  // The state was for the person who was signed in a moment ago; the issuer may know better by now.
  const session = await sameSession(parts, trip)
  if (!session.ok) return session
  return await parts.options.scalekit.verifyAccountUser(session.value.identifier, returned.authRequestId)
}

const aboutConnection = (parts: ConnectionsParts, trip: PendingAuthorization, made: Failure): Failure => {
  const connection = trip.connection
  const keeps = ['sign-in', 'open-settings'].includes(made.action.kind)
  return {
    ...made,
    subject: subjectOf(parts, connection),
    action: keeps ? made.action : { kind: 'connect', connection },
  }
}

// Where the answer to the verification was lost, the account itself tells.
const heldAnyway = (failed: Failure, state: ConnectionsState, connection: string): boolean =>
  failed.code === 'scalekit-unreachable' &&
  state.connections.some(({ name, status }) => name === connection && status === 'connected')

const finish = async (
  parts: ConnectionsParts,
  trip: PendingAuthorization,
  returned: VerifyReturn,
): Promise<VerifyOutcome> => {
  const { reader, store, trips } = parts
  const { connection, owner } = trip
  const verified = await askScalekit(parts, trip, returned)
  if (parts.options.session()?.owner !== owner) return err(otherPerson)
  if (verified.ok) store.note(connection, undefined)
  const after = await reader.refresh()
  store.setConnecting(connection, trips.isWaiting(connection, owner))
  if (verified.ok || heldAnyway(verified.failure, after, connection)) return ok({ connection })
  const failed = aboutConnection(parts, trip, verified.failure)
  store.setFailure(connection, failed)
  return err(failed)
}

/** Completes a pending authorization, once, for the person who started it. */
export const verifyIn =
  (parts: ConnectionsParts): Connections['verify'] =>
  async (returned) => {
    const { options, trips } = parts
    const trip = trips.consume(returned.state, options.session()?.owner)
    if (!trip.ok) return err(refusalFailure(parts, trip.failure))
    const outcome = await finish(parts, trip.value, returned)
    trips.settle(returned.state, outcome)
    return outcome
  }
