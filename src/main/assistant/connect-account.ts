import type { Connection, ConnectionsState } from '../../contract/connections'
import type { Failure, FailureCode } from '../../contract/failure'
import type { Json, JsonObject } from '../../contract/json'
import { connectAccountTool } from '../../contract/plain/own-tools'
import type { Owner } from '../identity/identifier'
import { failure } from '../platform/failures'
import type { ModelTool } from './agent'
import { hashArguments } from './arguments-hash'
import type { DeskNeeds, RunOf } from './call-desk'
import type { CallRecord } from './call-record'
import { withReconnect } from './connection-failure'
import type { Journal, NewCall } from './journal'
import { modelAnswer, modelFailure } from './model-answer'

/** What the model calls the tool with which it asks for an account that is not connected. */
export const connectAccount = 'connect_account'

const title = 'Connect account'
const mostNamed = 6
const longestName = 60
const mostAnswered = 20

const schema: JsonObject = {
  type: 'object',
  properties: { connection: { type: 'string', description: 'The connection, by its name or its provider' } },
  required: ['connection'],
  additionalProperties: false,
}

const isOpen = ({ status }: Connection): boolean => status !== 'connected'

// "Monday.com", "monday" and "MONDAY" are the same to whoever says it.
const asSaid = (words: string): string =>
  words
    .toLowerCase()
    .replace(/\.com\b/g, '')
    .replace(/[^\p{L}\p{N}]/gu, '')

const namesOf = ({ name, providerName, provider }: Connection): readonly string[] =>
  [name, providerName, provider].map(asSaid).filter((said) => said !== '')

const shownName = ({ name, providerName }: Connection): string => `${providerName} (${name})`.slice(0, longestName)

// In an environment with hundreds of connections, those that the person's words are about come first.
const named = (connections: readonly Connection[], words: string): readonly Connection[] => {
  const said = asSaid(words)
  const fit = (connection: Connection): number =>
    Math.max(0, ...namesOf(connection).map((name) => (said.includes(name) ? name.length : 0)))
  return connections.toSorted((a, b) => fit(b) - fit(a)).slice(0, mostNamed)
}

const description = (open: readonly Connection[], words: string): string => {
  const names = named(open, words).map(shownName).join(', ')
  const more = open.length > mostNamed ? `, and ${String(open.length - mostNamed)} more` : ''
  return `Asks the person to connect an account that is needed and not connected: ${names}${more}. They get a button; you go on once it is connected.`
}

const askedFor = (args: unknown): string =>
  typeof args === 'object' && args !== null && 'connection' in args && typeof args.connection === 'string'
    ? args.connection
    : ''

const matching = (connections: readonly Connection[], asked: string): readonly Connection[] => {
  const exact = connections.filter(({ name }) => name === asked)
  if (exact.length > 0) return exact
  const said = asSaid(asked)
  const fitting = connections.filter((connection) => namesOf(connection).includes(said))
  const open = fitting.filter(isOpen)
  return open.length > 0 ? open : fitting
}

type Wanted = { readonly connection: Connection } | { readonly answer: Json }

const wanted = ({ connections }: ConnectionsState, asked: string): Wanted => {
  const [one, ...others] = matching(connections, asked)
  const listed = (some: readonly Connection[]): readonly string[] => some.slice(0, mostAnswered).map(({ name }) => name)
  if (one === undefined)
    return { answer: { error: 'There is no such connection.', connections: listed(connections.filter(isOpen)) } }
  if (others.length > 0)
    return { answer: { error: 'Several connections fit. Ask which one.', connections: listed([one, ...others]) } }
  return isOpen(one) ? { connection: one } : { answer: { error: 'It is connected already. Use its tools.' } }
}

const codes: Readonly<Record<Exclude<Connection['status'], 'connected'>, FailureCode>> = {
  'not-connected': 'connection-needed',
  waiting: 'connection-needed',
  expired: 'connection-expired',
  disconnected: 'connection-revoked',
}

const whatIsMissing = ({ name, providerName, status }: Connection): Failure =>
  withReconnect(failure(status === 'connected' ? 'connection-needed' : codes[status]), {
    connection: name,
    provider_name: providerName,
    account_id: '',
  })

const rowFor = (
  needs: DeskNeeds,
  { session, turn }: RunOf,
  connection: Connection,
): Omit<NewCall, 'thread_id' | 'message_id'> => {
  const args = { connection: connection.name }
  const now = needs.clock.now()
  return {
    id: needs.newId(),
    thread_title: needs.store.thread(session.owner, turn.message.thread_id)?.title ?? '',
    model_tool: connectAccount,
    connection: connection.name,
    provider_name: connection.providerName,
    account_id: '',
    tool: connectAccountTool,
    title,
    risk: 'read',
    args,
    args_hash: hashArguments(args),
    args_schema: schema,
    person: session.person,
    account: {},
    state: 'failed',
    decision: 'waiting',
    resumes: 1,
    failure: whatIsMissing(connection),
    started_at: now,
    ended_at: null,
  }
}

/** Asking for accounts in one run. */
export type Connecting = {
  /** Null when every connection of the environment is connected. */
  readonly tool: ModelTool | null
  /** Asks for one without the model: the person named it. */
  readonly askFor: (connection: Connection) => Failure | 'ended'
  /** Whether the run waits for the person to connect something. */
  readonly asked: () => boolean
}

/**
 * Lets the model ask for an account that is not connected. It opens nothing: what it names has to be a connection of
 * the environment, and then a card waits in the thread, whose button is the person's.
 */
export const openConnecting = (
  needs: DeskNeeds,
  of: RunOf,
  about: { readonly state: ConnectionsState; readonly words: string },
): Connecting => {
  const open = about.state.connections.filter(isOpen)
  let asked = false
  const execute: ModelTool['execute'] = (args) => {
    const found = wanted(about.state, askedFor(args))
    if ('answer' in found) return Promise.resolve(found.answer)
    const added = of.turn.addCall(rowFor(needs, of, found.connection))
    if (added.ok) asked = true
    return Promise.resolve(added.ok ? modelAnswer(added.value) : modelFailure(added.failure))
  }
  return {
    asked: () => asked,
    askFor: (connection) => {
      const added = of.turn.addCall(rowFor(needs, of, connection))
      return added.ok ? 'ended' : added.failure
    },
    tool:
      open.length === 0 ? null : { name: connectAccount, description: description(open, about.words), schema, execute },
  }
}

/** Settles the card of an account that is connected now; undefined when nobody waits for it any more. */
export const settleConnected = (
  { journal, now }: { readonly journal: Journal; readonly now: () => number },
  owner: Owner,
  call: CallRecord,
): CallRecord | undefined => {
  const taken = journal.step(
    owner,
    { id: call.id, from: ['failed'], resumes: 1 },
    { state: 'running', resumes: 0, failure: null },
  )
  return (
    taken &&
    journal.step(owner, { id: call.id, from: ['running'] }, { state: 'done', decision: 'approved', ended_at: now() })
  )
}
