import type { JsonObject } from '../../contract/json'
import { failure } from '../platform/failures'
import { openAccountReader, ownTools, type CallOf } from './account-reader'
import type { Calls } from './calls'
import type { Journal } from './journal'
import type { Before, LastLookNeeds } from './last-look'
import type { LookUps } from './look-ups'
import { changedMeanwhile, differencesOf, reviewOf, shownChanges, undoOf } from './reviewed-writes'
import type { ToolCatalog } from './tool-catalog'

/** What a call would change: read when its card appears, and again just before it is sent. */
export type BeforeAfter = {
  /** Reads what is there and shows it on the card. */
  readonly show: (of: CallOf) => Promise<void>
  /** Reads it again before the call is sent; what is not as the card showed it stops the call. */
  readonly readBefore: LastLookNeeds['readBefore']
  /** Reads what is there now; null when that can't be read. */
  readonly look: (of: CallOf) => Promise<JsonObject | null>
}

type Needs = {
  readonly lookUps: LookUps
  readonly journal: Journal
  readonly calls: Calls
  readonly catalog: ToolCatalog
}

const beforeOf = ({ call, tools }: CallOf, snapshot: JsonObject | null): Before => {
  const differences = differencesOf(call.tool, call.args, snapshot)
  return {
    snapshot,
    changes: differences.length === 0 ? null : shownChanges(differences),
    undo: undoOf({ ...call, snapshot, result: null }, ownTools({ call, tools })),
  }
}

const lookWith =
  (needs: Needs): BeforeAfter['look'] =>
  async (of) => {
    const find = reviewOf(of.call.tool)?.find
    if (find === undefined) return null
    return (await find(of.call.args, openAccountReader(needs.lookUps, of))) ?? null
  }

/** Makes the reader of what a call would change. */
export const createBeforeAfter = (needs: Needs): BeforeAfter => {
  const look = lookWith(needs)
  return {
    look,
    show: async (of) => {
      const { owner } = of.session
      const { call } = of
      const before = beforeOf(of, await look(of))
      const current = needs.journal.find(owner, call.id)
      // Decided meanwhile, or about something else by now: what was read is not about it.
      if (current?.state !== 'pending' || current.account_id !== call.account_id) return
      if (current.args_hash !== call.args_hash) return
      needs.calls.move(owner, current, { state: 'pending', ...before })
    },
    readBefore: async (session, call) => {
      const listed = await needs.catalog.forSession(session)
      const of = { session, call, tools: listed.ok ? listed.value : [] }
      // What can't be read again is taken to be as the card showed it.
      const seen = (await look(of)) ?? call.snapshot
      const before = beforeOf(of, seen)
      const shown = differencesOf(call.tool, call.args, call.snapshot)
      if (!changedMeanwhile(shown, differencesOf(call.tool, call.args, seen))) return { kind: 'go', before }
      const problem = failure('changed-meanwhile', { subject: call.provider_name, action: { kind: 'none' } })
      return {
        kind: 'stop',
        change: { ...before, state: 'pending', failure: problem, resumes: 0 },
      }
    },
  }
}
