import type { Failure } from '../../contract/failure'
import type { Owner } from '../identity/identifier'
import type { ExecutionOutcome } from '../scalekit/port'
import type { CallRecord } from './call-record'
import { keptResult } from './call-result'
import type { Calls } from './calls'
import { isConnectionFailure, withReconnect } from './connection-failure'
import type { CallChange, Journal } from './journal'

/** Calls that only look: they run by themselves and are journaled like every other. */
export type Reads = {
  /** Runs a read whose row is in `running`; what comes back is how its row ended. */
  readonly run: (owner: Owner, call: CallRecord, signal: AbortSignal) => Promise<CallRecord>
  /** Runs a read again whose connection is back; undefined when it no longer waits. */
  readonly resume: (owner: Owner, call: CallRecord, after: Reconnection) => Promise<CallRecord | undefined>
}

/** The account that is connected now; `again`: somebody has just connected it, so that it is not waited for twice. */
export type Reconnection = { readonly again: boolean; readonly accountId: string }

/** What reads need. */
export type ReadsNeeds = { readonly journal: Journal; readonly calls: Calls; readonly now: () => number }

type Attempt = { readonly call: CallRecord; readonly mayWait: boolean }

// Nobody can correct the values of a read: the model hears that they don't fit.
const ofRead = (problem: Failure): Failure =>
  problem.code === 'arguments-invalid' ? { ...problem, code: 'arguments-refused', action: { kind: 'none' } } : problem

const refusal = (problem: Failure, { call, mayWait }: Attempt, ended_at: number): CallChange =>
  isConnectionFailure(problem)
    ? { state: 'failed', failure: withReconnect(problem, call), resumes: mayWait ? 1 : 0, ended_at }
    : { state: 'failed', failure: ofRead(problem), resumes: 0, ended_at }

const changeOf = (outcome: ExecutionOutcome, attempt: Attempt, ended_at: number): CallChange => {
  switch (outcome.kind) {
    case 'done':
      return {
        state: 'done',
        result: keptResult(outcome.data),
        execution_id: outcome.executionId ?? null,
        ended_at,
      }
    case 'refused':
      return { ...refusal(outcome.failure, attempt, ended_at), execution_id: outcome.executionId ?? null }
    case 'unknown':
      return refusal(outcome.failure, attempt, ended_at)
    case 'stopped':
      return { state: 'stopped', ended_at }
  }
}

const runWith =
  ({ calls, now }: ReadsNeeds) =>
  async (owner: Owner, attempt: Attempt, signal: AbortSignal): Promise<CallRecord> => {
    const { call } = attempt
    const session = await calls.sessionOf(owner)
    if (!session.ok) return calls.move(owner, call, { state: 'failed', failure: session.failure, ended_at: now() })
    const outcome = await calls.execute(session.value, call, signal)
    if (outcome.kind === 'refused') calls.noteConnection(call, outcome.failure)
    const ended = calls.move(owner, call, changeOf(outcome, attempt, now()))
    // Its run is over already and says nothing more: without this the thread would look busy for ever.
    if (signal.aborted) calls.showThread(owner, call.thread_id)
    return ended
  }

/** Makes the runner of reads. */
export const createReads = (needs: ReadsNeeds): Reads => {
  const run = runWith(needs)
  return {
    run: (owner, call, signal) => run(owner, { call, mayWait: true }, signal),
    resume: async (owner, call, { again, accountId }) => {
      const running = needs.journal.step(
        owner,
        { id: call.id, from: ['failed'], resumes: 1 },
        { state: 'running', resumes: 0, failure: null, ended_at: null, account_id: accountId },
      )
      if (running === undefined) return undefined
      needs.calls.publish(owner, running)
      return run(owner, { call: running, mayWait: !again }, new AbortController().signal)
    },
  }
}
