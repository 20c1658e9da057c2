import { readFileSync, existsSync } from 'node:fs'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { createAgentLoader } from '../../../../src/main/assistant/agent'
import { keptDeletedMs } from '../../../../src/main/assistant/thread-list/forgetting'
import { fakeClock } from '../../platform/fake-clock'
import { openDesk, type Desk, type Setting } from '../harness'
import { ada, grace } from '../people'

const open: Desk[] = []
const desk = async (setting: Partial<Setting> = {}): Promise<Desk> => {
  const opened = await openDesk({ script: () => [{ say: 'The zebrafinch sings.' }], ...setting })
  open.push(opened)
  return opened
}

beforeAll(createAgentLoader(), 60_000)

afterEach(async () => {
  for (const one of open.splice(0)) {
    expect(one.bugs).toEqual([])
    await one.close()
  }
})

const listed = ({ assistant }: Desk) => {
  const threads = assistant.listThreads(ada)
  if (!threads.ok) throw new Error(threads.failure.code)
  return threads.value
}

const countOf = ({ database }: Desk, table: string): number =>
  database.row(z.object({ count: z.number() }), `select count(*) as count from ${table}`, [])?.count ?? -1

const create = { call: 'monday_item_create', args: { board_id: '1', item_name: 'Brief' } }

describe('the list of threads', () => {
  test('a name given by its person is one line and stays, and a thread of somebody else has none', async () => {
    const d = await desk()
    const threadId = await d.ask('Sing')
    await d.rest(threadId, 'idle')
    expect(d.assistant.renameThread(ada, threadId, '  Birds\nof  May ')).toEqual({ ok: true, value: null })
    expect(listed(d)[0]?.title).toBe('Birds of May')
    expect(d.events.at(-1)).toMatchObject({ kind: 'thread', thread: { title: 'Birds of May' } })
    expect(d.assistant.renameThread(ada, threadId, ' \n ')).toMatchObject({ failure: { code: 'request-invalid' } })
    expect(d.assistant.renameThread(grace, threadId, 'Mine')).toMatchObject({ failure: { code: 'not-found' } })
    expect(listed(d)[0]?.title).toBe('Birds of May')
  })

  test('pinned threads are never cut off, and one that was put away comes back with a new message', async () => {
    const d = await desk()
    const threadId = await d.ask('Sing')
    await d.rest(threadId, 'idle')
    d.assistant.pinThread(ada, threadId, true)
    d.assistant.archiveThread(ada, threadId, true)
    expect(listed(d)[0]).toMatchObject({ pinned: true, archived: true })
    d.assistant.pinThread(ada, threadId, false)
    await d.ask('Again', threadId)
    await d.rest(threadId, 'idle')
    expect(listed(d)[0]).not.toHaveProperty('pinned')
    expect(listed(d)[0]).not.toHaveProperty('archived')
    expect(d.assistant.pinThread(grace, threadId, true)).toMatchObject({ failure: { code: 'not-found' } })
    expect(d.assistant.archiveThread(grace, threadId, true)).toMatchObject({ failure: { code: 'not-found' } })
  })
})

describe('a deleted thread', () => {
  test('comes back whole when it is asked for in time, but nothing that waited in it can be approved', async () => {
    const d = await desk({ script: () => [create] })
    const threadId = await d.ask('Create it')
    await d.rest(threadId, 'waiting')
    d.assistant.saveDraft(ada, threadId, 'Half a thought')
    const [call] = d.calls(threadId)
    d.assistant.deleteThread(ada, threadId)
    expect(listed(d)).toEqual([])
    expect(d.assistant.openThread(ada, threadId, undefined)).toMatchObject({ failure: { code: 'not-found' } })
    expect(d.assistant.search(ada, 'create')).toMatchObject({ value: { hits: [] } })
    const approve = () => d.assistant.approve(ada, call?.id ?? '', call?.args ?? {})
    expect(await approve()).toMatchObject({ failure: { code: 'approval-gone' } })
    const sent = { threadId, messageId: 'm', text: 'More' }
    expect(await d.assistant.send(ada, sent)).toMatchObject({ failure: { code: 'not-found' } })
    expect(d.assistant.restoreThread(grace, threadId)).toMatchObject({ failure: { code: 'not-found' } })
    expect(d.assistant.restoreThread(ada, threadId)).toEqual({ ok: true, value: null })
    expect(d.assistant.openThread(ada, threadId, undefined)).toMatchObject({ value: { draft: 'Half a thought' } })
    expect(d.calls(threadId)).toMatchObject([{ state: 'withdrawn' }])
    expect(await approve()).toMatchObject({ failure: { code: 'approval-gone' } })
    expect(d.scalekit.executions.filter(({ mayWrite }) => mayWrite)).toEqual([])
    expect(d.assistant.restoreThread(ada, threadId)).toMatchObject({ failure: { code: 'not-found' } })
  })

  test('is destroyed after its time, its words in the index included', async () => {
    const clock = fakeClock()
    const d = await desk({ clock })
    const threadId = await d.ask('Does the zebrafinch sing?')
    await d.rest(threadId, 'idle')
    d.assistant.deleteThread(ada, threadId)
    clock.advance(keptDeletedMs - 1)
    expect(countOf(d, 'messages')).toBe(2)
    clock.advance(1000)
    expect(['threads', 'messages', 'search_texts'].map((table) => countOf(d, table))).toEqual([0, 0, 0])
    d.database.run(`create virtual table temp.vocabulary using fts5vocab('main', 'search_messages', 'row')`, [])
    expect(countOf(d, 'temp.vocabulary')).toBe(0)
    const files = ['', '-wal', '.copy'].map((end) => d.path + end).filter((path) => existsSync(path))
    expect(files.filter((path) => readFileSync(path).includes('zebrafinch'))).toEqual([])
    expect(d.assistant.restoreThread(ada, threadId)).toMatchObject({ failure: { code: 'not-found' } })
  })

  test('is destroyed at the next start, piece by piece', async () => {
    const clock = fakeClock()
    const d = await desk({ clock })
    const threadId = await d.ask('Sing')
    await d.rest(threadId, 'idle')
    for (let at = 3; at < 130; at += 1)
      d.database.run(
        `insert into messages (owner, id, thread_id, position, role, parts, status, created_at)
         values (?1, 'm' || ?3, ?2, ?3, 'user', '[{"kind":"text","text":"zebrafinch"}]', 'complete', 1)`,
        [ada.owner, threadId, at],
      )
    d.assistant.deleteThread(ada, threadId)
    clock.advance(1)
    const next = await d.restart()
    open.splice(0, open.length, next)
    expect(countOf(next, 'messages')).toBe(129)
    expect(listed(next)).toEqual([])
    clock.advance(1000)
    expect(['threads', 'messages', 'search_texts'].map((table) => countOf(next, table))).toEqual([0, 0, 0])
  })

  test('leaves an index that passes the check of a file after a crash', async () => {
    const clock = fakeClock()
    const d = await desk({ clock })
    const [first, second] = [await d.ask('One zebrafinch'), await d.ask('Another zebrafinch')]
    await d.rest(first, 'idle')
    await d.rest(second, 'idle')
    d.assistant.deleteThread(ada, first)
    clock.advance(keptDeletedMs + 1000)
    d.database.run(`update messages set parts = '[{"kind":"text","text":"changed"}]' where role = 'user'`, [])
    expect(d.database.rows(z.record(z.string(), z.unknown()), 'pragma quick_check', [])).toEqual([
      { quick_check: 'ok' },
    ])
    expect(d.assistant.search(ada, 'changed')).toMatchObject({ value: { hits: [{ threadId: second }] } })
  })
})
