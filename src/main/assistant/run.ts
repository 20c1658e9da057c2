import type { Account } from '../../contract/conversation'
import type { Failure } from '../../contract/failure'
import { withHiddenNamed } from '../../contract/plain/hidden-characters'
import { failure } from '../platform/failures'
import type { AgentEvent, AgentRequest, AgentRuntime, ModelTool } from './agent'
import { openCallDesk, type CallDesk, type DeskNeeds, type Noted, type RunOf } from './call-desk'
import type { FileStore } from './attachments/file-store'
import { toldFiles, type ToldFile } from './attachments/told-files'
import type { CallRecord } from './call-record'
import { lastChosen, scopeOf } from './chosen/chosen-connections'
import { currentLocale } from '../../language/words'
import type { AssistantDependencies } from './dependencies'
import { openConnecting, type Connecting } from './connect-account'
import { modelHistory, mostMessages } from './history'
import { instructionsFor } from './instructions'
import { modelFailureOf } from './model-failure'
import type { StoredMessage } from './thread-store'
import { modelDescription, type CatalogTool, type ToolCatalog } from './tool-catalog'
import { reservedFor, selectTools } from './tool-selection'
import type { Turn } from './turn'
import { untilAborted } from './until-aborted'
import { visibleSchemaObject } from './visible-json'
import type { WhoseAccount } from './whose-account'

/** What a run needs. */
export type RunNeeds = DeskNeeds &
  Pick<AssistantDependencies, 'model' | 'connections'> & {
    readonly catalog: ToolCatalog
    readonly whose: WhoseAccount
    readonly files: Pick<FileStore, 'texts'>
    readonly loadAgent: () => Promise<AgentRuntime>
  }

/** How a run ended: for good, or with nothing but refused calls, so that the model should hear why. */
export type RunEnd = 'ended' | 'refused'

const mostSteps = 12

const modelTools = (tools: readonly CatalogTool[], own: readonly ModelTool[], desk: CallDesk): readonly ModelTool[] => [
  ...own,
  ...tools.map((tool): ModelTool => {
    const { modelName, risk, record } = tool
    const shown = {
      name: modelName,
      description: withHiddenNamed(modelDescription(tool)),
      schema: visibleSchemaObject(record.inputSchema),
    }
    // SECURITY: only what looks can be run by the agent. Everything else has no way to run but the journal.
    if (risk !== 'read') return shown
    return { ...shown, execute: (args, callId) => desk.read(modelName, callId, args) }
  }),
]

type Heard = { readonly failure: Failure | null; readonly reason: string }

const hear = async (event: AgentEvent, { turn }: RunOf, desk: CallDesk): Promise<Partial<Heard>> => {
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

const listen = async (events: AsyncIterable<AgentEvent>, of: RunOf, desk: CallDesk): Promise<Heard> => {
  let heard: Heard = { failure: null, reason: '' }
  try {
    for await (const event of untilAborted(events, of.signal)) heard = { ...heard, ...(await hear(event, of, desk)) }
  } catch (error) {
    return { ...heard, failure: modelFailureOf(error) }
  }
  return heard
}

type Outcome = {
  readonly heard: Heard
  readonly noted: readonly Noted[]
  readonly desk: CallDesk
  readonly connecting: Connecting
  readonly turn: Turn
}

// A run that went through all its steps with one tool went in a circle, however different the arguments were.
const outOfSteps = (noted: readonly Noted[]): Failure => {
  const titles = new Set(noted.map((one) => ('call' in one ? one.call.title : '')))
  const [only] = titles
  return titles.size === 1 && only !== undefined && only !== ''
    ? failure('calls-repeated', { subject: only })
    : failure('too-many-steps')
}

const silence = ({ heard, noted, turn }: Outcome): Failure | RunEnd => {
  if (heard.reason === 'tool-calls') return outOfSteps(noted)
  return turn.isEmpty() || heard.reason === 'error' ? failure('model-failed') : 'ended'
}

// A call of a tool that is not there was answered by the agent itself, like a read.
const isUnanswered = ({ call, decision }: Extract<Noted, { call: CallRecord }>): boolean =>
  call.risk !== 'read' && !(decision.kind === 'refuse' && call.connection === '')

const endOf = (outcome: Outcome): Failure | RunEnd => {
  const { heard, noted, desk, connecting } = outcome
  if (heard.failure !== null) return heard.failure
  const repeated = desk.repeated()
  if (repeated !== undefined) return failure('calls-repeated', { subject: repeated })
  if (desk.mustStop() || connecting.asked()) return 'ended'
  const unanswered = noted.flatMap((one) => ('call' in one && isUnanswered(one) ? [one] : []))
  if (unanswered.length === 0) return silence(outcome)
  return unanswered.every(({ decision }) => decision.kind === 'refuse') ? 'refused' : 'ended'
}

type Past = {
  readonly messages: readonly StoredMessage[]
  readonly calls: readonly CallRecord[]
  readonly files: readonly ToldFile[]
  readonly tools: readonly string[]
}

const pastOf = ({ store, journal, files }: RunNeeds, { session: { owner }, turn }: RunOf): Past => {
  const { thread_id, position } = turn.message
  const messages = store.messages(owner, thread_id, { before: position, limit: mostMessages })
  const ids = messages.map(({ id }) => id)
  const calls = journal.ofMessages(owner, thread_id, ids)
  const used = calls.map(({ model_tool }) => model_tool).toReversed()
  return {
    messages,
    calls,
    files: toldFiles(files, owner, messages),
    tools: [...used, ...(store.thread(owner, thread_id)?.found_tools ?? [])],
  }
}

// SECURITY: what a file says was not said by the person: it chooses no tools and no connections.
const ownMessages = ({ messages }: Past): readonly StoredMessage[] => messages.filter(({ imported }) => imported === 0)

const lastWords = (past: Past): string =>
  ownMessages(past)
    .findLast(({ role }) => role === 'user')
    ?.parts.map((part) => (part.kind === 'text' ? part.text : ''))
    .join(' ') ?? ''

type Prepared = {
  readonly model: AgentRequest['model']
  readonly tools: readonly CatalogTool[]
  readonly agent: AgentRuntime
}

const accountsKnown = ({ whose }: RunNeeds, tools: readonly CatalogTool[]): ReadonlyMap<string, Account> =>
  new Map(
    tools.flatMap(({ record }) => {
      const account = whose.known(record.accountId)
      return account === undefined ? [] : [[record.connection, account] as const]
    }),
  )

const talk = async (needs: RunNeeds, of: RunOf, { model, tools: all, agent }: Prepared): Promise<Failure | RunEnd> => {
  const past = pastOf(needs, of)
  const text = lastWords(past)
  const scope = await scopeOf(needs.connections, lastChosen(ownMessages(past)))
  const connecting = openConnecting(needs, of, { state: scope.state, words: text })
  if (scope.missing !== undefined) return 'code' in scope.missing ? scope.missing : connecting.askFor(scope.missing)
  // SECURITY: what the person did not choose is not there for the model, whatever it calls.
  const tools = all.filter(({ record }) => scope.includes(record.connection))
  const selection = selectTools(tools, { remembered: past.tools, text, reserved: reservedFor(connecting.tool) })
  const own = [connecting.tool, selection.finder].filter((tool) => tool !== null)
  const desk = openCallDesk(needs, of, { tools, own: own.map(({ name }) => name) })
  const events = agent.stream({
    model,
    instructions: instructionsFor({
      person: of.session.person,
      connections: scope.state,
      chosen: scope.chosen !== null,
      accounts: accountsKnown(needs, tools),
      now: needs.clock.now(),
      locale: currentLocale(),
      manyTools: selection.finder !== null,
    }),
    messages: modelHistory(past.messages, past.calls, past.files),
    tools: modelTools(tools, own, desk),
    activeTools: () => [...(connecting.tool === null ? [] : [connecting.tool.name]), ...selection.active()],
    shouldStop: () => desk.mustStop() || connecting.asked(),
    maxSteps: mostSteps,
    signal: of.signal,
  })
  const heard = await listen(events, of, desk)
  const found = selection.found()
  if (found.length > 0) needs.store.rememberTools(of.session.owner, of.turn.message.thread_id, found)
  return endOf({ heard, noted: await desk.settle(), desk, connecting, turn: of.turn })
}

const ask = async (needs: RunNeeds, of: RunOf): Promise<Failure | RunEnd> => {
  const model = await needs.model()
  if (!model.ok) return model.failure
  const tools = await needs.catalog.forSession(of.session)
  if (!tools.ok) return tools.failure
  const agent = await needs.loadAgent()
  return of.signal.aborted ? 'ended' : talk(needs, of, { model: model.value, tools: tools.value, agent })
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
