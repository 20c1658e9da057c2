import { setImmediate } from 'node:timers/promises'
import type { JsonObject } from '../../../src/contract/json'
import { err, ok, type Result } from '../../../src/contract/result'
import type { Failure } from '../../../src/contract/failure'
import { createActivityLog } from '../../../src/main/assistant/activity-log'
import { createApprovals, type Approvals } from '../../../src/main/assistant/approvals'
import { createArgumentsCheck } from '../../../src/main/assistant/arguments'
import { hashArguments } from '../../../src/main/assistant/arguments-hash'
import { createCalls } from '../../../src/main/assistant/calls'
import { createEvents } from '../../../src/main/assistant/events'
import { createGrants } from '../../../src/main/assistant/grants'
import { createJournal, type Journal } from '../../../src/main/assistant/journal'
import { recoverJournal } from '../../../src/main/assistant/recover-journal'
import { createThreadStore } from '../../../src/main/assistant/thread-store'
import { createThreadView } from '../../../src/main/assistant/thread-view'
import type { Session } from '../../../src/main/identity/session'
import { DatabaseError, type Database } from '../../../src/main/platform/database'
import { failure } from '../../../src/main/platform/failures'
import type { AccountStatus, Execution, ExecutionOutcome } from '../../../src/main/scalekit/port'
import { createFakeScalekit, done, lostAnswer, refused } from './fake-scalekit'
import { ada, grace } from './people'

/** The two people of a history. */
export const persons = ['ada', 'grace'] as const
/** The calls of a history: two of Ada's, one of Grace's. */
export const callNames = ['a1', 'a2', 'g1'] as const
/** How a provider answers. */
export const answers = ['done', 'lost', 'expired', 'limited', 'refused'] as const

/** One of the two people. */
export type PersonName = (typeof persons)[number]
/** One of the calls. */
export type CallName = (typeof callNames)[number]

/** Something that happens: to the app, to the people's accounts, or to the computer. */
export type Step =
  | {
      readonly kind: 'approve'
      readonly by: PersonName
      readonly call: CallName
      readonly name: string
      readonly clicks: number
    }
  | { readonly kind: 'decline'; readonly by: PersonName; readonly call: CallName }
  | { readonly kind: 'sign-in'; readonly who: PersonName | null }
  | { readonly kind: 'answer'; readonly how: (typeof answers)[number]; readonly last: boolean }
  | { readonly kind: 'account'; readonly of: PersonName; readonly number: number; readonly status: AccountStatus }
  | { readonly kind: 'reconnected'; readonly of: PersonName }
  | { readonly kind: 'disk'; readonly full: boolean }
  | { readonly kind: 'hours' }
  | { readonly kind: 'wait' }
  | { readonly kind: 'restart' }

const sessions: Readonly<Record<PersonName, Session>> = { ada, grace }
const hour = 60 * 60_000

/** Whose a call is. */
export const personOf = (call: CallName): PersonName => (call === 'g1' ? 'grace' : 'ada')

type Click = { readonly call: CallName; readonly account: string; readonly argsHash: string; readonly at: number }

type Executed = {
  readonly execution: Execution
  readonly call: CallName
  readonly allowed: boolean
  readonly settle: (outcome: ExecutionOutcome) => void
  effect: ExecutionOutcome['kind'] | null
}

/** What is true outside the app, and what people agreed to. */
export type World = {
  now: number
  signedIn: PersonName | null
  readonly accounts: Record<PersonName, { id: string; status: AccountStatus }>
  readonly clicks: Click[]
  readonly executed: Executed[]
}

/** The app while it runs. Killed, none of its code reaches the disk any more. */
export type Running = {
  readonly journal: Journal
  readonly approvals: Approvals
  readonly kill: () => void
  readonly fillDisk: (full: boolean) => void
}

const check = createArgumentsCheck()
const schema: JsonObject = {
  type: 'object',
  properties: { call: { type: 'string' }, name: { type: 'string' } },
  required: ['call', 'name'],
}
const silent = { info: () => undefined, problem: () => undefined, error: () => undefined }

/** A database that a process loses when it dies, and whose disk can be full. */
const mortal = (database: Database) => {
  const fate = { dead: false, full: false }
  const guard = (writes: boolean): void => {
    if (fate.dead || (fate.full && writes)) throw new DatabaseError('The database refused')
  }
  const alive: Database = {
    ...database,
    rows: (rowSchema, sql, values) => {
      guard(!/^\s*select/i.test(sql))
      return database.rows(rowSchema, sql, values)
    },
    row: (rowSchema, sql, values) => {
      guard(!/^\s*select/i.test(sql))
      return database.row(rowSchema, sql, values)
    },
    run: (sql, values) => {
      guard(true)
      return database.run(sql, values)
    },
    transaction: (work) => {
      guard(false)
      return database.transaction(work)
    },
  }
  return { alive, fate }
}

const isCall = (value: unknown): value is CallName => callNames.some((name) => name === value)

const mayHappen = (world: World, call: CallName, { accountId, args, identifier }: Execution): boolean =>
  identifier === sessions[personOf(call)].identifier &&
  world.accounts[personOf(call)].id === accountId &&
  world.accounts[personOf(call)].status === 'active' &&
  world.clicks.some(
    (click) =>
      click.call === call &&
      click.account === accountId &&
      click.argsHash === hashArguments(args) &&
      world.now - click.at < hour,
  )

const execute = (world: World, execution: Execution): Promise<ExecutionOutcome> =>
  new Promise((settle) => {
    const call = execution.args['call']
    if (!isCall(call)) throw new Error('A call that nobody made was executed')
    world.executed.push({ execution, call, allowed: mayHappen(world, call, execution), settle, effect: null })
  })

const ensureSession = (world: World) => (): Promise<Result<Session, Failure>> =>
  Promise.resolve(world.signedIn === null ? err(failure('not-signed-in')) : ok(sessions[world.signedIn]))

const connections = {
  state: () => ({ kind: 'ready' as const, connections: [] }),
  onChange: () => () => undefined,
  refresh: () => Promise.resolve({ kind: 'ready' as const, connections: [] }),
  noteStatus: () => undefined,
}

/** Starts the app on a database: what the last process left is put right first. */
export const startApp = (world: World, database: Database): Running => {
  const { alive, fate } = mortal(database)
  const now = (): number => world.now
  const activityLog = createActivityLog({ database: alive, now })
  recoverJournal(alive, world.now, activityLog)
  const journal = createJournal(alive, activityLog)
  const view = createThreadView({ store: createThreadStore(alive), journal, running: new Set() })
  const listAccounts: Parameters<typeof createApprovals>[0]['listAccounts'] = (identifier) =>
    Promise.resolve(
      ok(
        persons
          .filter((name) => sessions[name].identifier === identifier)
          .map((name) => ({ ...world.accounts[name], connection: 'monday', provider: 'MONDAY' })),
      ),
    )
  const scalekit = createFakeScalekit({ accounts: [], tools: [], answer: (execution) => execute(world, execution) })
  const base = { log: silent, journal, events: createEvents(), view }
  const calls = createCalls({ ...base, scalekit, connections, ensureSession: ensureSession(world) })
  const approvals = createApprovals({
    grants: createGrants({ database: alive, now, newId: () => 'unused' }),
    journal,
    calls,
    check,
    log: silent,
    listAccounts,
    lastLook: () => Promise.resolve({ kind: 'go', before: {} }),
    accountChanged: () => undefined,
    now,
    lost: () => Promise.resolve(),
    settled: () => undefined,
  })
  return {
    journal,
    approvals,
    kill: () => {
      fate.dead = true
    },
    fillDisk: (full) => {
      fate.full = full
    },
  }
}

/** Journals the calls that the model made in a history. */
export const addCalls = (journal: Journal, idOf: (call: CallName) => string): void => {
  for (const call of callNames) {
    const { owner, person } = sessions[personOf(call)]
    const args = { call, name: 'a' }
    journal.add(owner, {
      id: idOf(call),
      thread_id: 't',
      thread_title: 'T',
      message_id: 'm',
      model_tool: 'monday_item_create',
      connection: 'monday',
      provider_name: 'Monday.com',
      account_id: `${personOf(call)}-1`,
      tool: 'monday_item_create',
      title: 'Create item',
      risk: 'write',
      args,
      args_hash: hashArguments(args),
      args_schema: schema,
      person,
      account: {},
      state: 'pending',
      decision: 'waiting',
      failure: null,
      started_at: world0,
      ended_at: null,
    })
  }
}

const world0 = 1_000_000

/** A new world, in which Ada is signed in and both have an account. */
export const newWorld = (): World => ({
  now: world0,
  signedIn: 'ada',
  accounts: { ada: { id: 'ada-1', status: 'active' }, grace: { id: 'grace-1', status: 'active' } },
  clicks: [],
  executed: [],
})

const outcomes: Readonly<Record<(typeof answers)[number], ExecutionOutcome>> = {
  done: done({ id: '1' }),
  lost: lostAnswer,
  expired: refused('connection-expired'),
  limited: refused('tool-rate-limited'),
  refused: refused('tool-failed'),
}

const settle = (world: World, how: (typeof answers)[number], last: boolean): void => {
  const open = world.executed.filter(({ effect }) => effect === null)
  const one = open.at(last ? -1 : 0)
  if (one === undefined) return
  one.effect = outcomes[how].kind
  one.settle(outcomes[how])
}

/** A history: the world, the app that runs in it, and the names of its calls in the database. */
export type History = {
  readonly world: World
  readonly database: Database
  readonly idOf: (call: CallName) => string
  app: Running
}

const approve = async ({ world, app, idOf }: History, step: Extract<Step, { kind: 'approve' }>): Promise<void> => {
  const { call, name, by } = step
  const args = { call, name }
  const shown = app.journal.find(sessions[personOf(call)].owner, idOf(call))
  const click: Click = {
    call,
    account: shown?.account_id ?? '',
    argsHash: hashArguments(args),
    at: world.now,
  }
  if (by === personOf(call)) world.clicks.push(click)
  const replies = await Promise.all(
    Array.from({ length: step.clicks }, () => app.approvals.approve(sessions[by], idOf(call), args)),
  )
  const refusedAll = replies.every(({ ok: fine }) => !fine)
  if (refusedAll && world.clicks.includes(click)) world.clicks.splice(world.clicks.indexOf(click), 1)
}

const decline = ({ world, app, idOf }: History, { by, call }: Extract<Step, { kind: 'decline' }>): void => {
  if (!app.approvals.decline(sessions[by], idOf(call)).ok) return
  if (by !== personOf(call)) throw new Error('Somebody else declined it')
  world.clicks.splice(0, world.clicks.length, ...world.clicks.filter((click) => click.call !== call))
}

const reconnected = (history: History, of: PersonName): void => {
  const { app, idOf } = history
  const { owner } = sessions[of]
  const own = callNames.filter((call) => personOf(call) === of).map(idOf)
  for (const call of app.journal.waiting(owner, null).filter(({ id, resumes }) => resumes === 1 && own.includes(id))) {
    app.approvals.resume(owner, call, { again: true }).catch(() => undefined)
  }
}

const restart = (history: History): void => {
  history.app.kill()
  // What was on its way when the process died may have been done.
  for (const one of history.world.executed) one.effect ??= 'unknown'
  history.app = startApp(history.world, history.database)
}

/** Lets one thing happen. */
export const happen = async (history: History, step: Step): Promise<void> => {
  const { world } = history
  switch (step.kind) {
    case 'approve':
      approve(history, step).catch(() => undefined)
      return
    case 'decline':
      decline(history, step)
      return
    case 'sign-in':
      world.signedIn = step.who
      return
    case 'answer':
      settle(world, step.how, step.last)
      return
    case 'account':
      await setImmediate()
      world.accounts[step.of] = { id: `${step.of}-${String(step.number)}`, status: step.status }
      return
    case 'reconnected':
      reconnected(history, step.of)
      return
    case 'disk':
      history.app.fillDisk(step.full)
      return
    case 'hours':
      // What was clicked has been taken up by then.
      await setImmediate()
      world.now += 2 * hour
      return
    case 'wait':
      await setImmediate()
      return
    case 'restart':
      restart(history)
  }
}
