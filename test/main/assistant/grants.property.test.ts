import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import type { GrantDuration } from '../../../src/contract/trust'
import { hashArguments } from '../../../src/main/assistant/arguments-hash'
import { expiryOf } from '../../../src/main/assistant/grant-record'
import { toolHashOf } from '../../../src/main/assistant/tool-hash'
import type { Session } from '../../../src/main/identity/session'
import { openDatabase } from '../../../src/main/platform/database'
import { nameOf, schema, start, toolOf, type App, type Call, type Memory, type World } from './grants-world'
import { ada, grace } from './people'

const path = join(mkdtempSync(join(tmpdir(), 'onbehalf-')), 'onbehalf.db')
const hour = 60 * 60_000

type Step =
  | ({ readonly kind: 'allow'; readonly duration: GrantDuration } & Call)
  | ({ readonly kind: 'call' } & Call)
  | { readonly kind: 'revoke' | 'sign-out' | 'wait' | 'restart' }
  | { readonly kind: 'describe'; readonly text: string }
  | { readonly kind: 'reconnect'; readonly account: string }
  | { readonly kind: 'sign-in'; readonly who: 'ada' | 'grace' }
  | { readonly kind: 'clock'; readonly by: number }
  | { readonly kind: 'delete-thread'; readonly thread: 'a' | 'b' }

const place = {
  board: fc.constantFrom<Call['board']>('1', '1', '2'),
  thread: fc.constantFrom<Call['thread']>('a', 'b'),
}
const plain = (kind: 'revoke' | 'sign-out' | 'wait' | 'restart') => fc.constant({ kind })
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('allow' as const),
      duration: fc.constantFrom<GrantDuration>('thread', 'today', '30-days'),
      ...place,
    }),
  },
  { weight: 8, arbitrary: fc.record({ kind: fc.constant('call' as const), ...place }) },
  { weight: 1, arbitrary: plain('revoke') },
  { weight: 1, arbitrary: plain('sign-out') },
  { weight: 4, arbitrary: plain('wait') },
  { weight: 1, arbitrary: plain('restart') },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('describe' as const), text: fc.constantFrom('x', 'y') }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('reconnect' as const), account: fc.constantFrom('m-1', 'm-2') }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('sign-in' as const),
      who: fc.constantFrom('ada' as const, 'grace' as const),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('clock' as const),
      by: fc.constantFrom(hour, 25 * hour, 31 * 24 * hour, -hour, -48 * hour),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('delete-thread' as const), thread: place.thread }),
  },
)

let number = 0

// A call whose own look is behind it names the account and the tool that it saw, and the environment refuses what
// changed since: what another call is told in between proves nothing about it.
const settled = async (): Promise<void> => {
  for (let turns = 0; turns < 6; turns += 1) await setImmediate()
}

const addCall = (world: World, { journal, grants }: App, { board, thread }: Call) => {
  number += 1
  const args = { board_id: board, item_name: `${thread}-${String(number)}` }
  const facts = {
    thread_id: thread,
    connection: 'monday',
    account_id: world.account,
    tool: 'monday_item_create',
    risk: 'write' as const,
    args,
    args_schema: schema,
    tool_hash: toolHashOf(toolOf(world)),
  }
  const { owner, person } = world.who
  return journal.add(owner, {
    ...facts,
    id: `call-${String(number)}`,
    thread_title: 'T',
    message_id: 'm',
    model_tool: 'monday_item_create',
    provider_name: 'Monday.com',
    title: 'Create item',
    args_hash: hashArguments(args),
    person,
    account: {},
    state: 'pending',
    decision: 'waiting',
    failure: null,
    grant_id: grants.covering(owner, facts)?.id ?? null,
    started_at: world.now,
    ended_at: null,
  })
}

const allow = async (world: World, app: App, asked: Extract<Step, { kind: 'allow' }>): Promise<void> => {
  const call = addCall(world, app, asked)
  const { duration } = asked
  world.clicked.add(nameOf(call.args))
  const { account, text, now, who } = world
  const answer = await app.approvals.approveAlways(who, call.id, { args: call.args, always: duration })
  if (!answer.ok) return
  world.memories.push({
    ...asked,
    owner: who.owner,
    account,
    text,
    from: now,
    until: expiryOf(duration, now),
    over: false,
  })
}

const forget = (world: World, picks: (memory: Memory) => boolean): void => {
  for (const memory of world.memories.filter(picks)) memory.over = true
}

const endAll = (world: World, { grants }: App, because: 'revoked' | 'signed-out'): void => {
  forget(world, ({ owner }) => owner === world.who.owner)
  grants.end(world.who.owner, because, () => true)
}

const signIn = (world: World, app: App, next: Session): void => {
  if (next === world.who) return
  endAll(world, app, 'signed-out')
  world.who = next
}

const deleteThread = (world: World, { grants, journal }: App, thread: string): void => {
  const { owner } = world.who
  forget(world, (one) => one.owner === owner && one.duration === 'thread' && one.thread === thread)
  journal.leaveThread(owner, thread, world.now)
  grants.end(owner, 'thread-deleted', (one) => one.duration === 'thread' && one.thread_id === thread)
}

let database = openDatabase(path).database
afterAll(() => {
  database.close()
})

const take = async (world: World, app: App, next: Step): Promise<App> => {
  switch (next.kind) {
    case 'allow':
      await allow(world, app, next)
      return app
    case 'call': {
      const call = addCall(world, app, next)
      const covered = { session: world.who, call, tools: [], signal: new AbortController().signal }
      if (call.grant_id !== null) void app.carryOut(covered)
      return app
    }
    case 'wait':
      await setImmediate()
      return app
    case 'restart': {
      await settled()
      app.database.close()
      database = openDatabase(path).database
      return start(world, database)
    }
    case 'revoke':
    case 'sign-out':
      endAll(world, app, next.kind === 'revoke' ? 'revoked' : 'signed-out')
      return app
    case 'describe':
      await settled()
      world.text = next.text
      return app
    case 'reconnect':
      await settled()
      world.account = next.account
      return app
    case 'sign-in':
      signIn(world, app, next.who === 'ada' ? ada : grace)
      return app
    case 'clock':
      world.now += next.by
      return app
    case 'delete-thread':
      deleteThread(world, app, next.thread)
      return app
  }
}

test('no history of permissions, revocations, clocks, tools, accounts and people runs what is not covered right then', async () => {
  let ran = 0
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 20 }), async (steps) => {
      const world: World = {
        who: ada,
        account: 'm-1',
        text: 'x',
        heard: { account: 'm-1', text: 'x' },
        now: 1_700_000_000_000,
        memories: [],
        clicked: new Set(),
        wrong: [],
        ran: 0,
      }
      // At the beginning: a history that failed leaves nothing to the shorter one that is tried next.
      database.run('delete from tool_calls', [])
      database.run('delete from grants', [])
      let app = start(world, database)
      for (const next of steps) app = await take(world, app, next)
      await settled()
      expect(world.wrong).toEqual([])
      ran += world.ran - world.clicked.size
    }),
    { numRuns: 1000 },
  )
  // Otherwise nothing was shown: what is covered does run.
  expect(ran).toBeGreaterThan(100)
}, 120_000)
