import type { Failure } from '../../contract/failure'
import { jsonObjectSchema, type Json, type JsonObject } from '../../contract/json'
import type { Result } from '../../contract/result'
import type { Session } from '../identity/session'
import { failure } from '../platform/failures'
import { hashArguments } from './arguments-hash'
import type { ArgumentsCheck } from './arguments'
import type { CallOf } from './account-reader'
import type { BeforeAfter } from './before-after'
import type { CallRecord } from './call-record'
import type { Calls } from './calls'
import type { AssistantDependencies } from './dependencies'
import type { GrantedCall } from './grant-record'
import type { GrantedCalls } from './granted-calls'
import type { Grants } from './grants'
import type { Hands } from './hands'
import type { Journal, NewCall } from './journal'
import { modelAnswer, modelFailure } from './model-answer'
import { decideCall, mostOccurrences, type Decision } from './policy'
import type { Reads } from './reads'
import { attempt } from './saving'
import type { ThirdPartyText } from './third-party'
import type { ThreadStore } from './thread-store'
import type { CatalogTool } from './tool-catalog'
import { toolHashOf } from './tool-hash'
import type { Turn } from './turn'
import { unknownCall } from './unknown-tool'

/** What the desk needs. */
export type DeskNeeds = Pick<AssistantDependencies, 'clock' | 'newId' | 'log'> & {
  readonly store: ThreadStore
  readonly journal: Journal
  readonly calls: Calls
  readonly check: ArgumentsCheck
  readonly reads: Reads
  readonly hands: Hands
  readonly beforeAfter: BeforeAfter
  readonly thirdParty: ThirdPartyText
  readonly grants: Grants
  readonly carryOutCovered: GrantedCalls
}

/** One run: for whom, into which message, and until when. */
export type RunOf = { readonly session: Session; readonly turn: Turn; readonly signal: AbortSignal }

/** A call that was noted and what was decided about it, or why it could not be noted. */
export type Noted = { readonly decision: Decision; readonly call: CallRecord } | { readonly failure: Failure }

/** Where the model's calls arrive. Each is noted once, whoever sees it first: the stream or the agent's execution. */
export type CallDesk = {
  /** Journals a call; undefined when it is one of our own tools, which reach no account. */
  readonly note: (callId: string, name: string, args: unknown) => Promise<Noted | undefined>
  /** Runs a call that only looks, and says what the model is told. */
  readonly read: (name: string, callId: string, args: unknown) => Promise<Json>
  /** The agent answered a call by itself: it was refused before it ran. */
  readonly answered: (callId: string) => Promise<void>
  /** Everything that was noted. */
  readonly settle: () => Promise<readonly Noted[]>
  /** Whether the run has to end here: a read waits for its connection, or the model runs in circles. */
  readonly mustStop: () => boolean
  /** The title of the tool that was called too often. */
  readonly repeated: () => string | undefined
}

const noWayOn = { kind: 'none' } as const

const refusalOf = (decision: Decision, title: string, checked: Result<unknown, Failure>): Failure | null => {
  if (decision.kind !== 'refuse') return null
  if (decision.reason === 'repeated') return failure('calls-repeated', { subject: title, action: noWayOn })
  const detail = checked.ok ? undefined : checked.failure.detail
  return failure('arguments-refused', detail === undefined ? {} : { detail })
}

// What is granted waits too, until the journal claims it.
const states = { run: 'running', granted: 'pending', ask: 'pending', refuse: 'failed' } as const
const firstDecisions = { run: 'automatic', granted: 'waiting', ask: 'waiting', refuse: 'refused' } as const

type Counted = { readonly args: unknown; readonly occurrenceOf: (key: string) => number }
type Asked = Counted & { readonly tool: CatalogTool; readonly tools: readonly CatalogTool[] }
type AskedByName = Counted & { readonly name: string }

const shownArguments = (checked: Result<JsonObject, Failure>, args: unknown): JsonObject =>
  checked.ok ? checked.value : (jsonObjectSchema.safeParse(args).data ?? {})

/** What a call takes over from its tool. */
export const fromTool = ({
  modelName,
  providerName,
  title,
  risk,
  record,
}: CatalogTool): Pick<
  CallRecord,
  'model_tool' | 'connection' | 'provider_name' | 'account_id' | 'tool' | 'title' | 'risk' | 'args_schema' | 'tool_hash'
> => ({
  model_tool: modelName,
  connection: record.connection,
  provider_name: providerName,
  account_id: record.accountId,
  tool: record.name,
  title,
  risk,
  args_schema: record.inputSchema,
  tool_hash: toolHashOf(record),
})

type Weighed = Asked & { readonly checked: Result<JsonObject, Failure>; readonly shown: JsonObject }

// What can't be looked up covers nothing.
const grantFor = (needs: DeskNeeds, owner: RunOf['session']['owner'], call: GrantedCall): string | null => {
  if (call.risk === 'read') return null
  const covering = attempt(() => needs.grants.covering(owner, call))
  return covering.ok ? (covering.value?.id ?? null) : null
}

/** What happens with the call, and what speaks for or against it. */
const weigh = (needs: DeskNeeds, { session: { owner }, turn }: RunOf, { tool, tools, shown, ...asked }: Weighed) => {
  const { thread_id } = turn.message
  const by = { threadId: thread_id, args: shown, tool, tools }
  const third_party = tool.risk === 'read' ? null : needs.thirdParty.before(owner, by)
  const grant = grantFor(needs, owner, { ...fromTool(tool), thread_id, args: shown })
  const decision = decideCall({
    risk: tool.risk,
    argumentsValid: asked.checked.ok,
    occurrence: asked.occurrenceOf(`${tool.modelName} ${hashArguments(shown)}`),
    ofTool: asked.occurrenceOf(tool.modelName),
    granted: grant !== null,
    thirdParty: third_party !== null,
  })
  return { decision, third_party, grant_id: decision.kind === 'granted' ? grant : null }
}

const journalCall = async (needs: DeskNeeds, of: RunOf, asked: Asked): Promise<Noted> => {
  const { tool, args } = asked
  const checked = await needs.check.parse(args, tool.record.inputSchema)
  const shown = shownArguments(checked, args)
  const { decision, ...reasons } = weigh(needs, of, { ...asked, checked, shown })
  const now = needs.clock.now()
  const call: Omit<NewCall, 'thread_id' | 'message_id'> = {
    ...fromTool(tool),
    ...reasons,
    id: needs.newId(),
    thread_title: needs.store.thread(of.session.owner, of.turn.message.thread_id)?.title ?? '',
    args: shown,
    args_hash: hashArguments(shown),
    person: of.session.person,
    ...needs.hands.atFirst(of.session, of.turn.message.thread_id, tool.record),
    state: states[decision.kind],
    decision: firstDecisions[decision.kind],
    failure: refusalOf(decision, tool.title, checked),
    started_at: now,
    ended_at: decision.kind === 'refuse' ? now : null,
  }
  const added = of.turn.addCall(call)
  return added.ok ? { decision, call: added.value } : { failure: added.failure }
}

const journalUnknown = (needs: DeskNeeds, of: RunOf, { name, args, occurrenceOf }: AskedByName): Noted => {
  const { owner, person } = of.session
  const thread_title = needs.store.thread(owner, of.turn.message.thread_id)?.title ?? ''
  const asked = { id: needs.newId(), person, thread_title, now: needs.clock.now() }
  const added = of.turn.addCall(unknownCall(asked, name, args))
  if (!added.ok) return { failure: added.failure }
  const reason = occurrenceOf(`no tool ${added.value.title}`) > mostOccurrences ? 'repeated' : 'tool-unknown'
  return { decision: { kind: 'refuse', reason }, call: added.value }
}

const counter = (): ((key: string) => number) => {
  const counts = new Map<string, number>()
  return (key) => {
    const count = (counts.get(key) ?? 0) + 1
    counts.set(key, count)
    return count
  }
}

/** The tools of a run: those of the accounts, and the names of our own. */
export type DeskTools = { readonly tools: readonly CatalogTool[]; readonly own: readonly string[] }

const lookAround = (needs: DeskNeeds, asked: CallOf, { kind }: Decision): void => {
  if (kind === 'refuse') return
  needs.hands.show(asked.session, asked.call, asked.tools).catch((error: unknown) => {
    needs.log.error('whose-account', error)
  })
  if (kind === 'run') return
  needs.beforeAfter.show(asked).catch((error: unknown) => {
    needs.log.error('before-after', error)
  })
}

/** Opens the desk of one run. */
export const openCallDesk = (needs: DeskNeeds, of: RunOf, { tools, own }: DeskTools): CallDesk => {
  const byName = new Map(tools.map((tool) => [tool.modelName, tool]))
  const noted = new Map<string, Promise<Noted>>()
  const executed = new Set<string>()
  const occurrenceOf = counter()
  const stops: { paused: boolean; repeated: string | undefined } = { paused: false, repeated: undefined }
  const noteNew = async (name: string, args: unknown): Promise<Noted> => {
    const tool = byName.get(name)
    const result =
      tool === undefined
        ? journalUnknown(needs, of, { name, args, occurrenceOf })
        : await journalCall(needs, of, { tool, tools, args, occurrenceOf })
    if ('failure' in result) return result
    const { decision, call } = result
    if (decision.kind === 'refuse' && decision.reason === 'repeated') stops.repeated = call.title
    const asked = { session: of.session, call, tools }
    lookAround(needs, asked, decision)
    if (decision.kind === 'granted') void needs.carryOutCovered({ ...asked, signal: of.signal })
    return result
  }
  const note: CallDesk['note'] = (callId, name, args) => {
    if (own.includes(name)) return Promise.resolve(undefined)
    const known = noted.get(callId) ?? noteNew(name, args)
    noted.set(callId, known)
    return known
  }
  return {
    note,
    read: async (name, callId, args) => {
      executed.add(callId)
      const result = await note(callId, name, args)
      if (result === undefined) return modelFailure(failure('tool-unknown'))
      if ('failure' in result) return modelFailure(result.failure)
      if (result.decision.kind !== 'run') return modelAnswer(result.call)
      const call = await needs.reads.run(of.session.owner, result.call, of.signal)
      if (call.resumes === 1) stops.paused = true
      return modelAnswer(call)
    },
    answered: async (callId) => {
      const result = await noted.get(callId)
      if (result === undefined || 'failure' in result) return
      if (executed.has(callId) || result.call.state !== 'running') return
      const change = { state: 'failed', failure: failure('arguments-refused'), ended_at: needs.clock.now() } as const
      needs.calls.move(of.session.owner, result.call, change)
    },
    settle: () => Promise.all(noted.values()),
    mustStop: () => stops.paused || stops.repeated !== undefined,
    repeated: () => stops.repeated,
  }
}
