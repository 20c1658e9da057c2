import fc from 'fast-check'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { jsonSchema, type Json, type JsonObject } from '../../../../src/contract/json'
import { mainList } from '../../../../src/contract/plain/main-list'
import { classify } from '../../../../src/renderer/message/result/classify'
import { columnsOf, firstColumns, shownColumns } from '../../../../src/renderer/message/result/columns'
import { contactOf } from '../../../../src/renderer/message/result/contact-shape'
import { entryOf } from '../../../../src/renderer/message/result/conversation-shape'
import { groupingColumns, groupRows } from '../../../../src/renderer/message/result/group-rows'
import { rowFields } from '../../../../src/renderer/message/result/row-fields'
import { openIntercom } from '../../../../src/sandbox/intercom/intercom'
import { openMonday } from '../../../../src/sandbox/monday/monday'
import { ada } from '../../../../src/sandbox/people'
import type { SampleProvider } from '../../../../src/sandbox/sample-provider'

let directory = ''
let monday: SampleProvider
let intercom: SampleProvider

beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'onbehalf-results-'))
  monday = openMonday(directory)
  intercom = openIntercom(directory)
})
afterAll(() => {
  rmSync(directory, { recursive: true, force: true })
})

const run = (tool: string, args: JsonObject = {}): JsonObject =>
  (tool.startsWith('monday') ? monday : intercom).execute({ identifier: ada.identifier, tool, args })

const marketing = '5091000001'
const fieldsOf = (value: Json): readonly JsonObject[] => classify(value).rows.map(rowFields)

describe('what the sample accounts answer is shown as what it is', () => {
  test('boards are a table', () => {
    const boards = classify(run('monday_boards_list'))
    expect(boards.kinds[0]).toBe('table')
    expect(boards.rows).toHaveLength(2)
  })

  test('items are a table with the columns of the board, and can be counted by status and owner', () => {
    const items = run('monday_items_list', { board_id: marketing, limit: 100 })
    expect(classify(items).kinds).toEqual(['table', 'chart', 'json'])
    const rows = fieldsOf(items)
    expect(rows).toHaveLength(31)
    expect(columnsOf(rows)).toEqual(expect.arrayContaining(['name', 'Status', 'Owner', 'Due date', 'Priority']))
    expect(firstColumns(rows, columnsOf(rows)).slice(0, 6)).toEqual([
      'id',
      'name',
      'Status',
      'Owner',
      'Due date',
      'Priority',
    ])
    expect(groupingColumns(rows, columnsOf(rows)).slice(0, 2)).toEqual(expect.arrayContaining(['Status', 'Owner']))
    expect(groupRows(rows, 'Status')).toEqual([
      { label: 'Not started', count: 14 },
      { label: 'Working on it', count: 9 },
      { label: 'Done', count: 6 },
      { label: 'Stuck', count: 2 },
    ])
  })

  test('contacts are cards', () => {
    const contacts = classify(run('intercom_list_contacts', { per_page: 5 }))
    expect(contacts.kinds[0]).toBe('cards')
    expect(contacts.rows.map((row) => contactOf(row).email)).toHaveLength(5)
    expect(classify(run('intercom_list_conversations')).kinds[0]).toBe('table')
  })

  test('a conversation is a thread, from what opened it to what happened last', () => {
    const listed = classify(run('intercom_list_conversations', { per_page: 50 })).rows
    const whole = listed.map((row) => run('intercom_retrieve_conversation', { conversation_id: row['id'] ?? '' }))
    const threads = whole.map((value) => classify(value))
    for (const thread of threads) expect(thread.kinds).toEqual(['conversation', 'json'])
    const noted = threads.find((thread) => thread.rows.some((row) => row['part_type'] === 'note'))
    const entries = [noted?.conversation?.opening ?? {}, ...(noted?.rows ?? [])].map(entryOf)
    expect(entries[0]).toMatchObject({ side: 'customer', kind: 'message' })
    expect(entries.some(({ side, kind }) => side === 'team' && kind === 'note')).toBe(true)
    expect(entries.every(({ who, at }) => who !== undefined && at !== undefined)).toBe(true)
  })

  test('comments on an item are a thread, and whose account it is is a record', () => {
    const [item] = fieldsOf(run('monday_items_list', { board_id: marketing }))
    const updates = classify(run('monday_updates_list', { item_id: item?.['id'] ?? '' }))
    expect(updates.kinds).toEqual(['conversation', 'table', 'json'])
    expect(updates.rows.map((row) => entryOf(row).who)).toContain('Mira Petrov')
    expect(classify(run('monday_me_get')).kinds).toEqual(['record', 'json'])
  })
})

describe('counts are a chart', () => {
  test.each<[string, Json]>([
    ['by name', { open: 3, closed: 5 }],
    ['by name, wrapped', { type: 'count', conversation: { open: 3, closed: 5 } }],
    ['one by one', { conversation: { admin: [{ open: 3 }, { closed: 5 }] } }],
    [
      'as rows',
      {
        data: [
          { status: 'open', count: 3 },
          { status: 'closed', count: 5 },
        ],
      },
    ],
  ])('%s', (_name, value) => {
    const { kinds, counts } = classify(value)
    expect(kinds[0]).toBe('chart')
    expect(counts).toEqual([
      { label: 'open', count: 3 },
      { label: 'closed', count: 5 },
    ])
  })

  test.each<[string, Json]>([
    ['pages of an answer', { page: 1, per_page: 50, total_pages: 3 }],
    ['an id and a number', { id: 57, count: 2 }],
    ['text among them', { open: 3, note: 'x' }],
  ])('but not %s', (_name, value) => {
    expect(classify(value).kinds).not.toContain('chart')
  })
})

describe('a table', () => {
  test('is the list of objects in a result, however deep it lies, also inside a list of one', () => {
    const items = [{ id: '1' }, { id: '2' }, { id: '3' }]
    expect(classify({ boards: [{ id: '48', items_page: { cursor: null, items } }] }).rows).toEqual(items)
    expect(classify({ id: '1' }).kinds).toEqual(['record', 'json'])
  })

  test('is none where the list is only a small part of it', () => {
    const contact = { id: '7', name: 'Lena Fischer', note: 'Prefers to be called in the morning.', tags: [{ id: '1' }] }
    expect(classify(contact).kinds).not.toContain('table')
  })

  test('has the columns that somebody chose, and never none', () => {
    expect(shownColumns(['a', 'b', 'c'], ['a', 'b'])).toEqual(['a', 'b'])
    expect(shownColumns(['a', 'b', 'c'], ['a', 'b'], { a: false, c: true })).toEqual(['b', 'c'])
    expect(shownColumns(['a'], ['a'], { a: false })).toEqual(['a'])
  })

  test('shows at first at most eight columns that can be read', () => {
    const wide = Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`field_${String(index)}`, index]))
    const rows = [{ ...wide, nested: [{ a: 1 }], empty: '', name: 'One', id: '1' }]
    const first = firstColumns(rows, columnsOf(rows))
    expect(first.slice(0, 3)).toEqual(['id', 'name', 'field_0'])
    expect(first).toHaveLength(8)
  })
})

describe('any JSON', () => {
  const json = fc.jsonValue().map((value) => jsonSchema.parse(value))

  test('is shown without an error, at least word for word, and no row of its list gets lost', () => {
    fc.assert(
      fc.property(json, fc.boolean(), (value, truncated) => {
        const { kinds, rows, conversation } = classify(value, truncated)
        expect(kinds.at(-1)).toBe('json')
        if (kinds.includes('table')) expect(rows).toEqual(mainList(value)?.rows)
        for (const row of [...rows, ...(conversation?.rows ?? [])]) {
          entryOf(row)
          contactOf(row)
        }
        const fields = rows.map(rowFields)
        const columns = columnsOf(fields)
        for (const column of groupingColumns(fields, columns)) {
          expect(groupRows(fields, column).reduce((sum, { count }) => sum + count, 0)).toBe(rows.length)
        }
      }),
    )
  })
})
