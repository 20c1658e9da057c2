import { randomUUID } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import type { JsonObject } from '../../../src/contract/json'
import { ok } from '../../../src/contract/result'
import { createApprovals, type Approvals } from '../../../src/main/assistant/approvals'
import { createArgumentsCheck } from '../../../src/main/assistant/arguments'
import { hashArguments } from '../../../src/main/assistant/arguments-hash'
import { createCalls } from '../../../src/main/assistant/calls'
import { createEvents } from '../../../src/main/assistant/events'
import { createActivityLog } from '../../../src/main/assistant/activity-log'
import { createGrants } from '../../../src/main/assistant/grants'
import { createJournal, type Journal } from '../../../src/main/assistant/journal'
import { recoverJournal } from '../../../src/main/assistant/recover-journal'
import { createThreadStore } from '../../../src/main/assistant/thread-store'
import { createThreadView } from '../../../src/main/assistant/thread-view'
import type { Session } from '../../../src/main/identity/session'
import { openDatabase, type Database } from '../../../src/main/platform/database'
import { failure } from '../../../src/main/platform/failures'
import type { Execution, ExecutionOutcome } from '../../../src/main/scalekit/port'
import { createFakeScalekit, done, lostAnswer, refused } from './fake-scalekit'
import { ada, grace } from './people'

const path = join(mkdtempSync(join(tmpdir(), 'onbehalf-')), 'onbehalf.db')
const check = createArgumentsCheck()
const schema: JsonObject = { type: 'object', properties: { name: { type: 'string' } }, required: ['name'] }

type Person = 'owner' | 'other'
type Step =
  | { readonly kind: 'approve'; readonly by: Person; readonly name: string }
  | { readonly kind: 'decline'; readonly by: Person }
  | { readonly kind: 'sign-in'; readonly who: Person }
  | { readonly kind: 'answer'; readonly how: 'done' | 'lost' | 'expired' | 'refused' }
  | { readonly kind: 'reconnect'; readonly account: string }
  | { readonly kind: 'wait' }
  | { readonly kind: 'restart' }

const person = fc.constantFrom<Person>('owner', 'owner', 'owner', 'other')

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ kind: fc.constant('approve' as const), by: person, name: fc.constantFrom('a', 'b') }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('decline' as const), by: person }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('sign-in' as const), who: person }) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('answer' as const),
      how: fc.constantFrom('done' as const, 'lost' as const, 'expired' as const, 'refused' as const),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('reconnect' as const),
      account: fc.constantFrom('acc-1', 'acc-1', 'acc-2'),
    }),
  },
  { weight: 3, arbitrary: fc.constant({ kind: 'wait' as const }) },
  { weight: 2, arbitrary: fc.constant({ kind: 'restart' as const }) },
)

const outcomes: Readonly<Record<Extract<Step, { kind: 'answer' }>['how'], ExecutionOutcome>> = {
  done: done({ id: '1' }),
  lost: lostAnswer,
  expired: refused('connection-expired'),
  refused: refused('tool-failed'),
}

const sessions: Readonly<Record<Person, Session>> = { owner: ada, other: grace }

/** What really happened at the provider, and what the owner had agreed to before it. */
type World = {
  signedIn: Person
  account: string
  readonly agreed: Set<string>
  readonly executions: {
    readonly execution: Execution
    readonly agreed: boolean
    settle: (outcome: ExecutionOutcome) => void
  }[]
  readonly effects: ExecutionOutcome['kind'][]
}

type Process = { readonly database: Database; readonly journal: Journal; readonly approvals: Approvals }

const agreement = (account: string, argsHash: string): string => `${account} ${argsHash}`

const start = (world: World, database: Database): Process => {
  const activityLog = createActivityLog({ database, now: () => 1 })
  recoverJournal(database, 1, activityLog)
  const journal = createJournal(database, activityLog)
  const events = createEvents()
  const view = createThreadView({ store: createThreadStore(database), journal, running: new Set() })
  const scalekit = createFakeScalekit({
    accounts: [],
    tools: [],
    answer: (execution) =>
      new Promise((settle) => {
        const agreed = world.agreed.has(agreement(execution.accountId, hashArguments(execution.args)))
        world.executions.push({ execution, agreed, settle })
      }),
  })
  const listAccounts = () =>
    Promise.resolve(ok([{ id: world.account, connection: 'monday', provider: 'MONDAY', status: 'active' as const }]))
  const log = { info: () => undefined, problem: () => undefined, error: () => undefined }
  const connections = { ...unusedConnections, noteStatus: () => undefined }
  const ensureSession = () => Promise.resolve(ok(sessions[world.signedIn]))
  const calls = createCalls({ scalekit, connections, ensureSession, log, journal, events, view })
  const approvals = createApprovals({
    grants: createGrants({ database, now: () => 1, newId: randomUUID }),
    journal,
    calls,
    check,
    log,
    listAccounts,
    lastLook: () => Promise.resolve({ kind: 'go', before: {} }),
    accountChanged: () => undefined,
    now: () => 1,
    lost: () => Promise.resolve(),
    settled: () => undefined,
  })
  return { database, journal, approvals }
}

const unusedConnections = {
  state: () => ({ kind: 'ready' as const, connections: [] }),
  onChange: () => () => undefined,
  refresh: () => Promise.resolve({ kind: 'ready' as const, connections: [] }),
}

const addCall = (journal: Journal, id: string): void => {
  const args = { name: 'a' }
  journal.add(ada.owner, {
    id,
    thread_id: 't',
    thread_title: 'T',
    message_id: 'm',
    model_tool: 'monday_item_create',
    connection: 'monday',
    provider_name: 'Monday.com',
    account_id: 'acc-1',
    tool: 'monday_item_create',
    title: 'Create item',
    risk: 'write',
    args,
    args_hash: hashArguments(args),
    args_schema: schema,
    person: ada.person,
    account: {},
    state: 'pending',
    decision: 'waiting',
    failure: null,
    started_at: 0,
    ended_at: null,
  })
}

const approve = async (
  world: World,
  { approvals, journal }: Process,
  asked: { readonly id: string; readonly by: Person; readonly name: string },
) => {
  const args = { name: asked.name }
  // The card that the owner looks at names this account.
  const shown = journal.find(ada.owner, asked.id)?.account_id ?? ''
  const key = agreement(shown, hashArguments(args))
  const had = world.agreed.has(key)
  if (asked.by === 'owner') world.agreed.add(key)
  const answer = await approvals.approve(sessions[asked.by], asked.id, args)
  if (!answer.ok && !had && asked.by === 'owner') world.agreed.delete(key)
  if (asked.by === 'other') expect(answer).toEqual({ ok: false, failure: failure('not-found') })
}

const settle = (world: World, outcome: ExecutionOutcome): void => {
  const open = world.executions.find((execution) => !answered.has(execution))
  if (open === undefined) return
  answered.add(open)
  world.effects.push(outcome.kind)
  open.settle(outcome)
}

const answered = new WeakSet<object>()

const take = async (
  world: World,
  process: Process,
  { id, next }: { readonly id: string; readonly next: Step },
): Promise<Process> => {
  switch (next.kind) {
    case 'approve':
      await approve(world, process, { id, by: next.by, name: next.name })
      return process
    case 'decline':
      process.approvals.decline(sessions[next.by], id)
      return process
    case 'sign-in':
      world.signedIn = next.who
      return process
    case 'answer':
      settle(world, outcomes[next.how])
      return process
    case 'reconnect': {
      world.account = next.account
      for (const call of process.journal.waiting(ada.owner, null)) {
        if (call.id === id && call.resumes === 1) void process.approvals.resume(ada.owner, call, { again: true })
      }
      return process
    }
    case 'wait':
      await setImmediate()
      return process
    case 'restart': {
      process.database.close()
      // The request that was under way when the process died: it may have been done.
      for (const execution of world.executions) {
        if (answered.has(execution)) continue
        answered.add(execution)
        world.effects.push('unknown')
      }
      return start(world, openDatabase(path).database)
    }
  }
}

const judge = (world: World, state: string | undefined): void => {
  const counted = world.effects.filter((kind) => kind === 'done' || kind === 'unknown')
  expect(counted.length).toBeLessThanOrEqual(1)
  for (const { execution, agreed } of world.executions) {
    expect(agreed).toBe(true)
    expect(execution.identifier).toBe(ada.identifier)
    expect(execution.mayWrite).toBe(true)
  }
  // Unknown where the process died before it heard the answer.
  if (counted[0] === 'done') expect(['done', 'unknown']).toContain(state)
}

let database = openDatabase(path).database
afterAll(() => {
  database.close()
})

test('on a real file, no history of clicks, crashes, faults and reconnections executes a call twice, unapproved, changed or as somebody else', async () => {
  let number = 0
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 14 }), fc.boolean(), async (steps, doubled) => {
      number += 1
      const id = `call-${String(number)}`
      const world: World = { signedIn: 'owner', account: 'acc-1', agreed: new Set(), executions: [], effects: [] }
      let process = start(world, database)
      addCall(process.journal, id)
      for (const next of steps) {
        const again = doubled && next.kind === 'approve' ? take(world, process, { id, next }) : undefined
        process = await take(world, process, { id, next })
        await again
      }
      await setImmediate()
      settle(world, outcomes.done)
      await setImmediate()
      database = process.database
      judge(world, process.journal.find(ada.owner, id)?.state)
      process.database.run('delete from tool_calls where id = ?', [id])
    }),
    { numRuns: 300 },
  )
}, 60_000)
