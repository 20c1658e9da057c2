import { randomUUID } from 'node:crypto'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { strFromU8, unzipSync } from 'fflate'
import { zipTexts } from '../../../../src/main/platform/zip'
import { z } from 'zod'
import { ownerTables } from '../../../../src/main/assistant/own-data/owner-tables'
import { done } from '../fake-scalekit'
import { openDesk, type Desk } from '../harness'
import { ada, grace } from '../people'

const desks: Desk[] = []

// The first run of an agent loads a lot of code: no part of what is looked at here.
beforeAll(async () => {
  const desk = await openDesk({ script: () => [] })
  await desk.assistant.prepare()
  await desk.close()
})

afterEach(async () => {
  for (const desk of desks.splice(0)) await desk.close()
})

const create = { call: 'monday_item_create', args: { board_id: '1', item_name: 'Crimson fern' } }

const withTwoPeople = async (): Promise<{ readonly desk: Desk; readonly own: string }> => {
  const desk = await openDesk({ script: () => [create] })
  desks.push(desk)
  desk.assistant.saveDraft(grace, null, 'Silver otter')
  const own = await desk.ask('Create the purple heron')
  await desk.rest(own, 'waiting')
  desk.assistant.saveDraft(ada, null, 'Half a thought')
  desk.assistant.prompts.save(ada.owner, { id: randomUUID(), name: 'Weekly', text: 'What is new?' })
  return { desk, own }
}

test('an export holds everything of one person, to be read and to be processed, and nothing of another', async () => {
  const { desk } = await withTwoPeople()
  const files = unzipSync(await zipTexts(desk.assistant.exportAll(ada)))
  const text = (name: string): string => strFromU8(files[name] ?? new Uint8Array())
  expect(text('conversations/0001-Create-the-purple-heron.md')).toContain('Create the purple heron')
  expect(text('conversations/0001-Create-the-purple-heron.md')).toContain('Crimson fern')
  expect(JSON.parse(text('conversations/0001-Create-the-purple-heron.json'))).toMatchObject({
    format: 'onbehalf-thread',
    title: 'Create the purple heron',
  })
  expect(text('activity.jsonl')).toContain('monday_item_create')
  expect(text('saved-prompts.json')).toContain('What is new?')
  expect(text('records/drafts.json')).toContain('Half a thought')
  const all = Object.values(files)
    .map((bytes) => strFromU8(bytes))
    .join('\n')
  expect(all).not.toContain('Silver otter')
  expect(all).not.toContain(ada.owner)
})

test('deleting everything gives up what waits, and leaves the other person theirs', async () => {
  const { desk, own } = await withTwoPeople()
  const [waiting] = desk.calls(own)
  expect(waiting?.state).toBe('pending')
  expect(desk.assistant.eraseAll(ada)).toEqual({ ok: true, value: null })
  const last = desk.events.findLast((event) => event.kind === 'tool-call')
  expect(last).toMatchObject({ call: { id: waiting?.id, state: 'withdrawn' } })
  expect(desk.assistant.listThreads(ada)).toEqual({ ok: true, value: [] })
  expect(desk.assistant.readDraft(ada, null)).toEqual({ ok: true, value: { text: '' } })
  expect((await desk.assistant.approve(ada, waiting?.id ?? '', create.args)).ok).toBe(false)
  expect(desk.scalekit.executions.filter(({ tool }) => tool === create.call)).toEqual([])
  expect(desk.assistant.readDraft(grace, null)).toEqual({ ok: true, value: { text: 'Silver otter' } })
  expect(desk.bugs).toEqual([])
})

/** Something to wait for, and what makes it come. */
const aMoment = (): { readonly came: Promise<void>; readonly comes: () => void } => {
  let comes: () => void = () => undefined
  const came = new Promise<void>((resolve) => {
    comes = resolve
  })
  return { came, comes: () => comes() }
}

const countSchema = z.object({ count: z.number() })

const keptOf = ({ database }: Desk, owner: string): string[] =>
  ownerTables(database).filter((table) => {
    const kept = database.row(countSchema, `select count(*) as count from ${table} where owner = ?`, [owner])
    return kept === undefined || kept.count > 0
  })

test('what ends only after everything was deleted leaves nothing behind: a change and an answer', async () => {
  const [late, sent] = [aMoment(), aMoment()]
  const desk = await openDesk({
    script: ({ messages }) =>
      JSON.stringify(messages).includes('Tell me')
        ? [{ say: 'Late ' }, { hold: late.came }, { say: 'words' }]
        : [create],
    answer: async ({ tool }) => {
      if (tool !== create.call) return done({})
      sent.comes()
      await late.came
      return done({ id: '7' })
    },
  })
  desks.push(desk)
  const own = await desk.ask('Create the purple heron')
  await desk.rest(own, 'waiting')
  const approved = desk.assistant.approve(ada, desk.calls(own)[0]?.id ?? '', create.args)
  await sent.came
  const talk = await desk.ask('Tell me')
  await desk.until(() => desk.events.some((event) => event.kind === 'delta' && event.threadId === talk))
  expect(desk.assistant.eraseAll(ada)).toEqual({ ok: true, value: null })
  expect(keptOf(desk, ada.owner)).toEqual([])
  late.comes()
  await approved
  // A whole turn of somebody else later, nothing is on its way any more.
  desk.signIn(grace)
  const asked = await desk.assistant.send(grace, { threadId: null, messageId: randomUUID(), text: 'And mine?' })
  await desk.rest(asked.ok ? asked.value.threadId : '', 'waiting')
  expect(keptOf(desk, ada.owner)).toEqual([])
  expect(desk.bugs).toEqual([])
})
