import { setImmediate } from 'node:timers/promises'
import type { JsonObject } from '../../../src/contract/json'
import { ok } from '../../../src/contract/result'
import type { GrantDuration } from '../../../src/contract/trust'
import { createActivityLog } from '../../../src/main/assistant/activity-log'
import { createApprovals, type Approvals } from '../../../src/main/assistant/approvals'
import { createArgumentsCheck } from '../../../src/main/assistant/arguments'
import { createCalls } from '../../../src/main/assistant/calls'
import { createEvents } from '../../../src/main/assistant/events'
import { endUnlisted } from '../../../src/main/assistant/grant-watch'
import { createGrantedCalls, type GrantedCalls } from '../../../src/main/assistant/granted-calls'
import { createGrants, type Grants } from '../../../src/main/assistant/grants'
import { createJournal, type Journal } from '../../../src/main/assistant/journal'
import { recoverJournal } from '../../../src/main/assistant/recover-journal'
import { createThreadStore } from '../../../src/main/assistant/thread-store'
import { createThreadView } from '../../../src/main/assistant/thread-view'
import { createToolCatalog } from '../../../src/main/assistant/tool-catalog'
import type { Session } from '../../../src/main/identity/session'
import type { Database } from '../../../src/main/platform/database'
import type { ToolRecord } from '../../../src/main/scalekit/port'
import { createFakeScalekit, done } from './fake-scalekit'

const check = createArgumentsCheck()
/** What the tool takes. */
export const schema: JsonObject = { type: 'object', required: ['board_id', 'item_name'] }

/** Where an item goes, and from which conversation. */
export type Call = { readonly board: '1' | '2'; readonly thread: 'a' | 'b' }

/** What a person allowed, as they would remember it. */
export type Memory = Call & {
  readonly owner: string
  readonly duration: GrantDuration
  readonly account: string
  readonly text: string
  readonly from: number
  readonly until: number
  over: boolean
}

/** Everything around the app, and what its people remember. */
export type World = {
  who: Session
  account: string
  text: string
  /** What the environment last told: what changes right after can't be known. */
  readonly heard: { account: string; text: string }
  now: number
  readonly memories: Memory[]
  readonly clicked: Set<string>
  readonly wrong: string[]
  ran: number
}

/** The name in the arguments. */
export const nameOf = ({ item_name: name }: JsonObject): string => (typeof name === 'string' ? name : '')

const isAlive = ({ now }: World, { over, from, until }: Memory): boolean => !over && from <= now && now < until

const isHere = (memory: Memory, { board, thread }: Call): boolean =>
  memory.board === board && (memory.duration !== 'thread' || memory.thread === thread)

const covers = (world: World, call: Call): boolean =>
  world.memories.some(
    (memory) =>
      memory.owner === world.who.owner &&
      isAlive(world, memory) &&
      isHere(memory, call) &&
      memory.account === world.heard.account &&
      memory.text === world.heard.text,
  )

/** The app on a database. */
export type App = {
  readonly database: Database
  readonly journal: Journal
  readonly grants: Grants
  readonly approvals: Approvals
  readonly carryOut: GrantedCalls
}

/** The tool as the environment has it now. */
export const toolOf = (world: World): ToolRecord => ({
  name: 'monday_item_create',
  title: 'Create item',
  description: world.text,
  inputSchema: schema,
  connection: 'monday',
  provider: 'MONDAY',
  accountId: world.account,
})

/** Starts the app on a database. */
export const start = (world: World, database: Database): App => {
  const now = (): number => world.now
  let ids = 0
  const newId = (): string => `g-${String(world.now)}-${String((ids += 1))}-${Math.random().toString(36)}`
  const activityLog = createActivityLog({ database, now })
  recoverJournal(database, world.now, activityLog)
  const journal = createJournal(database, activityLog)
  const scalekit = createFakeScalekit({
    accounts: [],
    tools: [],
    answer: ({ args, identifier, accountId }) => {
      const name = nameOf(args)
      const call: Call = { board: args['board_id'] === '1' ? '1' : '2', thread: name.startsWith('a') ? 'a' : 'b' }
      world.ran += 1
      // What a person clicked is looked at by the histories of approvals.
      if (world.clicked.has(name)) return done({})
      if (identifier !== world.who.identifier || accountId !== world.heard.account)
        world.wrong.push(`${name} as another`)
      if (!covers(world, call)) world.wrong.push(name)
      return done({})
    },
  })
  Object.defineProperties(scalekit, {
    tools: {
      get: () => {
        world.heard.text = world.text
        return [toolOf(world)]
      },
    },
    accounts: {
      get: () => {
        world.heard.account = world.account
        return [{ id: world.account, connection: 'monday', provider: 'MONDAY', status: 'active' }]
      },
    },
  })
  const connections = {
    state: () => ({
      kind: 'ready' as const,
      connections: [
        { name: 'monday', provider: 'MONDAY', providerName: 'M', status: 'connected' as const, connecting: false },
      ],
    }),
    onChange: () => () => undefined,
    refresh: () => Promise.resolve({ kind: 'ready' as const, connections: [] }),
    noteStatus: () => undefined,
  }
  const log = {
    info: () => undefined,
    problem: () => undefined,
    error: (_what: string, error: unknown) => {
      world.wrong.push(String(error))
    },
  }
  const view = createThreadView({ store: createThreadStore(database), journal, running: new Set() })
  const ensureSession = () => Promise.resolve(ok(world.who))
  const calls = createCalls({ scalekit, connections, ensureSession, log, journal, events: createEvents(), view })
  const grants = createGrants({ database, now, newId })
  const approvals = createApprovals({
    journal,
    calls,
    check,
    grants,
    log,
    now,
    listAccounts: scalekit.listAccounts,
    lastLook: async () => {
      await setImmediate()
      return { kind: 'go', before: {} }
    },
    lost: () => Promise.resolve(),
    settled: () => undefined,
    accountChanged: () => undefined,
  })
  const catalog = createToolCatalog({
    scalekit,
    connections,
    clock: { now, after: () => () => undefined },
    listed: (owner, tools) => {
      endUnlisted(grants, owner, tools)
    },
  })
  const whose = {
    known: () => undefined,
    find: () => Promise.resolve(),
    who: () => Promise.resolve(undefined),
    forget: () => undefined,
    fresh: () => Promise.resolve({ account: {}, incomplete: false, problem: undefined }),
  }
  const carryOut = createGrantedCalls({
    database,
    log,
    journal,
    calls,
    catalog,
    whose,
    lookUps: { run: () => Promise.resolve({ kind: 'stopped' }) },
    grants,
    now,
    thirdParty: { before: () => null },
    carryOutGranted: approvals.carryOutGranted,
    isHalted: () => false,
  })
  return { database, journal, grants, approvals, carryOut }
}
