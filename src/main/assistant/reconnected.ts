import type { ConnectionsState } from '../../contract/connections'
import { connectAccountTool } from '../../contract/plain/own-tools'
import type { Session } from '../identity/session'
import type { Approvals } from './approvals'
import type { CallRecord } from './call-record'
import type { Calls } from './calls'
import { settleConnected } from './connect-account'
import { isConnectionFailure } from './connection-failure'
import type { AssistantDependencies } from './dependencies'
import type { Hands } from './hands'
import type { CallChange, Journal } from './journal'
import type { Reads } from './reads'
import type { ReturnedAccount, SomebodyElse } from './returned-account'
import type { Runs } from './runs'

/** What going on after a reconnection needs. */
export type ReconnectedNeeds = Pick<AssistantDependencies, 'connections' | 'ensureSession' | 'log'> & {
  readonly journal: Journal
  readonly now: () => number
  readonly calls: Calls
  readonly approvals: Approvals
  readonly reads: Reads
  readonly runs: Runs
  readonly returned: ReturnedAccount
  readonly hands: Pick<Hands, 'showAgain'>
  /** Called after every change of connections. */
  readonly changed: () => void
  /** Called when connections are back: somebody else may have come back. */
  readonly back: () => void
}

/**
 * What became usable. `again`: somebody has just connected it. Otherwise the list was read for the first time, after
 * a start or a sign-in, and what broke a connection may be as it was.
 */
type Back = { readonly connections: ReadonlySet<string>; readonly again: boolean }

const usable = (state: ConnectionsState): ReadonlySet<string> =>
  new Set(
    state.connections.filter(({ status, connecting }) => status === 'connected' && !connecting).map(({ name }) => name),
  )

const heldBack = ({ failure, account, accountId }: SomebodyElse): Omit<CallChange, 'state'> => ({
  failure,
  resumes: 0,
  account_id: accountId,
  ...(account === undefined ? {} : { account }),
})

const writeGoesOn = async (needs: ReconnectedNeeds, session: Session, of: Waiting): Promise<void> => {
  const { owner } = session
  const { call, found, again } = of
  const unconfirmed = !found.ok && found.failure.failure.code === 'account-unconfirmed'
  // Another connected account is asked about anyway, whoever is behind it.
  if (found.ok || (unconfirmed && found.failure.accountId !== call.account_id)) {
    await needs.approvals.resume(owner, call, { again })
    return
  }
  // A provider that still refuses does not say who it is either: the call waits on.
  if (unconfirmed && !again) return
  // SECURITY: what was approved was approved for somebody else: shown as it now is, and asked again.
  const held = needs.calls.move(owner, call, { state: 'pending', ...heldBack(found.failure) })
  await needs.hands.showAgain(session, held)
}

const readGoesOn = async (needs: ReconnectedNeeds, { owner }: Session, of: Waiting): Promise<void> => {
  const { call, found, again } = of
  if (!found.ok && found.failure.failure.code === 'account-changed') {
    const change = heldBack(found.failure)
    needs.calls.move(owner, call, { state: 'failed', ...change, failure: goOnIfMeant(found.failure) })
    needs.runs.show(owner, call.thread_id)
    return
  }
  const accountId = found.ok ? found.value.accountId : found.failure.accountId
  const read = await needs.reads.resume(owner, call, { again, accountId })
  if (read !== undefined) needs.runs.afterSettled(owner, read)
}

const goOnIfMeant = ({ failure }: SomebodyElse): SomebodyElse['failure'] => ({ ...failure, action: { kind: 'retry' } })

type Waiting = {
  readonly call: CallRecord
  readonly found: Awaited<ReturnType<ReturnedAccount>>
  readonly again: boolean
}

// The person has to decide anyway: what they were told about the connection is no longer so.
const askAgain = (needs: ReconnectedNeeds, { owner }: Session, call: CallRecord): void => {
  if (call.state !== 'pending' || call.failure === null || !isConnectionFailure(call.failure)) return
  needs.calls.move(owner, call, { state: 'pending', failure: null })
}

const askedConnection = (needs: ReconnectedNeeds, { owner }: Session, call: CallRecord): void => {
  const connected = settleConnected(needs, owner, call)
  if (connected === undefined) return
  needs.calls.publish(owner, connected)
  needs.runs.afterSettled(owner, connected)
}

const goOn = async (needs: ReconnectedNeeds, { connections, again }: Back): Promise<void> => {
  const session = await needs.ensureSession()
  if (!session.ok) return
  const { owner } = session.value
  for (const call of needs.journal.waiting(owner, null).filter(({ connection }) => connections.has(connection))) {
    if (call.resumes === 0) {
      if (again) askAgain(needs, session.value, call)
      continue
    }
    needs.runs.personActed(owner, call.thread_id)
    if (call.tool === connectAccountTool) {
      askedConnection(needs, session.value, call)
      continue
    }
    const waiting: Waiting = { call, again, found: await needs.returned(session.value, call) }
    await (call.risk === 'read' ? readGoesOn : writeGoesOn)(needs, session.value, waiting)
  }
}

/** Goes on with the calls that only waited for their connection, as soon as it is usable again. */
export const watchReconnections = (needs: ReconnectedNeeds): void => {
  let before = needs.connections.state()
  needs.connections.onChange((state) => {
    needs.changed()
    const known = usable(before)
    const again = before.connections.length > 0
    const connections = new Set([...usable(state)].filter((name) => !known.has(name)))
    before = state
    if (connections.size === 0) return
    needs.back()
    goOn(needs, { connections, again }).catch((error: unknown) => {
      needs.log.error('reconnected', error)
    })
  })
}
