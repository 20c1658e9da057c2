import { randomUUID } from 'node:crypto'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { createAgentLoader } from '../../../src/main/assistant/agent'
import { openDesk, textOf, type Desk, type Setting } from './harness'
import type { Piece } from './model-endpoint'
import { ada, grace } from './people'

const open: Desk[] = []
const desk = async (setting: Setting): Promise<Desk> => {
  const opened = await openDesk(setting)
  open.push(opened)
  return opened
}
// Loading the agent's code takes seconds on a busy machine; no test should pay for it.
beforeAll(createAgentLoader(), 60_000)

afterEach(async () => {
  for (const one of open.splice(0)) {
    expect(one.bugs).toEqual([])
    await one.close()
  }
})

const create: Piece = { call: 'monday_item_create', args: { board_id: '1', item_name: 'Brief' } }
const quiet = (): readonly Piece[] => [{ say: 'Yes.' }]

const fillThread = ({ database }: Desk, count: number): string => {
  const threadId = randomUUID()
  database.transaction(() => {
    database.run('insert into threads (owner, id, title, created_at, updated_at) values (?, ?, ?, 1, 1)', [
      ada.owner,
      threadId,
      'Long',
    ])
    for (let position = 1; position <= count; position += 1) {
      database.run(
        `insert into messages (owner, id, thread_id, position, role, parts, status, created_at, parent_id)
         values (?, ?, ?, ?, 'user', ?, 'complete', 1, ?)`,
        [
          ada.owner,
          `m${String(position)}`,
          threadId,
          position,
          JSON.stringify([{ kind: 'text', text: String(position) }]),
          position === 1 ? '' : `m${String(position - 1)}`,
        ],
      )
    }
  })
  return threadId
}

describe('a thread of 10,000 messages', () => {
  test('opens at its end, fifty messages first and then two hundred at a time, read by their place in the index', async () => {
    const d = await desk({ script: quiet })
    const threadId = fillThread(d, 10_000)
    const page = d.assistant.openThread(ada, threadId, undefined)
    if (!page.ok) throw new Error(page.failure.code)
    expect(page.value.messages.map(textOf)).toEqual(Array.from({ length: 50 }, (_, index) => String(9951 + index)))
    const above = d.assistant.openThread(ada, threadId, page.value.before)
    expect(above.ok && above.value.messages.map(textOf)).toEqual(
      Array.from({ length: 200 }, (_, index) => String(9751 + index)),
    )
    const plan = d.database.rows(
      z.object({ detail: z.string() }),
      `explain query plan select * from messages where owner = ? and thread_id = ? and active = 1 and position < ?
       order by position desc limit ?`,
      [ada.owner, threadId, 1, 50],
    )
    expect(plan).toHaveLength(1)
    expect(plan[0]?.detail).toContain('USING INDEX messages_path (owner=? AND thread_id=? AND position<?)')
  })

  test('ends at its first message', async () => {
    const d = await desk({ script: quiet })
    const threadId = fillThread(d, 50)
    const page = d.assistant.openThread(ada, threadId, undefined)
    expect(page.ok && page.value.before).toBeUndefined()
    expect(d.assistant.openThread(ada, threadId, 'nonsense')).toMatchObject({ failure: { code: 'request-invalid' } })
  })
})

describe('deleting a thread', () => {
  test('takes its messages, gives up what waits, and leaves Activity its line with the title', async () => {
    const d = await desk({ script: () => [create] })
    const threadId = await d.ask('Create it')
    await d.rest(threadId, 'waiting')
    const [call] = d.calls(threadId)
    expect(d.assistant.deleteThread(grace, threadId)).toMatchObject({ ok: true })
    expect(d.calls(threadId)).toHaveLength(1)
    expect(d.assistant.deleteThread(ada, threadId)).toEqual({ ok: true, value: null })
    expect(d.events.at(-1)).toEqual({ kind: 'thread-deleted', threadId })
    expect(d.assistant.listThreads(ada)).toEqual({ ok: true, value: [] })
    expect(await d.assistant.approve(ada, call?.id ?? '', call?.args ?? {})).toMatchObject({
      failure: { code: 'approval-gone' },
    })
    expect(d.assistant.listActivity(ada, undefined)).toMatchObject({
      value: { entries: [{ decision: 'withdrawn', threadTitle: 'Create it', call: { state: 'withdrawn' } }] },
    })
    expect(d.scalekit.executions.filter(({ mayWrite }) => mayWrite)).toEqual([])
  })

  test('while the model speaks leaves nothing behind', async () => {
    const hold = new Promise<void>(() => undefined)
    const d = await desk({ script: () => [{ say: 'I am ' }, { hold }] })
    const threadId = await d.ask('Talk')
    await d.until(() => d.events.some(({ kind }) => kind === 'delta'))
    d.assistant.deleteThread(ada, threadId)
    expect(d.assistant.openThread(ada, threadId, undefined)).toMatchObject({ failure: { code: 'not-found' } })
    expect(d.events.at(-1)?.kind).toBe('thread-deleted')
  })
})

describe('a draft', () => {
  test('is kept for each thread and person, and gone once it was sent', async () => {
    const d = await desk({ script: quiet })
    d.assistant.saveDraft(ada, null, 'Half a thou')
    expect(d.assistant.readDraft(ada, null)).toEqual({ ok: true, value: { text: 'Half a thou' } })
    expect(d.assistant.readDraft(grace, null)).toEqual({ ok: true, value: { text: '' } })
    const threadId = await d.ask('Half a thought')
    expect(d.assistant.readDraft(ada, null)).toEqual({ ok: true, value: { text: '' } })
    d.assistant.saveDraft(ada, threadId, 'More')
    expect(d.assistant.openThread(ada, threadId, undefined)).toMatchObject({ value: { draft: 'More' } })
    await d.rest(threadId, 'idle')
  })
})
