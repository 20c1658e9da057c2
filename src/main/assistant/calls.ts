import type { Failure } from '../../contract/failure'
import type { ToolCallState } from '../../contract/conversation'
import { err, ok, type Result } from '../../contract/result'
import type { Owner } from '../identity/identifier'
import type { Session } from '../identity/session'
import { DatabaseError } from '../platform/database'
import { failure } from '../platform/failures'
import type { ExecutionOutcome } from '../scalekit/port'
import type { CallRecord } from './call-record'
import { toToolCall } from './call-view'
import { isSettled } from './call-states'
import { isConnectionFailure } from './connection-failure'
import type { AssistantDependencies } from './dependencies'
import type { Events } from './events'
import { attempt } from './saving'
import type { ThreadView } from './thread-view'
import type { CallChange, Journal } from './journal'

/** What approvals, reads and reading back share. */
export type Calls = {
  /** Takes a step of a call and tells the windows. A step that can't be saved is still shown, as not saved. */
  readonly move: (owner: Owner, call: CallRecord, change: CallChange) => CallRecord
  readonly publish: (owner: Owner, call: CallRecord) => void
  /** Tells the windows what a thread does now. */
  readonly showThread: (owner: Owner, threadId: string) => void
  /** The session, asked for just now, if it is still this owner's. */
  readonly sessionOf: (owner: Owner) => Promise<Result<Session, Failure>>
  readonly execute: (session: Session, call: CallRecord, signal: AbortSignal) => Promise<ExecutionOutcome>
  /** Tells connections what an execution found out about the account. */
  readonly noteConnection: (call: CallRecord, problem: Failure) => void
}

const timeoutMs = 100_000

const isFinal = (state: ToolCallState): boolean => state !== 'pending' && state !== 'running'

const unsaved = (call: CallRecord, change: CallChange): CallRecord => ({
  ...call,
  ...change,
  failure: change.failure ?? (isFinal(change.state) ? failure('not-saved') : null),
})

const moveWith =
  (journal: Journal, publish: Calls['publish']): Calls['move'] =>
  (owner, call, change) => {
    const moved = ((): CallRecord | undefined => {
      try {
        return journal.step(owner, { id: call.id, from: [call.state] }, change)
      } catch (error) {
        if (error instanceof DatabaseError) return unsaved(call, change)
        throw error
      }
    })()
    // Somebody else was first: what the journal says is what is shown.
    const current = moved ?? journal.find(owner, call.id) ?? call
    publish(owner, current)
    return current
  }

const publishWith =
  ({ events, view }: Pick<Needs, 'events' | 'view'>): Calls['publish'] =>
  (owner, call) => {
    const found = attempt(() => view.thread(owner, call.thread_id))
    // The thread is gone: the call lives on in Activity only.
    if (found.ok && found.value === undefined) return
    const thread = found.ok ? found.value : undefined
    events.emit(owner, [
      { kind: 'tool-call', threadId: call.thread_id, messageId: call.message_id, call: toToolCall(call) },
      // When a call settles, the run that may follow says what the thread does now.
      ...(thread === undefined || isSettled(call) ? [] : [{ kind: 'thread' as const, thread }]),
    ])
  }

type Needs = Pick<AssistantDependencies, 'scalekit' | 'connections' | 'ensureSession' | 'log'> & {
  readonly journal: Journal
  readonly events: Events
  readonly view: ThreadView
}

const executeWith =
  ({ scalekit, log }: Needs): Calls['execute'] =>
  async (session, call, signal) => {
    const mayWrite = call.risk !== 'read'
    try {
      return await scalekit.execute(
        {
          identifier: session.identifier,
          accountId: call.account_id,
          connection: call.connection,
          tool: call.tool,
          args: call.args,
          mayWrite,
        },
        { signal, timeoutMs },
      )
    } catch (error) {
      // The port promises not to throw. If it does, a write may have left.
      log.error('tool-execution', error)
      return mayWrite
        ? { kind: 'unknown', failure: failure('outcome-unknown') }
        : { kind: 'refused', failure: failure('internal'), executionId: undefined }
    }
  }

/** Makes what approvals, reads and reading back share. */
export const createCalls = (needs: Needs): Calls => ({
  move: moveWith(needs.journal, publishWith(needs)),
  publish: publishWith(needs),
  showThread: (owner, threadId) => {
    const thread = attempt(() => needs.view.thread(owner, threadId))
    if (thread.ok && thread.value !== undefined) needs.events.emit(owner, [{ kind: 'thread', thread: thread.value }])
  },
  sessionOf: async (owner) => {
    const session = await needs.ensureSession()
    if (!session.ok) return session
    // SECURITY: whoever is signed in now may be somebody else than who asked; nothing runs in another's name.
    return session.value.owner === owner ? ok(session.value) : err(failure('not-signed-in'))
  },
  execute: executeWith(needs),
  noteConnection: (call, problem) => {
    if (!isConnectionFailure(problem) || problem.code === 'connection-scope-missing') return
    needs.connections.noteStatus(call.connection, problem.code === 'connection-expired' ? 'expired' : 'disconnected')
  },
})
