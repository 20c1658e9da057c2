import type { ConnectionsState } from '../../contract/connections'
import type { Approvals } from './approvals'
import type { AssistantDependencies } from './dependencies'
import type { Journal } from './journal'
import type { Reads } from './reads'
import type { Runs } from './runs'

/** What going on after a reconnection needs. */
export type ReconnectedNeeds = Pick<AssistantDependencies, 'connections' | 'ensureSession' | 'log'> & {
  readonly journal: Journal
  readonly approvals: Approvals
  readonly reads: Reads
  readonly runs: Runs
  /** Called after every change of connections. */
  readonly changed: () => void
}

const usable = (state: ConnectionsState): ReadonlySet<string> =>
  new Set(
    state.connections.filter(({ status, connecting }) => status === 'connected' && !connecting).map(({ name }) => name),
  )

const goOn = async (needs: ReconnectedNeeds, connections: ReadonlySet<string>): Promise<void> => {
  const session = await needs.ensureSession()
  if (!session.ok) return
  const { owner } = session.value
  const waiting = needs.journal
    .waiting(owner, null)
    .filter(({ resumes, connection }) => resumes === 1 && connections.has(connection))
  for (const call of waiting) {
    needs.runs.personActed(owner, call.thread_id)
    if (call.risk !== 'read') {
      await needs.approvals.resume(owner, call)
      continue
    }
    const read = await needs.reads.resume(owner, call)
    if (read !== undefined) needs.runs.afterSettled(owner, read)
  }
}

/** Goes on with the calls that only waited for their connection, as soon as it is usable again. */
export const watchReconnections = (needs: ReconnectedNeeds): void => {
  let before = usable(needs.connections.state())
  needs.connections.onChange((state) => {
    needs.changed()
    const now = usable(state)
    const back = new Set([...now].filter((name) => !before.has(name)))
    before = now
    if (back.size === 0) return
    goOn(needs, back).catch((error: unknown) => {
      needs.log.error('reconnected', error)
    })
  })
}
