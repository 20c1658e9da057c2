import type { ThirdParty } from '../../contract/trust'
import type { Session } from '../identity/session'
import { readsFor } from './account-read'
import type { Approvals } from './approvals'
import { hashArguments } from './arguments-hash'
import type { CallRecord } from './call-record'
import type { Calls } from './calls'
import type { AssistantDependencies } from './dependencies'
import { compareHands, type GrantRecord } from './grant-record'
import type { Grants } from './grants'
import type { Journal } from './journal'
import type { LookUps } from './look-ups'
import { attempt } from './saving'
import type { ThirdPartyText } from './third-party'
import type { CatalogTool, ToolCatalog } from './tool-catalog'
import { toolHashOf } from './tool-hash'
import type { WhoseAccount } from './whose-account'

/** A call that a standing permission covered when the model made it. */
export type CoveredCall = {
  readonly session: Session
  readonly call: CallRecord
  readonly tools: readonly CatalogTool[]
  readonly signal: AbortSignal
}

/** Carries out a call under its standing permission; one that is not covered any more waits for its person. */
export type GrantedCalls = (covered: CoveredCall) => Promise<void>

/** What carrying out under a permission needs. */
export type GrantedCallsNeeds = Pick<AssistantDependencies, 'database' | 'log'> & {
  readonly journal: Journal
  readonly calls: Calls
  readonly catalog: ToolCatalog
  readonly whose: WhoseAccount
  readonly lookUps: LookUps
  readonly thirdParty: ThirdPartyText
  readonly grants: Grants
  readonly carryOutGranted: Approvals['carryOutGranted']
  /** Whether the thread was stopped by its person. */
  readonly isHalted: (owner: Session['owner'], threadId: string) => boolean
  readonly now: () => number
}

// As the environment lists it now: what the run was given may be some minutes old.
const listedHash = async ({ catalog }: GrantedCallsNeeds, { session, call }: CoveredCall): Promise<string | null> => {
  catalog.forget()
  const tools = await catalog.forSession(session)
  if (!tools.ok) return null
  const tool = tools.value.find(({ record }) => record.name === call.tool && record.connection === call.connection)
  return tool === undefined || tool.record.accountId !== call.account_id ? null : toolHashOf(tool.record)
}

const sameHands = async ({ whose, grants, lookUps }: GrantedCallsNeeds, covered: CoveredCall): Promise<boolean> => {
  const { owner } = covered.session
  const grant = covered.call.grant_id === null ? undefined : grants.find(owner, covered.call.grant_id)
  if (grant === undefined) return false
  const hands = compareHands(
    grant,
    await whose.who({ ...covered, run: readsFor(lookUps, covered.session, covered.call) }),
  )
  if (hands === 'other') grants.end(owner, 'account-changed', ({ id }) => id === grant.id)
  return hands === 'same'
}

const byOthers = (
  { thirdParty }: GrantedCallsNeeds,
  { session, tools }: CoveredCall,
  { thread_id: threadId, args, model_tool, third_party }: CallRecord,
): ThirdParty | null => {
  const tool = tools.find(({ modelName }) => modelName === model_tool)
  return tool === undefined ? third_party : thirdParty.before(session.owner, { threadId, args, tool, tools })
}

const standingFor = (needs: GrantedCallsNeeds, covered: CoveredCall, call: CallRecord): GrantRecord | undefined => {
  const { owner } = covered.session
  if (needs.isHalted(owner, call.thread_id) || hashArguments(call.args) !== call.args_hash) return undefined
  if (byOthers(needs, covered, call) !== null) return undefined
  const grant = needs.grants.covering(owner, call)
  return grant?.id === call.grant_id ? grant : undefined
}

// SECURITY: everything is looked at again in the transaction that takes the call: what the permission is about, the
// arguments as they now stand, and what the model has read meanwhile.
const claim = (needs: GrantedCallsNeeds, covered: CoveredCall, toolHash: string): CallRecord | undefined =>
  needs.database.transaction(() => {
    const { owner } = covered.session
    const current = needs.journal.find(owner, covered.call.id)
    if (covered.signal.aborted || current?.tool_hash !== toolHash) return undefined
    const grant = standingFor(needs, covered, current)
    return (
      grant &&
      needs.journal.step(
        owner,
        { id: current.id, from: ['pending'], argsHash: current.args_hash, accountId: grant.account_id },
        {
          state: 'claimed',
          decision: 'granted',
          grant_id: grant.id,
          approved_at: needs.now(),
          failure: null,
          resumes: 0,
        },
      )
    )
  })

const mayGo = async (needs: GrantedCallsNeeds, covered: CoveredCall): Promise<string | null> => {
  const [toolHash, same] = await Promise.all([listedHash(needs, covered), sameHands(needs, covered)])
  return same ? toolHash : null
}

const tryIt = async (needs: GrantedCallsNeeds, covered: CoveredCall): Promise<boolean> => {
  const toolHash = await mayGo(needs, covered)
  return toolHash !== null && needs.carryOutGranted(covered.session.owner, () => claim(needs, covered, toolHash))
}

const askInstead = (needs: GrantedCallsNeeds, covered: CoveredCall): void => {
  const { owner } = covered.session
  const current = needs.journal.find(owner, covered.call.id)
  if (current?.state !== 'pending' || current.grant_id === null) return
  const third_party = byOthers(needs, covered, current)
  needs.calls.move(owner, current, { state: 'pending', grant_id: null, third_party })
}

/** Makes what carries out covered calls. */
export const createGrantedCalls =
  (needs: GrantedCallsNeeds): GrantedCalls =>
  async (covered) => {
    try {
      if (await tryIt(needs, covered)) return
    } catch (error) {
      needs.log.error('granted-call', error)
    }
    attempt(() => {
      askInstead(needs, covered)
    })
  }
