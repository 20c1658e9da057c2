import type { Failure } from '../../contract/failure'
import { jsonObjectSchema, type Json } from '../../contract/json'
import type { Result } from '../../contract/result'
import type { Session } from '../identity/session'
import { failure } from '../platform/failures'
import type { AgentEvent, AgentRuntime, ModelTool } from './agent'
import { hashArguments } from './arguments-hash'
import type { ArgumentsCheck } from './arguments'
import type { CallRecord } from './call-record'
import type { Calls } from './calls'
import type { AssistantDependencies } from './dependencies'
import { modelHistory, mostMessages } from './history'
import { instructionsFor } from './instructions'
import type { Journal } from './journal'
import { modelAnswer, modelFailure } from './model-answer'
import { modelFailureOf } from './model-failure'
import { decideCall, type Decision } from './policy'
import type { Reads } from './reads'
import type { ThreadStore } from './thread-store'
import type { CatalogTool, ToolCatalog } from './tool-catalog'
import { selectTools, type ToolSelection } from './tool-selection'
import type { Turn } from './turn'
import { untilAborted } from './until-aborted'
import type { WhoseAccount } from './whose-account'

/** What a run needs. */
export type RunNeeds = Pick<AssistantDependencies, 'model' | 'connections' | 'clock' | 'newId' | 'log'> & {
  readonly store: ThreadStore
  readonly journal: Journal
  readonly calls: Calls
  readonly check: ArgumentsCheck
  readonly catalog: ToolCatalog
  readonly reads: Reads
  readonly whose: WhoseAccount
  readonly loadAgent: () => Promise<AgentRuntime>
}

/** One run: for whom, into which message, and until when. */
export type RunOf = { readonly session: Session; readonly turn: Turn; readonly signal: AbortSignal }

/** How a run ended: for good, or with nothing but refused calls, so that the model should hear why. */
export type RunEnd = 'ended' | 'refused'

const mostSteps = 12

type Noted = { readonly decision: Decision; readonly call: CallRecord } | { readonly failure: Failure }

/** Notes calls as the model makes them: each once, whoever sees it first. */
type Desk = {
  readonly note: (callId: string, name: string, args: unknown) => Promise<Noted | undefined>
  readonly read: (name: string, callId: string, args: unknown) => Promise<Json>
  readonly answered: (callId: string) => Promise<void>
  readonly settle: () => Promise<readonly Noted[]>
  readonly mustStop: () => boolean
  readonly repeated: () => boolean
}

const refusalOf = (decision: Decision, checked: Result<unknown, Failure>): Failure | null => {
  if (decision.kind !== 'refuse') return null
  if (decision.reason === 'repeated') return failure('too-many-steps', { action: { kind: 'none' } })
  return checked.ok ? null : checked.failure
}

const stateOf = (decision: Decision): 'running' | 'pending' | 'failed' => {
  switch (decision.kind) {
    case 'run':
      return 'running'
    case 'ask':
      return 'pending'
    case 'refuse':
      return 'failed'
  }
}

const showWhose = async (needs: RunNeeds, { session }: RunOf, call: CallRecord): Promise<void> => {
  const account = await needs.whose.find(session, call)
  const current = needs.journal.find(session.owner, call.id)
  if (account === undefined || current?.state !== 'pending') return
  needs.calls.move(session.owner, current, { state: 'pending', account })
}

const journalCall = async (
  needs: RunNeeds,
  of: RunOf,
  asked: { readonly tool: CatalogTool; readonly args: unknown; readonly occurrenceOf: (key: string) => number },
): Promise<Noted> => {
  const { tool, args } = asked
  const checked = await needs.check.parse(args, tool.record.inputSchema)
  const shown = checked.ok ? checked.value : (jsonObjectSchema.safeParse(args).data ?? {})
  const args_hash = hashArguments(shown)
  const occurrence = asked.occurrenceOf(`${tool.modelName} ${args_hash}`)
  const decision = decideCall({ risk: tool.risk, argumentsValid: checked.ok, occurrence })
  const now = needs.clock.now()
  const added = of.turn.addCall({
    id: needs.newId(),
    thread_title: needs.store.thread(of.session.owner, of.turn.message.thread_id)?.title ?? '',
    model_tool: tool.modelName,
    connection: tool.record.connection,
    provider_name: tool.providerName,
    account_id: tool.record.accountId,
    tool: tool.record.name,
    title: tool.title,
    risk: tool.risk,
    args: shown,
    args_hash,
    args_schema: tool.record.inputSchema,
    person: of.session.person,
    account: needs.whose.known(tool.record.accountId) ?? {},
    state: stateOf(decision),
    decision: decision.kind === 'ask' ? 'waiting' : 'automatic',
    failure: refusalOf(decision, checked),
    started_at: now,
    ended_at: decision.kind === 'refuse' ? now : null,
  })
  return added.ok ? { decision, call: added.value } : { failure: added.failure }
}

const createDesk = (needs: RunNeeds, of: RunOf, tools: readonly CatalogTool[]): Desk => {
  const byName = new Map(tools.map((tool) => [tool.modelName, tool]))
  const noted = new Map<string, Promise<Noted>>()
  const executed = new Set<string>()
  const occurrences = new Map<string, number>()
  let paused = false
  let repeated = false
  const occurrenceOf = (key: string): number => {
    const count = (occurrences.get(key) ?? 0) + 1
    occurrences.set(key, count)
    return count
  }
  const noteNew = async (tool: CatalogTool, args: unknown): Promise<Noted> => {
    const result = await journalCall(needs, of, { tool, args, occurrenceOf })
    if ('failure' in result) return result
    const { decision, call } = result
    if (decision.kind === 'refuse' && decision.reason === 'repeated') repeated = true
    if (decision.kind === 'ask') {
      showWhose(needs, of, call).catch((error: unknown) => {
        needs.log.error('whose-account', error)
      })
    }
    return result
  }
  const note: Desk['note'] = (callId, name, args) => {
    const tool = byName.get(name)
    if (tool === undefined) return Promise.resolve(undefined)
    const known = noted.get(callId) ?? noteNew(tool, args)
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
      if (call.resumes === 1) paused = true
      return modelAnswer(call)
    },
    answered: async (callId) => {
      const result = await noted.get(callId)
      if (result === undefined || 'failure' in result) return
      if (executed.has(callId) || result.call.state !== 'running') return
      const change = { state: 'failed', failure: failure('arguments-invalid'), ended_at: needs.clock.now() } as const
      needs.calls.move(of.session.owner, result.call, change)
    },
    settle: () => Promise.all(noted.values()),
    mustStop: () => paused || repeated,
    repeated: () => repeated,
  }
}

const modelTools = (tools: readonly CatalogTool[], selection: ToolSelection, desk: Desk): readonly ModelTool[] => [
  ...(selection.finder === null ? [] : [selection.finder]),
  ...tools.map(({ modelName, risk, record }): ModelTool => {
    const shown = { name: modelName, description: record.description, schema: record.inputSchema }
    // SECURITY: only what looks can be run by the agent. Everything else has no way to run but the journal.
    if (risk !== 'read') return shown
    return { ...shown, execute: (args, callId) => desk.read(modelName, callId, args) }
  }),
]

type Heard = { failure: Failure | null; reason: string }

const hear = async (event: AgentEvent, { turn }: RunOf, desk: Desk): Promise<Partial<Heard>> => {
  switch (event.kind) {
    case 'text':
    case 'reasoning':
      turn.say(event.kind, event.text)
      return {}
    case 'call': {
      const noted = await desk.note(event.callId, event.tool, event.args)
      return noted !== undefined && 'failure' in noted ? { failure: noted.failure } : {}
    }
    case 'answered':
      await desk.answered(event.callId)
      return {}
    case 'failure':
      return { failure: event.failure }
    case 'finish':
      return { reason: event.reason }
  }
}

const listen = async (events: AsyncIterable<AgentEvent>, of: RunOf, desk: Desk): Promise<Heard> => {
  let heard: Heard = { failure: null, reason: '' }
  try {
    for await (const event of untilAborted(events, of.signal)) heard = { ...heard, ...(await hear(event, of, desk)) }
  } catch (error) {
    return { ...heard, failure: modelFailureOf(error) }
  }
  return heard
}

const endOf = (heard: Heard, noted: readonly Noted[], desk: Desk, turn: Turn): Failure | RunEnd => {
  if (heard.failure !== null) return heard.failure
  if (desk.repeated()) return failure('too-many-steps')
  if (desk.mustStop()) return 'ended'
  const unanswered = noted.flatMap((one) => ('call' in one && one.call.risk !== 'read' ? [one] : []))
  if (unanswered.length > 0) return unanswered.every(({ decision }) => decision.kind === 'refuse') ? 'refused' : 'ended'
  if (heard.reason === 'tool-calls') return failure('too-many-steps')
  return turn.isEmpty() || heard.reason === 'error' ? failure('model-failed') : 'ended'
}

const lastWords = (
  messages: readonly {
    readonly role: string
    readonly parts: readonly { readonly kind: string; readonly text?: string }[]
  }[],
): string =>
  messages
    .findLast(({ role }) => role === 'user')
    ?.parts.map((part) => part.text ?? '')
    .join(' ') ?? ''

const ask = async (needs: RunNeeds, of: RunOf): Promise<Failure | RunEnd> => {
  const { session, turn } = of
  const model = await needs.model()
  if (!model.ok) return model.failure
  const listed = await needs.catalog.forSession(session)
  if (!listed.ok) return listed.failure
  const { thread_id, position } = turn.message
  const messages = needs.store.messages(session.owner, thread_id, { before: position, limit: mostMessages })
  const ids = messages.map(({ id }) => id)
  const calls = needs.journal.ofMessages(session.owner, thread_id, ids)
  const remembered = [
    ...calls.map(({ model_tool }) => model_tool).toReversed(),
    ...(needs.store.thread(session.owner, thread_id)?.found_tools ?? []),
  ]
  const selection = selectTools(listed.value, { remembered, text: lastWords(messages) })
  const desk = createDesk(needs, of, listed.value)
  const agent = await needs.loadAgent()
  if (of.signal.aborted) return 'ended'
  const events = agent.stream({
    model: model.value,
    instructions: instructionsFor({
      person: session.person,
      connections: needs.connections.state(),
      now: needs.clock.now(),
      manyTools: selection.finder !== null,
    }),
    messages: modelHistory(messages, calls),
    tools: modelTools(listed.value, selection, desk),
    activeTools: selection.active,
    shouldStop: desk.mustStop,
    maxSteps: mostSteps,
    signal: of.signal,
  })
  const heard = await listen(events, of, desk)
  if (selection.found().length > 0) needs.store.rememberTools(session.owner, thread_id, selection.found())
  return endOf(heard, await desk.settle(), desk, turn)
}

/** Asks the model once, into one message. Never throws for what can be expected; what went wrong is in the message. */
export const runOnce = async (needs: RunNeeds, of: RunOf): Promise<RunEnd> => {
  const end = await ask(needs, of)
  if (of.signal.aborted) {
    of.turn.close('stopped')
    return 'ended'
  }
  if (typeof end === 'string') {
    of.turn.close('complete')
    return end
  }
  of.turn.fail(end)
  of.turn.close('failed')
  return 'ended'
}
