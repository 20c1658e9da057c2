import { createHash } from 'node:crypto'
import type { Failure } from '../../contract/failure'
import type { Risk } from '../../contract/conversation'
import type { ConnectionsState } from '../../contract/connections'
import { err, ok, type Result } from '../../contract/result'
import type { Session } from '../identity/session'
import type { ToolRecord } from '../scalekit/port'
import type { AssistantDependencies } from './dependencies'
import { riskOf } from './risk'
import { toolTitle } from './titles'

/** A tool that this person can use, and what the model and a card call it. */
export type CatalogTool = {
  readonly modelName: string
  readonly title: string
  readonly providerName: string
  readonly risk: Risk
  readonly record: ToolRecord
}

/** By what a call's tool is found again. */
export type Called = { readonly connection: string; readonly account_id: string; readonly tool: string }

/** The tools of the signed-in person's active accounts. */
export type ToolCatalog = {
  readonly forSession: (session: Session) => Promise<Result<readonly CatalogTool[], Failure>>
  /** A call's tool as its account has it now, listed again unless that was done just now; null: it is gone. */
  readonly current: (session: Session, call: Called) => Promise<Result<ToolRecord | null, Failure>>
  /** Forgets what was listed, because connections changed. */
  readonly forget: () => void
}

const longestName = 64
const ownNames = ['find_tools', 'connect_account']
const listLastsMs = 10 * 60_000
/** How old a list may be from which something is sent. */
const currentLastsMs = 60_000

const shortHash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 8)

/** A name that every model's provider takes; different ones stay different. */
export const safeName = (name: string): string => {
  const safe = name.replace(/[^\w-]/g, '_')
  return safe === name && name.length <= longestName ? name : `${safe.slice(0, longestName - 9)}_${shortHash(name)}`
}

/** Names for the model: the tool's own where only one connection has it, else with the connection in front. */
export const modelNames = (records: readonly ToolRecord[]): readonly string[] => {
  // Our own tools keep their names.
  const counts = new Map<string, number>(ownNames.map((name) => [name, 1]))
  for (const { name } of records) counts.set(name, (counts.get(name) ?? 0) + 1)
  return records.map(({ name, connection }) => safeName(counts.get(name) === 1 ? name : `${connection}__${name}`))
}

/** What the model reads of a tool: with its account in front where several accounts have such a tool. */
export const modelDescription = ({ providerName, record }: Pick<CatalogTool, 'providerName' | 'record'>): string =>
  providerName.endsWith(`, ${record.connection}`) ? `[${providerName}] ${record.description}` : record.description

const catalogOf = (records: readonly ToolRecord[], connections: ConnectionsState): readonly CatalogTool[] => {
  const names = modelNames(records)
  const shown = new Map(connections.connections.map(({ name, providerName }) => [name, providerName]))
  return records.map((record, index) => ({
    modelName: names[index] ?? record.name,
    title: toolTitle(record.name, record.title, record.provider),
    providerName: shown.get(record.connection) ?? record.connection,
    risk: riskOf(record.name),
    record,
  }))
}

type Needs = Pick<AssistantDependencies, 'scalekit' | 'connections' | 'clock'> & {
  /** Told of every tool that was listed, and for whom. */
  readonly listed?: (owner: Session['owner'], tools: readonly ToolRecord[]) => void
}
type Connections = Needs['connections']

const findIn = (records: readonly ToolRecord[], call: Called): ToolRecord | undefined =>
  records.find(
    ({ name, connection, accountId }) =>
      name === call.tool && connection === call.connection && accountId === call.account_id,
  )

type Listed = {
  readonly owner: Session['owner']
  readonly key: string
  readonly time: number
  readonly tools: readonly CatalogTool[]
}

const knownConnections = async (connections: Connections): Promise<Result<ConnectionsState, Failure>> => {
  const known = connections.state()
  const state = known.kind === 'ready' ? known : await connections.refresh()
  return state.kind === 'failed' && state.failure !== undefined ? err(state.failure) : ok(state)
}

const usableIn = (state: ConnectionsState): readonly string[] =>
  state.connections.filter(({ status }) => status === 'connected').map(({ name }) => name)

/** Makes the catalogue of tools; a list is kept while connections stay as they are. */
export const createToolCatalog = ({ scalekit, connections, clock, listed: tell }: Needs): ToolCatalog => {
  let listed: Listed | undefined
  const list = async (session: Session, state: ConnectionsState): Promise<Result<readonly CatalogTool[], Failure>> => {
    const names = usableIn(state)
    if (names.length === 0) return ok([])
    const key = JSON.stringify([session.owner, names])
    if (listed?.key === key && clock.now() - listed.time < listLastsMs) return ok(listed.tools)
    const records = await scalekit.listTools(session.identifier, names)
    if (!records.ok) return records
    tell?.(session.owner, records.value)
    const tools = catalogOf(records.value, state)
    listed = { owner: session.owner, key, time: clock.now(), tools }
    return ok(tools)
  }
  const recent = ({ owner }: Session): readonly ToolRecord[] =>
    listed?.owner === owner && clock.now() - listed.time < currentLastsMs
      ? listed.tools.map(({ record }) => record)
      : []
  return {
    current: async (session, call) => {
      const known = findIn(recent(session), call)
      if (known !== undefined) return ok(known)
      const records = await scalekit.listTools(session.identifier, [call.connection])
      if (!records.ok) return records
      tell?.(session.owner, records.value)
      const tool = findIn(records.value, call)
      // What the model is offered next comes from a list as new as this one.
      if (tool === undefined) listed = undefined
      return ok(tool ?? null)
    },
    forget: () => {
      listed = undefined
    },
    forSession: async (session) => {
      const state = await knownConnections(connections)
      return state.ok ? list(session, state.value) : state
    },
  }
}
