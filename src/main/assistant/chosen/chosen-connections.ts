import type { Connection, ConnectionsState } from '../../../contract/connections'
import type { Part } from '../../../contract/conversation'
import type { Failure } from '../../../contract/failure'
import { chosenNames, mayChoose } from '../../../contract/plain/chosen-connections'
import { err, ok, type Result } from '../../../contract/result'
import type { Connections } from '../../connections/connections'
import { failure } from '../../platform/failures'

/** The part of a message that says with which connections alone it is to be answered. */
export type ChosenPart = Extract<Part, { kind: 'connections' }>

type Asked = { readonly text: string; readonly connections?: readonly string[] | undefined }

const unknown = (name: string): Failure =>
  failure('connection-needed', { subject: name.slice(0, 200), action: { kind: 'open-connections' } })

/**
 * What a message chooses of the person's own connections, by name and in its text; null when it chooses none.
 * A name that is not in the list is refused.
 */
const chosenPart = (
  { connections }: ConnectionsState,
  { text, connections: asked = [] }: Asked,
): Result<ChosenPart | null, Failure> => {
  const names = new Set([...asked, ...chosenNames(text, connections)])
  const stranger = [...names].find((wanted) => connections.every(({ name }) => name !== wanted))
  if (stranger !== undefined) return err(unknown(stranger))
  const chosen = connections.filter(({ name }) => names.has(name))
  if (chosen.length === 0) return ok(null)
  return ok({
    kind: 'connections',
    connections: chosen.map(({ name, provider, providerName }) => ({ name, provider, providerName })),
  })
}

// A list that is not read yet says nothing about a name.
const isEnough = ({ kind }: ConnectionsState, { text }: Asked): boolean => kind === 'ready' || !mayChoose(text)

/** What a message chooses. The list is read again where it may be too old to say so; what can't be found is refused. */
export const chooseConnections = async (
  connections: Pick<Connections, 'state' | 'refresh'>,
  asked: Asked,
): Promise<Result<ChosenPart | null, Failure>> => {
  const state = connections.state()
  const chosen = chosenPart(state, asked)
  return chosen.ok && isEnough(state, asked) ? chosen : chosenPart(await connections.refresh(), asked)
}

type Said = { readonly role: string; readonly parts: readonly ({ readonly kind: string } | ChosenPart)[] }

const isChosen = (part: Said['parts'][number]): part is ChosenPart => part.kind === 'connections'

/** What the person chose with the last thing they said; null when they chose nothing. */
export const lastChosen = (messages: readonly Said[]): ChosenPart | null =>
  messages.findLast(({ role }) => role === 'user')?.parts.find(isChosen) ?? null

/** What a run has to do with: everything, or what the person chose of it. It only ever leaves out. */
export type Scope = {
  readonly state: ConnectionsState
  readonly chosen: ChosenPart | null
  readonly includes: (connection: string) => boolean
  /** The first of those chosen that is not connected. */
  readonly missing: Connection | Failure | undefined
}

const firstMissing = (chosen: ChosenPart, connections: readonly Connection[]): Scope['missing'] => {
  for (const { name, providerName } of chosen.connections) {
    const connection = connections.find((one) => one.name === name)
    if (connection === undefined) return unknown(providerName)
    if (connection.status !== 'connected') return connection
  }
  return undefined
}

/** Narrows a run to what the person chose. */
export const scopeOf = async (
  connections: Pick<Connections, 'state' | 'refresh'>,
  chosen: ChosenPart | null,
): Promise<Scope> => {
  if (chosen === null) {
    return { state: connections.state(), chosen, includes: () => true, missing: undefined }
  }
  const known = connections.state()
  const state = known.kind === 'ready' ? known : await connections.refresh()
  const names = new Set(chosen.connections.map(({ name }) => name))
  const own = state.connections.filter(({ name }) => names.has(name))
  return {
    state: { ...state, connections: own },
    chosen,
    includes: (connection) => names.has(connection),
    missing: firstMissing(chosen, own),
  }
}
