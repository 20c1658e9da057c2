import type { Failure } from '../../contract/failure'
import type { Result } from '../../contract/result'
import type { Owner } from '../identity/identifier'
import type { LocalSession } from '../identity/session'
import type { CallRecord } from './call-record'
import type { Calls } from './calls'
import type { Journal } from './journal'
import type { Runs } from './runs'
import { attempt } from './saving'

/** What came of stopping everything: conversations that were at work, and changes that had been sent already. */
export type Stopped = { readonly stopped: number; readonly sent: number }

/** Stopping all that works in a person's name. */
export type Halting = {
  /** Halts every run at once. What was not sent yet waits again; what was sent ends as it ends. */
  readonly stopEverything: (session: LocalSession) => Result<Stopped, Failure>
  /** Gives up what waits for accounts that are gone. */
  readonly withdraw: (session: LocalSession, connections: ReadonlySet<string>) => Result<null, Failure>
}

type Needs = {
  readonly journal: Journal
  readonly calls: Calls
  readonly runs: Runs
  readonly now: () => number
}

const holdBack = ({ journal, calls }: Needs, owner: Owner): number => {
  const underWay = journal.underWay(owner)
  for (const call of underWay.filter(({ state }) => state === 'claimed'))
    calls.move(owner, call, { state: 'pending', decision: 'waiting', approved_at: null, resumes: 0 })
  return underWay.filter(({ id }) => journal.find(owner, id)?.state === 'sent').length
}

// Whoever stops everything does not want it to begin again by itself once an account is back.
const giveUpWaiting = ({ journal, calls }: Needs, owner: Owner): void => {
  for (const call of journal.waiting(owner, null).filter(({ resumes }) => resumes === 1)) {
    if (call.state === 'pending' || call.state === 'failed') calls.move(owner, call, { state: call.state, resumes: 0 })
  }
}

const withdrawn = ({ calls, now }: Needs, owner: Owner, call: CallRecord): void => {
  if (call.state === 'pending')
    calls.move(owner, call, {
      state: 'withdrawn',
      decision: 'withdrawn',
      resumes: 0,
      failure: null,
      ended_at: now(),
    })
  else if (call.state === 'failed') calls.move(owner, call, { state: 'failed', resumes: 0 })
}

/** Makes the part of the assistant that stops everything. */
export const createHalting = (needs: Needs): Halting => ({
  stopEverything: ({ owner }) =>
    attempt(() => {
      const open = needs.journal.openThreads(owner, null)
      const busy = [...open].flatMap(([threadId, what]) => (what === 'running' ? [threadId] : []))
      const running = needs.runs.haltAll(owner, [...open.keys()])
      giveUpWaiting(needs, owner)
      const sent = holdBack(needs, owner)
      for (const threadId of open.keys()) needs.runs.show(owner, threadId)
      return { stopped: new Set([...running, ...busy]).size, sent }
    }),
  withdraw: ({ owner }, connections) =>
    attempt(() => {
      const waiting = needs.journal.waiting(owner, null).filter(({ connection }) => connections.has(connection))
      for (const call of waiting) withdrawn(needs, owner, call)
      for (const threadId of new Set(waiting.map(({ thread_id }) => thread_id))) needs.runs.show(owner, threadId)
      return null
    }),
})
