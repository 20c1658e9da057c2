import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { createHeadsFile } from '../../../../src/main/assistant/activity-heads'
import { createActivityLog, type ActivityLog } from '../../../../src/main/assistant/activity-log'
import { createJournal } from '../../../../src/main/assistant/journal'
import { eraseOwner } from '../../../../src/main/assistant/own-data/erase-owner'
import { ownerTables } from '../../../../src/main/assistant/own-data/owner-tables'
import type { Session } from '../../../../src/main/identity/session'
import { openDatabase, type Database } from '../../../../src/main/platform/database'
import { ada, grace } from '../people'

const rowSchema = z.record(z.string(), z.unknown())
const columnSchema = z.object({ name: z.string(), type: z.string() })

let folder = ''
let database: Database
let log: ActivityLog
let number = 0

const saidBy = ({ person }: Session): string => `purple heron of ${person.name}`

const filesWith = (text: string): string[] =>
  readdirSync(folder).filter((name) => readFileSync(join(folder, name)).includes(text))

const rowsOf = (table: string, { owner }: Session): unknown[] =>
  database.rows(rowSchema, `select * from ${table} where owner = ?`, [owner])

const valueOf = (session: Session, { name, type }: z.infer<typeof columnSchema>): string | number => {
  if (name === 'owner') return session.owner
  // One text for every column: rows that belong to each other find each other by it.
  return type === 'INTEGER' ? (number += 1) : JSON.stringify([{ kind: 'text', text: saidBy(session) }])
}

const fillTable = (table: string, session: Session): void => {
  const columns = database.rows(columnSchema, 'select name, upper(type) as type from pragma_table_info(?)', [table])
  database.run(
    `insert or ignore into ${table} (${columns.map(({ name }) => name).join(', ')}) values (${columns.map(() => '?').join(', ')})`,
    columns.map((column) => valueOf(session, column)),
  )
}

const addCall = (session: Session): void => {
  createJournal(database, log).add(session.owner, {
    id: `call of ${session.person.name}`,
    thread_id: 't1',
    thread_title: saidBy(session),
    message_id: 'm1',
    model_tool: 'monday_item_create',
    connection: 'monday',
    provider_name: 'Monday.com',
    account_id: 'ca-1',
    tool: 'monday_item_create',
    title: 'Create item',
    risk: 'write',
    args: { item_name: saidBy(session) },
    args_hash: 'hash',
    args_schema: {},
    person: session.person,
    account: {},
    state: 'pending',
    decision: 'waiting',
    failure: null,
    started_at: 500,
    ended_at: null,
  })
}

const withTheirOwn: readonly string[] = ['activity_log', 'tool_calls']

const fill = (session: Session): void => {
  addCall(session)
  database.transaction(() => {
    database.run('pragma defer_foreign_keys = on', [])
    for (const table of ownerTables(database)) if (!withTheirOwn.includes(table)) fillTable(table, session)
  })
}

const erase = (session: Session): void => {
  eraseOwner(database, session.owner, () => {
    log.forget(session.owner)
  })
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'onbehalf-'))
  database = openDatabase(join(folder, 'onbehalf.db')).database
  database.run('create table added_later (owner text not null, text text not null) strict', [])
  log = createActivityLog({
    database,
    now: () => 1000,
    heads: createHeadsFile(join(folder, 'activity-heads.json')),
  })
  fill(ada)
  fill(grace)
  log.flush()
})

afterEach(() => {
  database.close()
})

describe('deleting everything of one person', () => {
  test('empties every table that says whose its rows are, also one that was added later', () => {
    const tables = ownerTables(database)
    expect(tables).toEqual(expect.arrayContaining(['activity_log', 'added_later', 'drafts', 'messages', 'threads']))
    for (const table of tables) expect(rowsOf(table, ada), table).not.toEqual([])
    erase(ada)
    for (const table of tables) expect(rowsOf(table, ada), table).toEqual([])
  })

  test('leaves everything of the other person, and their log is whole', () => {
    const before = ownerTables(database).map((table) => rowsOf(table, grace))
    erase(ada)
    expect(ownerTables(database).map((table) => rowsOf(table, grace))).toEqual(before)
    expect(log.verify(grace.owner)).toEqual({ entries: 1, problems: [] })
    expect(log.verify(ada.owner)).toEqual({ entries: 0, problems: [] })
    expect(() => database.run('delete from activity_log where owner = ?', [grace.owner])).toThrow()
  })

  test('leaves no byte of what was said in any file', () => {
    expect(filesWith(saidBy(ada))).not.toEqual([])
    expect(filesWith(ada.owner)).toContain('activity-heads.json')
    erase(ada)
    expect(filesWith(saidBy(ada))).toEqual([])
    expect(filesWith(ada.owner)).toEqual([])
    expect(filesWith(saidBy(grace))).not.toEqual([])
  })

  test('leaves no word in the index of the search', () => {
    database.run(`create virtual table temp.words using fts5vocab('main', 'search_messages', 'row')`, [])
    const words = (): string[] =>
      database.rows(z.object({ term: z.string() }), 'select term from temp.words', []).map(({ term }) => term)
    expect(words()).toEqual(expect.arrayContaining(['ada', 'grace']))
    erase(ada)
    expect(words()).toContain('grace')
    expect(words()).not.toContain('ada')
  })

  test('is done as a whole or not at all', () => {
    const refuse = (): never => {
      throw new Error('the disk refuses')
    }
    expect(() => {
      eraseOwner(database, ada.owner, refuse)
    }).toThrow('the disk refuses')
    expect(rowsOf('messages', ada)).not.toEqual([])
    expect(log.verify(ada.owner)).toEqual({ entries: 1, problems: [] })
    expect(() => database.run('delete from activity_log where owner = ?', [ada.owner])).toThrow()
  })

  test('lets the same person begin a new log', () => {
    erase(ada)
    addCall(ada)
    expect(log.verify(ada.owner)).toEqual({ entries: 1, problems: [] })
  })
})
