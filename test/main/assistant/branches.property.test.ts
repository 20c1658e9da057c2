import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import type { Message, ThreadPage } from '../../../src/contract/conversation'
import { createAgentLoader } from '../../../src/main/assistant/agent'
import type { Session } from '../../../src/main/identity/session'
import { openDesk, type Desk } from './harness'
import type { Answer } from './model-endpoint'
import { ada, grace } from './people'

type Step =
  | { readonly kind: 'ask'; readonly answer: 'whole' | 'none' | 'endless' }
  | { readonly kind: 'edit' | 'again' | 'show' | 'steal'; readonly at: number; readonly answer: 'whole' | 'none' }
  | { readonly kind: 'stop' | 'go-on' | 'delete' | 'restore' }
type Turn = Step & { readonly who: 'ada' | 'grace' }

const who = fc.constantFrom('ada' as const, 'grace' as const)
const at = fc.nat(40)
const answer = fc.constantFrom('whole' as const, 'none' as const)
const turn: fc.Arbitrary<Turn> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('ask' as const),
      answer: fc.constantFrom('whole' as const, 'none' as const, 'endless' as const),
      who,
    }),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constantFrom('edit' as const, 'again' as const, 'show' as const),
      at,
      answer,
      who,
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('steal' as const), at, answer, who }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('stop' as const, 'go-on' as const), who }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('delete' as const, 'restore' as const), who }) },
)

const rowSchema = z.object({
  id: z.string(),
  parent_id: z.string(),
  position: z.number(),
  role: z.string(),
  parts: z.string(),
  active: z.number(),
})
type Row = z.infer<typeof rowSchema>

/** A person, their only thread, and what they remember of it. */
type Person = {
  readonly session: Session
  threadId: string | null
  deleted: boolean
  ids: number
  /** What was said, by the id that the window gave to it. */
  readonly said: Map<string, string>
  /** Where each message was when it was first seen. */
  readonly places: Map<string, string>
}

// Both have the same ids: what a window made up names nothing of anybody else.
const newId = (history: number, person: Person): string => `${String(history)}-${String((person.ids += 1))}`

let mode: 'whole' | 'none' | 'endless' = 'whole'
let desk: Desk
const script = (): Answer =>
  mode === 'endless' ? [{ say: 'And on ' }, { hold: new Promise<void>(() => undefined) }] : [{ say: 'Answered.' }]

beforeAll(async () => {
  await createAgentLoader()()
  desk = await openDesk({ script })
}, 60_000)

afterAll(async () => {
  expect(desk.bugs).toEqual([])
  await desk.close()
})

const pageOf = ({ session, threadId }: Person): ThreadPage | undefined => {
  const page = threadId === null ? undefined : desk.assistant.openThread(session, threadId, undefined)
  return page?.ok === true ? page.value : undefined
}
const shownTo = (person: Person): readonly Message[] => pageOf(person)?.messages ?? []

const rowsOf = ({ session, threadId }: Person): Row[] =>
  desk.database.rows(
    rowSchema,
    'select id, parent_id, position, role, parts, active from messages where owner = ? and thread_id = ? order by position',
    [session.owner, threadId],
  )

const runOf = ({ session, threadId }: Person): string => {
  const threads = desk.assistant.listThreads(session)
  return (threads.ok ? threads.value.find(({ id }) => id === threadId)?.run : undefined) ?? 'idle'
}

/** Waits until nothing goes on by itself, or until an answer without an end is under way. */
const settled = (person: Person): Promise<unknown> =>
  desk.until(() => {
    const page = pageOf(person)
    const waits = page === undefined || page.queue.messages.length === 0 || page.queue.held
    return runOf(person) === 'running' ? shownTo(person).at(-1)?.status === 'streaming' && mode === 'endless' : waits
  })

const pick = <T>(all: readonly T[], index: number): T | undefined => all[index % Math.max(1, all.length)]

const ask = async (person: Person, history: number): Promise<void> => {
  const messageId = newId(history, person)
  const text = `Said ${messageId}`
  const sent = await desk.assistant.send(person.session, { threadId: person.threadId, messageId, text })
  expect(sent.ok).toBe(!person.deleted)
  if (!sent.ok) return
  person.threadId = sent.value.threadId
  person.said.set(messageId, text)
}

const edit = async (person: Person, index: number, history: number): Promise<void> => {
  const message = pick(
    shownTo(person).filter(({ role }) => role === 'user'),
    index,
  )
  if (message === undefined) return
  const id = newId(history, person)
  const text = `Said ${id}`
  expect((await desk.assistant.edit(person.session, { messageId: message.id, newId: id, text })).ok).toBe(true)
  person.said.set(id, text)
}

const again = (person: Person, index: number, history: number): void => {
  const message = pick(
    shownTo(person).filter(({ role }) => role === 'assistant'),
    index,
  )
  if (message === undefined) return
  const id = newId(history, person)
  expect(desk.assistant.regenerate(person.session, { messageId: message.id, newId: id }).ok).toBe(true)
}

const showAny = (person: Person, index: number): void => {
  const row = pick(rowsOf(person), index)
  if (row === undefined || person.deleted) return
  expect(desk.assistant.showVersion(person.session, row.id).ok).toBe(true)
  expect(shownTo(person).map(({ id }) => id)).toContain(row.id)
}

/** What is somebody else's, or in a thread that is deleted, is not there: nobody changes it. */
const expectOutOfReach = async (session: Session, from: Person, row: Row | undefined): Promise<void> => {
  if (row === undefined) return
  const before = JSON.stringify(rowsOf(from))
  const answers = [
    desk.assistant.showVersion(session, row.id),
    desk.assistant.regenerate(session, { messageId: row.id, newId: 'stolen' }),
    await desk.assistant.edit(session, { messageId: row.id, newId: 'stolen', text: 'Mine' }),
    desk.assistant.openThread(session, from.threadId ?? '', undefined),
    desk.assistant.goOn(session, from.threadId ?? ''),
    await desk.assistant.send(session, { threadId: from.threadId, messageId: 'stolen', text: 'Mine' }),
  ]
  expect(answers.map(({ ok }) => ok)).toEqual(answers.map(() => false))
  expect(JSON.stringify(rowsOf(from))).toBe(before)
}

const reachOut = async (person: Person, from: Person, index: number): Promise<void> => {
  const own = new Set(rowsOf(person).map(({ id }) => id))
  const theirs = rowsOf(from).filter(({ id }) => !own.has(id))
  await expectOutOfReach(person.session, from, pick(theirs, index))
}

const remove = async (person: Person): Promise<void> => {
  if (person.threadId === null) return
  desk.assistant.deleteThread(person.session, person.threadId)
  person.deleted = true
  await expectOutOfReach(person.session, person, rowsOf(person).at(-2))
}

type Taken = { readonly step: Step; readonly history: number }

const takeStep = async (person: Person, other: Person, { step, history }: Taken): Promise<void> => {
  const { session, threadId } = person
  switch (step.kind) {
    case 'ask':
      await ask(person, history)
      return
    case 'edit':
      await edit(person, step.at, history)
      return
    case 'again':
      again(person, step.at, history)
      return
    case 'show':
      showAny(person, step.at)
      return
    case 'steal':
      await reachOut(other, person, step.at)
      return
    case 'stop':
      if (threadId !== null) desk.assistant.stop(session, threadId)
      return
    case 'go-on':
      if (threadId !== null) desk.assistant.goOn(session, threadId)
      return
    case 'delete':
      await remove(person)
      return
    case 'restore':
      if (threadId !== null) desk.assistant.restoreThread(session, threadId)
      person.deleted = false
  }
}

type Rows = ReturnType<typeof rowsOf>

/** Every message stands below an older one, for good, and none is lost. */
const expectTree = (person: Person, rows: Rows): void => {
  const byId = new Map(rows.map((row) => [row.id, row]))
  for (const { id, parent_id: parent, position, parts } of rows) {
    // Older ones only, up to the beginning: there is no way round in circles.
    expect(parent === '' || (byId.get(parent)?.position ?? Infinity) < position, id).toBe(true)
    expect(person.places.get(id) ?? parent).toBe(parent)
    person.places.set(id, parent)
    const said = person.said.get(id)
    if (said !== undefined) expect(parts).toContain(said)
  }
  expect([...person.places.keys()].filter((id) => !byId.has(id))).toEqual([])
}

const expectOnePath = (rows: Rows): void => {
  const active = rows.filter((row) => row.active === 1)
  // One path, from a beginning to an end.
  expect(active.map(({ parent_id: parent }) => parent)).toEqual(
    ['', ...active.map(({ id }) => id)].slice(0, active.length),
  )
  expect(rows.length === 0 || active.length > 0).toBe(true)
  expect(rows.filter(({ parent_id: parent }) => parent === (active.at(-1)?.id ?? 'none'))).toEqual([])
}

/** What has to hold of a thread at any time. */
const expectWhole = (person: Person): void => {
  const rows = rowsOf(person)
  const byId = new Map(rows.map((row) => [row.id, row]))
  expectTree(person, rows)
  expectOnePath(rows)
  if (person.deleted) return
  expect(shownTo(person).map(({ id }) => id)).toEqual(rows.filter(({ active }) => active === 1).map(({ id }) => id))
  const waiting = new Map(pageOf(person)?.queue.messages.map(({ id, text }) => [id, text]))
  for (const [id, text] of person.said) expect(byId.has(id) || waiting.get(id) === text, `${id} is kept`).toBe(true)
}

/** Goes from version to version, as a window offers it, until nothing new comes to light. */
const expectReachable = (person: Person): void => {
  const seen = new Set<string>()
  const ahead: string[] = []
  const look = (): void => {
    for (const { id, branch } of shownTo(person)) {
      seen.add(id)
      ahead.push(...[branch?.previous, branch?.next].filter((next) => next !== undefined))
    }
  }
  look()
  for (let next = ahead.pop(); next !== undefined; next = ahead.pop()) {
    if (seen.has(next)) continue
    expect(desk.assistant.showVersion(person.session, next).ok).toBe(true)
    look()
    expectWhole(person)
  }
  expect([...seen].sort()).toEqual(
    rowsOf(person)
      .map(({ id }) => id)
      .sort(),
  )
}

let histories = 0
const personOf = (session: Session): Person => ({
  session,
  threadId: null,
  deleted: false,
  ids: 0,
  said: new Map(),
  places: new Map(),
})

test('whatever is said, changed, tried again, stopped and deleted: one path shows, and each version is within reach', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(turn, { minLength: 4, maxLength: 24 }), async (turns) => {
      histories += 1
      const people = { ada: personOf(ada), grace: personOf(grace) }
      for (const step of turns) {
        const person = people[step.who]
        if ('answer' in step) mode = step.answer
        desk.signIn(mode === 'none' ? null : person.session)
        await takeStep(person, people[step.who === 'ada' ? 'grace' : 'ada'], { step: step, history: histories })
        await settled(person)
        expectWhole(people.ada)
        expectWhole(people.grace)
      }
      for (const person of [people.ada, people.grace]) {
        if (person.threadId === null) continue
        desk.assistant.restoreThread(person.session, person.threadId)
        desk.assistant.stop(person.session, person.threadId)
        person.deleted = false
        expectWhole(person)
        expectReachable(person)
      }
    }),
    { numRuns: 60 },
  )
}, 60_000)
