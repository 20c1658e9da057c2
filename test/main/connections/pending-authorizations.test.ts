import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createPendingAuthorizations, pendingLifetimeMs } from '../../../src/main/connections/pending-authorizations'
import { fakeClock } from '../platform/fake-clock'
import { adaSession, graceSession } from './fixtures'

const owners = [adaSession.owner, graceSession.owner, undefined] as const
const ownerIndex = fc.nat({ max: 1 })

const step = fc.oneof(
  fc.record({ kind: fc.constant('open' as const), connection: fc.constantFrom('a', 'b'), owner: ownerIndex }),
  fc.record({ kind: fc.constant('consume' as const), state: fc.nat({ max: 12 }), owner: fc.nat({ max: 2 }) }),
  fc.record({ kind: fc.constant('pass' as const), ms: fc.nat({ max: pendingLifetimeMs }) }),
  fc.record({ kind: fc.constant('withdraw' as const), state: fc.nat({ max: 12 }) }),
  fc.record({ kind: fc.constant('sign-out' as const) }),
)

type Step = typeof step extends fc.Arbitrary<infer T> ? T : never
type Known = {
  readonly owner: string
  readonly connection: string
  readonly openedAt: number
  alive: boolean
  used: boolean
}

/** The store beside a plain list of what it was told: both must agree at every step. */
const createModel = () => {
  const clock = fakeClock(0)
  const pending = createPendingAuthorizations(clock)
  const known: Known[] = []
  const end = (which: (entry: Known) => boolean) => known.filter(which).forEach((entry) => (entry.alive = false))
  const counts = (entry: Known | undefined, owner: string | undefined): entry is Known =>
    entry?.owner === owner && entry !== undefined && entry.alive && !entry.used && inTime(entry)
  const inTime = ({ openedAt }: Known) => clock.now() < openedAt + pendingLifetimeMs
  const open = (connection: string, owner: (typeof owners)[0]) => {
    end((entry) => entry.owner === owner && entry.connection === connection)
    pending.open({ state: String(known.length), connection, owner })
    known.push({ owner, connection, openedAt: clock.now(), alive: true, used: false })
  }
  const consume = (state: number, owner: (typeof owners)[number]) => {
    const entry = known[state]
    const expected = counts(entry, owner)
    const consumed = pending.consume(String(state), owner)
    expect(consumed.ok).toBe(expected)
    expect(consumed.ok ? consumed.value.connection : entry?.connection).toBe(entry?.connection)
    if (expected) entry.used = true
  }
  const withdraw = (state: number) => {
    pending.withdraw(String(state))
    end((entry) => entry === known[state])
  }
  const signOut = () => {
    pending.withdrawAll()
    end(() => true)
  }
  return { open, consume, withdraw, signOut, pass: clock.advance }
}

const take = (model: ReturnType<typeof createModel>, each: Step): void => {
  switch (each.kind) {
    case 'open':
      model.open(each.connection, owners[each.owner] ?? adaSession.owner)
      return
    case 'consume':
      model.consume(each.state, owners[each.owner])
      return
    case 'pass':
      model.pass(each.ms)
      return
    case 'withdraw':
      model.withdraw(each.state)
      return
    case 'sign-out':
      model.signOut()
  }
}

test('whatever happens in whatever order, a state counts once, in time, for its person and as the newest', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const model = createModel()
      for (const each of steps) take(model, each)
    }),
    { numRuns: 300 },
  )
})

test('what is over is forgotten in the end, and what is waiting is not', () => {
  const clock = fakeClock(0)
  const pending = createPendingAuthorizations(clock)
  const { owner } = adaSession
  pending.open({ state: 'waiting', connection: 'kept', owner })
  for (let index = 0; index < 1000; index += 1) pending.open({ state: String(index), connection: 'same', owner })
  expect(pending.consume('0', owner)).toEqual({ ok: false, failure: { kind: 'unknown' } })
  expect(pending.consume('998', owner)).toEqual({ ok: false, failure: { kind: 'stale', connection: 'same' } })
  expect(pending.consume('waiting', owner).ok).toBe(true)
})
