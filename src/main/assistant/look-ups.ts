import type { JsonObject } from '../../contract/json'
import type { Session } from '../identity/session'
import { failure } from '../platform/failures'
import type { ExecutionOutcome } from '../scalekit/port'
import type { ActivityLog } from './activity-log'
import { hashArguments } from './arguments-hash'
import type { CallRecord } from './call-record'
import type { AssistantDependencies } from './dependencies'
import { attempt } from './saving'
import { toolTitle } from './titles'

/** A read that serves a call: of the same account, by a tool that only looks. */
export type LookUpRead = { readonly tool: string; readonly args: JsonObject }

/** Reads that nobody asked for and that no message shows: whose account it is, what is there, what became of a call. */
export type LookUps = {
  /** Makes the read as this person, on the account of the call that it serves, and says so in Activity. */
  readonly run: (
    served: { readonly session: Session; readonly call: CallRecord },
    read: LookUpRead,
    options: { readonly signal: AbortSignal; readonly timeoutMs: number },
  ) => Promise<ExecutionOutcome>
}

type Needs = Pick<AssistantDependencies, 'scalekit' | 'clock' | 'newId' | 'log'> & { readonly activityLog: ActivityLog }

const stateOf = (outcome: ExecutionOutcome): CallRecord['state'] => {
  if (outcome.kind === 'done') return 'done'
  return outcome.kind === 'stopped' ? 'stopped' : 'failed'
}

const failureIn = (outcome: ExecutionOutcome): CallRecord['failure'] =>
  outcome.kind === 'refused' || outcome.kind === 'unknown' ? outcome.failure : null

type Made = { readonly read: LookUpRead; readonly outcome: ExecutionOutcome; readonly from: number }

const recordOf = (needs: Needs, call: CallRecord, { read, outcome, from }: Made): CallRecord => ({
  ...call,
  id: needs.newId(),
  model_tool: read.tool,
  tool: read.tool,
  title: toolTitle(read.tool, '', call.connection),
  risk: 'read',
  args: read.args,
  args_hash: hashArguments(read.args),
  args_schema: {},
  state: stateOf(outcome),
  decision: 'automatic',
  approved_at: null,
  failure: failureIn(outcome),
  execution_id: 'executionId' in outcome ? (outcome.executionId ?? null) : null,
  read_back: null,
  started_at: from,
  ended_at: needs.clock.now(),
})

const executed = async (
  { scalekit, log }: Needs,
  ...[execution, options]: Parameters<Needs['scalekit']['execute']>
): Promise<ExecutionOutcome> => {
  try {
    return await scalekit.execute(execution, options)
  } catch (error) {
    log.error('look-up', error)
    return { kind: 'refused', failure: failure('internal'), executionId: undefined }
  }
}

/** Makes the maker of such reads. */
export const createLookUps = (needs: Needs): LookUps => ({
  run: async ({ session, call }, read, options) => {
    const from = needs.clock.now()
    const { account_id: accountId, connection } = call
    const execution = { identifier: session.identifier, accountId, connection, ...read, mayWrite: false }
    const outcome = await executed(needs, execution, options)
    attempt(() => {
      needs.activityLog.appendLookUp(session.owner, recordOf(needs, call, { read, outcome, from }), call.id)
    })
    return outcome
  },
})
