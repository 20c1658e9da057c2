import type { Failure } from '../../contract/failure'
import { err, ok, type Result } from '../../contract/result'
import type { Owner } from '../identity/identifier'
import { failure } from '../platform/failures'
import type { CallRecord } from './call-record'
import { keptResult } from './call-result'
import type { Calls } from './calls'
import type { CallChange, Journal } from './journal'
import type { LookUps } from './look-ups'
import type { Finding, Probe } from './probe'
import { intercomProbes } from './probes-intercom'
import { mondayProbes } from './probes-monday'

/** Finds out by reading what became of calls whose answers were lost. */
export type ReadBack = {
  /** Straight after the answer was lost: only what was found counts, a write may still be on its way. */
  readonly soon: (owner: Owner, call: CallRecord) => Promise<CallRecord>
  /** Because the person says so: their word counts, and is noted as theirs. */
  readonly told: (owner: Owner, callId: string, done: boolean) => Result<CallRecord, Failure>
  /** Because the person asks: what isn't there was not done. */
  readonly asked: (owner: Owner, callId: string) => Promise<Result<CallRecord, Failure>>
}

/** What reading back needs. */
export type ReadBackNeeds = {
  readonly journal: Journal
  readonly calls: Calls
  readonly lookUps: LookUps
  readonly now: () => number
}

const timeoutMs = 100_000

const probes = { ...mondayProbes, ...intercomProbes }

const probeFor = (call: CallRecord): Probe | undefined =>
  probes[call.tool]?.({ args: call.args, approvedAt: call.approved_at ?? call.started_at })

const still = (call: CallRecord, helps: boolean): Failure =>
  failure('outcome-unknown', {
    subject: call.provider_name,
    action: { kind: helps ? 'read-back' : 'none' },
  })

const changeFor = (call: CallRecord, finding: Finding, now: number): CallChange => {
  switch (finding.kind) {
    case 'found':
      return {
        state: 'done',
        result: keptResult(finding.value),
        failure: null,
        read_back: 'found',
        ended_at: now,
      }
    case 'not-found':
      return {
        state: 'failed',
        failure: failure('tool-failed', { subject: call.provider_name }),
        read_back: 'not-found',
        ended_at: now,
      }
    case 'cannot-tell':
      return { state: 'unknown', failure: still(call, probeFor(call) !== undefined), read_back: 'cannot-tell' }
  }
}

const look = async (needs: ReadBackNeeds, owner: Owner, call: CallRecord): Promise<Result<Finding, Failure>> => {
  const probe = probeFor(call)
  if (probe === undefined) return ok({ kind: 'cannot-tell' })
  const session = await needs.calls.sessionOf(owner)
  if (!session.ok) return session
  const served = { session: session.value, call }
  const { signal } = new AbortController()
  const outcome = await needs.lookUps.run(served, { tool: probe.tool, args: probe.args }, { signal, timeoutMs })
  if (outcome.kind === 'done') return ok(probe.judge(outcome.data))
  return outcome.kind === 'stopped' ? ok({ kind: 'cannot-tell' }) : err(outcome.failure)
}

/** Makes the reader-back. */
export const createReadBack = (needs: ReadBackNeeds): ReadBack => ({
  soon: async (owner, call) => {
    const finding = await look(needs, owner, call)
    if (!finding.ok) return call
    if (finding.value.kind !== 'not-found')
      return needs.calls.move(owner, call, changeFor(call, finding.value, needs.now()))
    return needs.calls.move(owner, call, { state: 'unknown', failure: still(call, true), read_back: 'not-found' })
  },
  asked: async (owner, callId) => {
    const call = needs.journal.find(owner, callId)
    if (call === undefined) return err(failure('not-found'))
    if (call.state !== 'unknown') return ok(call)
    const finding = await look(needs, owner, call)
    if (!finding.ok) return finding
    return ok(needs.calls.move(owner, call, changeFor(call, finding.value, needs.now())))
  },
  told: (owner, callId, done) => {
    const call = needs.journal.find(owner, callId)
    if (call === undefined) return err(failure('not-found'))
    if (call.state !== 'unknown') return err(failure('approval-gone'))
    const read_back = done ? 'told-done' : 'told-not-done'
    const change = { state: done ? 'done' : 'failed', failure: null, read_back, ended_at: needs.now() } as const
    return ok(needs.calls.move(owner, call, change))
  },
})
