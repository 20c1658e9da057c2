import { accountForArguments } from '../../contract/plain/account-place'
import type { Failure, FailureCode } from '../../contract/failure'
import type { JsonObject } from '../../contract/json'
import { err, ok, type Result } from '../../contract/result'
import type { GrantDuration } from '../../contract/trust'
import type { Owner } from '../identity/identifier'
import type { Session } from '../identity/session'
import { failure } from '../platform/failures'
import type { ExecutionOutcome } from '../scalekit/port'
import { hashArguments } from './arguments-hash'
import type { ArgumentsCheck } from './arguments'
import type { CallRecord } from './call-record'
import { keptResult } from './call-result'
import type { Calls } from './calls'
import { checkAccount, isConnectionFailure, withReconnect } from './connection-failure'
import type { AssistantDependencies } from './dependencies'
import { grantOfferOf } from './grant-target'
import type { Grants } from './grants'
import type { Expected, Journal } from './journal'
import type { Before, LastLook } from './last-look'
import { seenWith } from './reviewed-writes'
import { attempt } from './saving'

/** Decisions about calls, and carrying out what was approved: once. */
export type Approvals = {
  readonly approve: (session: Session, callId: string, args: JsonObject) => Promise<Result<null, Failure>>
  /** Approves and gives a standing permission: both or neither. */
  readonly approveAlways: (session: Session, callId: string, approved: Approved) => Promise<Result<null, Failure>>
  /** Carries out a call that a standing permission covers, if `claim` takes it. */
  readonly carryOutGranted: (owner: Owner, claim: () => CallRecord | undefined) => Promise<boolean>
  readonly decline: (session: Session, callId: string) => Result<null, Failure>
  /** Goes on with what a person approved and only its connection was missing; `again`: somebody has just connected it. */
  readonly resume: (owner: Owner, call: CallRecord, after: { readonly again: boolean }) => Promise<void>
}

/** What was approved: the arguments, and how long the same may go on by itself from now on, if it may. */
export type Approved = { readonly args: JsonObject; readonly always?: GrantDuration | undefined }

/** What approvals need. `lost` is told of a call whose outcome is unknown, `settled` of one that is through. */
export type ApprovalsNeeds = {
  readonly journal: Journal
  readonly calls: Calls
  readonly check: ArgumentsCheck
  readonly listAccounts: AssistantDependencies['scalekit']['listAccounts']
  readonly lastLook: LastLook
  readonly grants: Grants
  /** A call that waits moved to another account. */
  readonly accountChanged: (session: Session, call: CallRecord) => void
  readonly now: () => number
  readonly log: AssistantDependencies['log']
  readonly lost: (owner: Owner, call: CallRecord) => Promise<void>
  readonly settled: (owner: Owner, call: CallRecord) => void
}

// An approval is meant for now: one that waited longer for its connection is asked for again.
const approvalLastsMs = 60 * 60_000

const never = new AbortController().signal

// It was not done, for certain, and the same call may well go through later: the person can approve again.
const worthAnotherTry: ReadonlySet<FailureCode> = new Set([
  'network-down',
  'scalekit-unreachable',
  'scalekit-credentials',
  'scalekit-rate-limited',
  'tool-rate-limited',
  // The provider wants other values: they can be corrected on the same card.
  'arguments-invalid',
  'session-expired',
  'not-signed-in',
  'issuer-unreachable',
])

type Looked = Awaited<ReturnType<LastLook>>

type Claim = { readonly owner: Owner; readonly call: CallRecord; readonly resumed: boolean }

const giveBack = (needs: ApprovalsNeeds, { owner, call, resumed }: Claim, problem: Failure): void => {
  const connection = isConnectionFailure(problem)
  needs.calls.move(owner, call, {
    state: 'pending',
    failure: connection ? withReconnect(problem, call) : { ...problem, action: withoutRetry(problem) },
    // Once: a connection that fails again straight after reconnecting needs the person, not a loop.
    resumes: connection && !resumed ? 1 : 0,
  })
  needs.calls.noteConnection(call, problem)
}

// Beside Approve a second button that runs the whole question again would be a trap.
const withoutRetry = (problem: Failure): Failure['action'] =>
  problem.action.kind === 'retry' ? { kind: 'none' } : problem.action

const conclude = async (needs: ApprovalsNeeds, claim: Claim, outcome: ExecutionOutcome): Promise<void> => {
  const { owner, call } = claim
  const ended_at = needs.now()
  switch (outcome.kind) {
    case 'done': {
      const execution_id = outcome.executionId ?? null
      const result = keptResult(outcome.data)
      needs.settled(owner, needs.calls.move(owner, call, { state: 'done', result, execution_id, ended_at }))
      return
    }
    case 'refused': {
      if (isConnectionFailure(outcome.failure) || worthAnotherTry.has(outcome.failure.code)) {
        giveBack(needs, claim, outcome.failure)
        return
      }
      const change = { failure: outcome.failure, execution_id: outcome.executionId ?? null, ended_at }
      needs.settled(owner, needs.calls.move(owner, call, { state: 'failed', ...change }))
      return
    }
    case 'unknown':
    case 'stopped': {
      const problem = failure('outcome-unknown', { subject: call.provider_name })
      const unknown = needs.calls.move(owner, call, { state: 'unknown', failure: problem, ended_at })
      await needs.lost(owner, unknown)
    }
  }
}

const readiness = async (
  needs: ApprovalsNeeds,
  { owner, call }: Claim,
): Promise<Result<Session, CallRecord | Failure>> => {
  const session = await needs.calls.sessionOf(owner)
  if (!session.ok) return session
  const accounts = await needs.listAccounts(session.value.identifier)
  if (!accounts.ok) return accounts
  const check = checkAccount(call, accounts.value)
  if (check.kind === 'same') return session
  if (check.kind === 'unavailable') return err(check.failure)
  // What was approved was approved for another account: shown as it now is, and asked again.
  needs.grants.end(
    owner,
    'account-changed',
    ({ connection, account_id }) => connection === call.connection && account_id !== check.accountId,
  )
  const change = { state: 'pending', account_id: check.accountId, account: {}, failure: check.failure } as const
  const moved = needs.calls.move(owner, call, { ...change, resumes: 0 })
  needs.accountChanged(session.value, moved)
  return err(moved)
}

// Committed before the request leaves: after a crash, `sent` means that it may have been done.
const markSent = ({ journal, grants }: ApprovalsNeeds, { owner, call }: Claim, before: Before) => {
  const expected: Expected = { id: call.id, from: ['claimed'], argsHash: call.args_hash }
  const step = (): CallRecord | undefined => journal.step(owner, expected, { ...before, state: 'sent' })
  // SECURITY: a permission that ended since the claim covers nothing any more.
  return attempt(() => (call.decision === 'granted' ? grants.under(owner, call, step) : step()))
}

const turnBack = (needs: ApprovalsNeeds, claim: Claim, look: Exclude<Looked, { readonly kind: 'go' }>): void => {
  if (look.kind === 'refused') giveBack(needs, claim, look.failure)
  else needs.calls.move(claim.owner, claim.call, look.change)
}

const carryOut = async (needs: ApprovalsNeeds, claim: Claim): Promise<void> => {
  const ready = await readiness(needs, claim)
  if (!ready.ok) {
    if ('code' in ready.failure) giveBack(needs, claim, ready.failure)
    return
  }
  const { owner, call } = claim
  const look = await needs.lastLook(ready.value, call)
  if (look.kind !== 'go') {
    turnBack(needs, claim, look)
    return
  }
  // SECURITY: the row may have been edited on disk since the click; what was approved is what its hash says.
  if (hashArguments(call.args) !== call.args_hash) {
    giveBack(needs, claim, failure('arguments-invalid', { subject: call.title, action: { kind: 'none' } }))
    return
  }
  const sent = markSent(needs, claim, look.before)
  if (!sent.ok) {
    giveBack(needs, claim, sent.failure)
    return
  }
  if (sent.value === undefined) {
    if (call.decision === 'granted') needs.calls.move(owner, call, { state: 'pending', failure: null })
    return
  }
  needs.calls.publish(owner, sent.value)
  const outcome = await needs.calls.execute(ready.value, sent.value, never)
  await conclude(needs, { ...claim, call: sent.value }, outcome)
}

const alreadyApproved = (call: CallRecord | undefined, argsHash: string): boolean =>
  call !== undefined &&
  call.approved_at !== null &&
  call.args_hash === argsHash &&
  ['claimed', 'sent', 'done'].includes(call.state)

type Click = { readonly shown: CallRecord; readonly args: JsonObject; readonly always: Approved['always'] }

const take = (
  { journal, grants, now }: ApprovalsNeeds,
  owner: Owner,
  { shown, args, always }: Click,
): Result<CallRecord | undefined, Failure> => {
  const args_hash = hashArguments(args)
  const account = accountForArguments(shown.account, shown.args, args)
  const edited = shown.decision === 'edited' || args_hash !== shown.args_hash
  const decision = edited ? 'edited' : 'approved'
  // The account that the card showed at the click: one that changed in between was not what was approved.
  const expected: Expected = { id: shown.id, from: ['pending'], accountId: shown.account_id }
  const seen = { account, ...seenWith(shown, args) }
  const claimed = { state: 'claimed', args, args_hash, ...seen, decision, approved_at: now() } as const
  const approve = (): CallRecord | undefined => journal.step(owner, expected, { ...claimed, failure: null, resumes: 0 })
  if (always === undefined) return attempt(approve)
  const { durations } = grantOfferOf({ ...shown, args, account })
  if (!durations.includes(always)) return err(failure('not-grantable'))
  return attempt(() => grants.give(owner, { duration: always, approve }))
}

const approveWith =
  (needs: ApprovalsNeeds) =>
  async ({ owner }: Session, callId: string, { args, always }: Approved): Promise<Result<null, Failure>> => {
    const { journal } = needs
    const shown = attempt(() => journal.find(owner, callId))
    if (!shown.ok) return shown
    if (shown.value === undefined) return err(failure('not-found'))
    const parsed = await needs.check.parse(args, shown.value.args_schema)
    if (!parsed.ok) return parsed
    const claimed = take(needs, owner, { shown: shown.value, args: parsed.value, always })
    if (!claimed.ok) return claimed
    if (claimed.value === undefined) {
      // A second click on the same approval is the same approval.
      const again = alreadyApproved(journal.find(owner, callId), hashArguments(parsed.value))
      return again ? ok(null) : err(failure('approval-gone'))
    }
    needs.calls.publish(owner, claimed.value)
    carryOut(needs, { owner, call: claimed.value, resumed: false }).catch((error: unknown) => {
      needs.log.error('approved-call', error)
    })
    return ok(null)
  }

const resumeWith =
  (needs: ApprovalsNeeds): Approvals['resume'] =>
  async (owner, call, { again }) => {
    const expected: Expected = { id: call.id, from: ['pending'], resumes: 1, argsHash: call.args_hash }
    const fresh = call.approved_at !== null && needs.now() - call.approved_at < approvalLastsMs
    const state = fresh ? 'claimed' : 'pending'
    const taken = needs.journal.step(owner, expected, { state, resumes: 0, failure: null })
    if (taken === undefined) return
    needs.calls.publish(owner, taken)
    if (fresh) await carryOut(needs, { owner, call: taken, resumed: again })
  }

/** Makes the decisions about calls that wait for a person. */
export const createApprovals = (needs: ApprovalsNeeds): Approvals => ({
  approve: (session, callId, args) => approveWith(needs)(session, callId, { args }),
  approveAlways: approveWith(needs),
  decline: ({ owner }, callId) => {
    const change = {
      state: 'declined',
      decision: 'declined',
      resumes: 0,
      failure: null,
      ended_at: needs.now(),
    } as const
    const declined = attempt(() => needs.journal.step(owner, { id: callId, from: ['pending'] }, change))
    if (!declined.ok) return declined
    if (declined.value === undefined) {
      const code = needs.journal.find(owner, callId) === undefined ? 'not-found' : 'approval-gone'
      return err(failure(code))
    }
    needs.calls.publish(owner, declined.value)
    needs.settled(owner, declined.value)
    return ok(null)
  },
  resume: resumeWith(needs),
  carryOutGranted: async (owner, claim) => {
    const claimed = attempt(claim)
    if (!claimed.ok || claimed.value === undefined) return false
    needs.calls.publish(owner, claimed.value)
    await carryOut(needs, { owner, call: claimed.value, resumed: false })
    return true
  },
})
