import { randomUUID } from 'node:crypto'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import type { Connection, ConnectionsState, ConnectionStatus } from '../../../src/contract/connections'
import type { ConversationEvent, Message, ToolCall } from '../../../src/contract/conversation'
import type { Failure } from '../../../src/contract/failure'
import { jsonObjectSchema } from '../../../src/contract/json'
import { err, ok, type Result } from '../../../src/contract/result'
import type { Assistant } from '../../../src/main/assistant/assistant'
import { createAssistant } from '../../../src/main/assistant/create-assistant'
import type { AssistantDependencies } from '../../../src/main/assistant/dependencies'
import { createModel } from '../../../src/main/assistant/model'
import type { Session } from '../../../src/main/identity/session'
import { systemClock, type Clock } from '../../../src/main/platform/clock'
import { openDatabase, type Database } from '../../../src/main/platform/database'
import { failure } from '../../../src/main/platform/failures'
import { secret } from '../../../src/main/platform/secret'
import type { AccountRecord, ToolRecord } from '../../../src/main/scalekit/port'
import { createFakeScalekit, done, type FakeScalekit } from './fake-scalekit'
import { startModelEndpoint, type Answer, type Asked, type ModelEndpoint, type TitleAnswer } from './model-endpoint'
import { ada } from './people'

const catalogueSchema = z.array(
  z.object({ name: z.string(), description: z.string(), display_name: z.string(), input_schema: jsonObjectSchema }),
)

const catalogue = (provider: 'monday' | 'intercom'): ToolRecord[] =>
  catalogueSchema
    .parse(
      JSON.parse(readFileSync(new URL(`../../../src/sandbox/${provider}/catalogue.json`, import.meta.url), 'utf8')),
    )
    .map((tool) => ({
      name: tool.name,
      title: tool.display_name,
      description: tool.description,
      inputSchema: tool.input_schema,
      connection: provider,
      provider: provider.toUpperCase(),
      accountId: `${provider}-1`,
    }))

/** Every real tool of a provider, as the environment lists it. */
export const realTools = catalogue

/** A few real tools: enough for a conversation, few enough that the model gets all of them. */
export const fewTools = (): ToolRecord[] =>
  catalogue('monday').filter(({ name }) =>
    ['monday_boards_list', 'monday_items_list', 'monday_item_create', 'monday_item_delete', 'monday_me_get'].includes(
      name,
    ),
  )

const active = (connection: string): AccountRecord => ({
  id: `${connection}-1`,
  connection,
  provider: connection.toUpperCase(),
  status: 'active',
})

/** Connections as a test plays them. */
export type FakeConnections = AssistantDependencies['connections'] & {
  readonly set: (name: string, status: ConnectionStatus) => void
  /** As after a start or a sign-in: nothing is known, then the list is read. */
  readonly readFirst: () => void
  /** Adds connections that nobody has connected. */
  readonly addMany: (count: number) => void
  readonly noted: readonly string[]
}

const createFakeConnections = (): FakeConnections => {
  const listeners = new Set<(state: ConnectionsState) => void>()
  const noted: string[] = []
  const connection = (name: string, providerName: string): Connection => ({
    name,
    provider: name.toUpperCase(),
    providerName,
    status: 'connected',
    connecting: false,
  })
  let state: ConnectionsState = {
    kind: 'ready',
    connections: [connection('monday', 'Monday.com'), connection('intercom', 'Intercom')],
  }
  const tell = (next: ConnectionsState): void => {
    state = next
    for (const listener of listeners) listener(state)
  }
  const set = (name: string, status: ConnectionStatus): void => {
    tell({
      ...state,
      connections: state.connections.map((one) => (one.name === name ? { ...one, status } : one)),
    })
  }
  return {
    noted,
    set,
    addMany: (count) => {
      const more = Array.from({ length: count }, (_, index) => ({
        ...connection(`provider-${String(index)}`, `Provider ${String(index)}`),
        status: 'not-connected' as const,
      }))
      tell({ ...state, connections: [...state.connections, ...more] })
    },
    readFirst: () => {
      const listed = state
      tell({ kind: 'loading', connections: [] })
      tell(listed)
    },
    state: () => state,
    refresh: () => Promise.resolve(state),
    onChange: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    noteStatus: (name, status) => {
      noted.push(`${name} ${status}`)
      set(name, status)
    },
  }
}

/** Errors that the assistant took for bugs. */
export type Desk = {
  readonly assistant: Assistant
  readonly database: Database
  readonly path: string
  readonly scalekit: FakeScalekit
  readonly connections: FakeConnections
  readonly endpoint: ModelEndpoint
  readonly events: readonly ConversationEvent[]
  readonly bugs: readonly unknown[]
  /** Who is signed in; null makes `ensureSession` fail. */
  readonly signIn: (session: Session | null) => void
  /** Waits for something that events bring about. */
  readonly until: <T>(look: () => T | undefined | false) => Promise<T>
  readonly ask: (text: string, threadId?: string) => Promise<string>
  readonly messages: (threadId: string, session?: Session) => Message[]
  readonly calls: (threadId: string) => ToolCall[]
  /** Waits until a thread rests, and says how. */
  readonly rest: (threadId: string, how: 'idle' | 'waiting') => Promise<void>
  /** As if the process had ended and started again, on the same file. */
  readonly restart: () => Promise<Desk>
  readonly close: () => Promise<void>
}

/** What a test sets up. */
export type Setting = {
  readonly script: (asked: Asked, number: number) => Answer
  readonly title?: TitleAnswer
  readonly tools?: readonly ToolRecord[]
  readonly answer?: FakeScalekit['answer']
  readonly path?: string
  readonly before?: Desk
  readonly clock?: Clock
}

const me = { data: { me: { name: 'Ada Lovelace', email: 'ada@northwind.example', account: { name: 'Northwind' } } } }

/** Opens an assistant with a real agent, a real database file and a model endpoint that a test writes. */
export const openDesk = async (setting: Setting): Promise<Desk> => {
  const path = setting.path ?? join(mkdtempSync(join(tmpdir(), 'onbehalf-')), 'onbehalf.db')
  const { database } = openDatabase(path)
  const endpoint = await startModelEndpoint(setting.script, setting.title)
  const answer: FakeScalekit['answer'] = setting.answer ?? (() => done({}))
  const scalekit =
    setting.before?.scalekit ??
    createFakeScalekit({
      accounts: [active('monday'), active('intercom')],
      tools: setting.tools ?? fewTools(),
      uncounted: 'monday_me_get',
      answer: (execution, signal) => (execution.tool === 'monday_me_get' ? done(me) : answer(execution, signal)),
    })
  const connections = createFakeConnections()
  let signedIn: Session | null = ada
  const ensureSession = (): Promise<Result<Session, Failure>> =>
    Promise.resolve(signedIn === null ? err(failure('session-expired')) : ok(signedIn))
  const bugs: unknown[] = []
  const assistant = createAssistant({
    database,
    scalekit,
    connections,
    ensureSession,
    model: async () =>
      ok(await createModel({ apiKey: secret('sk-test-key-0123456789'), baseUrl: endpoint.url, model: 'm' })),
    clock: setting.clock ?? systemClock,
    newId: randomUUID,
    log: {
      info: () => undefined,
      problem: () => undefined,
      error: (_event, error) => bugs.push(error),
    },
  })
  const events: ConversationEvent[] = []
  const waiting = new Set<() => void>()
  assistant.onEvents((_owner, happened) => {
    events.push(...happened)
    for (const look of [...waiting]) look()
  })
  const until: Desk['until'] = (look) =>
    new Promise((resolve) => {
      const check = (): void => {
        const found = look()
        if (found === undefined || found === false) return
        waiting.delete(check)
        resolve(found)
      }
      waiting.add(check)
      check()
    })
  const messages: Desk['messages'] = (threadId, session = ada) => {
    const page = assistant.openThread(session, threadId, undefined)
    return page.ok ? page.value.messages : []
  }
  const desk: Desk = {
    assistant,
    database,
    path,
    scalekit,
    connections,
    endpoint,
    events,
    bugs,
    until,
    messages,
    signIn: (session) => {
      signedIn = session
    },
    ask: async (text, threadId) => {
      const sent = await assistant.send(ada, { threadId: threadId ?? null, messageId: randomUUID(), text })
      if (!sent.ok) throw new Error(sent.failure.code)
      return sent.value.threadId
    },
    calls: (threadId) =>
      messages(threadId).flatMap(({ parts }) =>
        parts.flatMap((part) => (part.kind === 'tool-call' ? [part.call] : [])),
      ),
    rest: async (threadId, how) => {
      await until(() => {
        const said = events.findLast((event) => event.kind === 'thread' && event.thread.id === threadId)
        return said?.kind === 'thread' && said.thread.run === how
      })
    },
    restart: async () => {
      database.close()
      await endpoint.close()
      return openDesk({ ...setting, path, before: desk })
    },
    close: async () => {
      assistant.stopAll()
      await endpoint.close()
      database.close()
    },
  }
  return desk
}

/** The text of a message. */
export const textOf = (message: Message | undefined): string =>
  (message?.parts ?? []).map((part) => (part.kind === 'text' ? part.text : '')).join('')

/** The failure in a message. */
export const failureOf = (message: Message | undefined): Failure | undefined =>
  message?.parts.flatMap((part) => (part.kind === 'failure' ? [part.failure] : [])).at(-1)
