import { mkdtempSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { createActivity, type Activity } from '../../../src/main/assistant/activity'
import { createHeadsFile } from '../../../src/main/assistant/activity-heads'
import { createActivityLog, type ActivityLog } from '../../../src/main/assistant/activity-log'
import { createJournal, type Journal, type NewCall } from '../../../src/main/assistant/journal'
import { recoverJournal } from '../../../src/main/assistant/recover-journal'
import { openDatabase, type Database } from '../../../src/main/platform/database'
import { ada, grace } from './people'

type Opened = {
  readonly database: Database
  readonly log: ActivityLog
  readonly journal: Journal
  readonly activity: Activity
}

const open: Opened[] = []
let folder = ''
let clock = 0

const openLog = (): Opened => {
  const { database } = openDatabase(join(folder, 'onbehalf.db'))
  const now = (): number => (clock += 1000)
  const log = createActivityLog({ database, now, heads: createHeadsFile(join(folder, 'activity-heads.json')) })
  const opened = { database, log, journal: createJournal(database, log), activity: createActivity(database, log) }
  open.push(opened)
  return opened
}

const close = (opened: Opened): void => {
  opened.log.flush()
  opened.database.close()
  open.splice(open.indexOf(opened), 1)
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'onbehalf-'))
  clock = 0
})

afterEach(() => {
  for (const opened of [...open]) close(opened)
})

const callOf = (id: string, more: Partial<NewCall> = {}): NewCall => ({
  id,
  thread_id: 't1',
  thread_title: 'Create it',
  message_id: 'm1',
  model_tool: 'monday_item_create',
  connection: 'monday',
  provider_name: 'Monday.com',
  account_id: 'ca-1',
  tool: 'monday_item_create',
  title: 'Create item',
  risk: 'write',
  args: { item_name: 'Brief', api_token: 'hunter2' },
  args_hash: 'hash',
  args_schema: {},
  person: ada.person,
  account: { label: 'Ada Lovelace', workspace: 'Northwind' },
  state: 'pending',
  decision: 'waiting',
  failure: null,
  started_at: 500,
  ended_at: null,
  ...more,
})

const runThrough = ({ journal }: Opened, id: string): void => {
  journal.add(ada.owner, callOf(id))
  journal.step(ada.owner, { id, from: ['pending'] }, { state: 'claimed', decision: 'approved', approved_at: 600 })
  journal.step(ada.owner, { id, from: ['claimed'] }, { state: 'sent' })
  journal.step(ada.owner, { id, from: ['sent'] }, { state: 'done', execution_id: 'exec-1', ended_at: 850 })
}

const countRows = (database: Database): number | undefined =>
  database.row(z.object({ n: z.number() }), 'select count(*) as n from activity_log', [])?.n

// What somebody with the file in hand can do, who knows how to take the triggers away.
const tamper = (database: Database, sql: string): void => {
  for (const trigger of ['stays', 'keeps', 'grows']) database.run(`drop trigger activity_log_${trigger}`, [])
  database.run(sql, [])
}

describe('the log', () => {
  test('has an entry for each decision and each step of the call, without its secrets', () => {
    const opened = openLog()
    runThrough(opened, 'c1')
    const page = opened.activity.page(ada.owner, {}, undefined)
    expect(page.ok && page.value.entries).toMatchObject([
      {
        decision: 'approved',
        threadTitle: 'Create it',
        call: {
          id: 'c1',
          threadId: 't1',
          messageId: 'm1',
          connection: 'monday',
          account: { label: 'Ada Lovelace', workspace: 'Northwind' },
          args: { item_name: 'Brief', api_token: '[redacted]' },
          argsHash: 'hash',
          executionId: 'exec-1',
          state: 'done',
        },
        steps: [
          { number: 1, state: 'pending', decision: 'waiting' },
          { number: 2, state: 'claimed', decision: 'approved' },
          { number: 3, state: 'sent', decision: 'approved' },
          { number: 4, state: 'done', decision: 'approved', durationMs: 250 },
        ],
      },
    ])
    expect(opened.activity.verify(ada.owner)).toEqual({ ok: true, value: { entries: 4, problems: [] } })
  })

  test('says nothing new about a step that decides nothing', () => {
    const { journal, database } = openLog()
    journal.add(ada.owner, callOf('c1'))
    journal.step(ada.owner, { id: 'c1', from: ['pending'] }, { state: 'pending', account: { object: 'Marketing' } })
    expect(countRows(database)).toBe(1)
  })

  test('is written with the journal or not at all', () => {
    const { journal, database } = openLog()
    journal.add(ada.owner, callOf('c1'))
    database.run(`create trigger full before insert on activity_log begin select raise(abort, 'disk full'); end`, [])
    expect(() => journal.add(ada.owner, callOf('c2'))).toThrow()
    expect(() =>
      journal.step(ada.owner, { id: 'c1', from: ['pending'] }, { state: 'declined', decision: 'declined' }),
    ).toThrow()
    expect(journal.find(ada.owner, 'c2')).toBeUndefined()
    expect(journal.find(ada.owner, 'c1')?.state).toBe('pending')
  })

  test('can’t be changed, shortened, replaced or continued out of order', () => {
    const opened = openLog()
    runThrough(opened, 'c1')
    const { database } = opened
    for (const sql of [
      `update activity_log set entry = '{}' where number = 2`,
      'delete from activity_log',
      `insert or replace into activity_log (owner, number, entry, previous, hash) select owner, number, '{}', previous, hash from activity_log where number = 2`,
      `insert into activity_log (owner, number, entry, previous, hash) select owner, 9, entry, previous, hash from activity_log where number = 2`,
    ]) {
      expect(() => database.run(sql, [])).toThrow()
    }
    expect(countRows(database)).toBe(4)
  })

  test('keeps one chain for each owner, and shows nobody another’s', () => {
    const opened = openLog()
    runThrough(opened, 'c1')
    opened.journal.add(grace.owner, callOf('c1'))
    expect(opened.activity.verify(grace.owner)).toEqual({ ok: true, value: { entries: 1, problems: [] } })
    const page = opened.activity.page(grace.owner, {}, undefined)
    expect(page.ok && page.value.entries.map(({ steps }) => steps.length)).toEqual([1])
    const exported = opened.activity.export(grace.owner, 'jsonl', {})
    expect(exported.ok && exported.value.entries).toBe(1)
  })

  test('says what became of calls that a crash cut short, and takes in those from before there was a log', () => {
    const opened = openLog()
    opened.journal.add(ada.owner, callOf('c1'))
    opened.journal.step(ada.owner, { id: 'c1', from: ['pending'] }, { state: 'claimed', decision: 'approved' })
    opened.journal.step(ada.owner, { id: 'c1', from: ['claimed'] }, { state: 'sent' })
    recoverJournal(opened.database, 5, opened.log)
    const page = opened.activity.page(ada.owner, {}, undefined)
    expect(page.ok && page.value.entries[0]?.steps.at(-1)).toMatchObject({
      state: 'unknown',
      failure: 'outcome-unknown',
    })
    tamper(opened.database, 'delete from activity_log')
    recoverJournal(opened.database, 5, opened.log)
    expect(countRows(opened.database)).toBe(1)
  })

  test('has its end noted in a file that only this user can read', () => {
    const opened = openLog()
    runThrough(opened, 'c1')
    opened.log.flush()
    expect(statSync(join(folder, 'activity-heads.json')).mode & 0o777).toBe(0o600)
  })
})

describe('checking the log names', () => {
  const problemsAfter = (sql: string): unknown => {
    const before = openLog()
    runThrough(before, 'c1')
    runThrough(before, 'c2')
    before.log.flush()
    tamper(before.database, sql)
    close(before)
    const verdict = openLog().activity.verify(ada.owner)
    return verdict.ok && verdict.value.problems
  }

  test('a row that was changed', () => {
    expect(
      problemsAfter(`update activity_log set entry = json_set(entry, '$.decision', 'declined') where number = 3`),
    ).toEqual([{ kind: 'changed', number: 3, at: 3000 }])
  })

  test('a row that is missing', () => {
    expect(problemsAfter('delete from activity_log where number = 2')).toEqual([
      { kind: 'missing', first: 2, last: 2, at: 1000 },
    ])
  })

  test('an end that was cut off', () => {
    expect(problemsAfter('delete from activity_log where number > 6')).toMatchObject([
      { kind: 'missing', first: 7, last: 8 },
    ])
  })

  test('an end that was cut off, even after the log grew on', () => {
    const before = openLog()
    runThrough(before, 'c1')
    before.log.flush()
    tamper(before.database, 'delete from activity_log where number = 4')
    close(before)
    const after = openLog()
    runThrough(after, 'c2')
    after.log.flush()
    expect(after.activity.verify(ada.owner)).toMatchObject({ value: { problems: [{ kind: 'changed', number: 4 }] } })
  })
})

describe('asking the log', () => {
  const fill = (): Activity => {
    const opened = openLog()
    runThrough(opened, 'c1')
    opened.journal.add(
      ada.owner,
      callOf('c2', {
        connection: 'intercom',
        provider_name: 'Intercom',
        tool: 'intercom_reply',
        title: 'Reply 100%',
        args: { body: '=HYPERLINK("https://x.example")' },
        started_at: 90_000,
      }),
    )
    return opened.activity
  }
  const ids = (activity: Activity, filter: Parameters<Activity['page']>[1]): unknown => {
    const page = activity.page(ada.owner, filter, undefined)
    return page.ok && page.value.entries.map(({ call }) => call.id)
  }

  test('filters by connection, outcome, decision and time, and searches its words', () => {
    const activity = fill()
    expect(ids(activity, {})).toEqual(['c2', 'c1'])
    expect(ids(activity, { connection: 'monday' })).toEqual(['c1'])
    expect(ids(activity, { state: 'pending' })).toEqual(['c2'])
    expect(ids(activity, { decision: 'approved' })).toEqual(['c1'])
    expect(ids(activity, { from: 1000 })).toEqual(['c2'])
    expect(ids(activity, { to: 1000 })).toEqual(['c1'])
    expect(ids(activity, { text: 'brief' })).toEqual(['c1'])
    expect(ids(activity, { text: '100%' })).toEqual(['c2'])
    expect(ids(activity, { text: '1%%' })).toEqual([])
    expect(ids(activity, { text: 'hunter2' })).toEqual([])
    expect(activity.page(ada.owner, {}, 'nonsense')).toMatchObject({ failure: { code: 'request-invalid' } })
  })

  test('comes in pages, newest first', () => {
    const opened = openLog()
    for (let index = 1; index <= 60; index += 1) opened.journal.add(ada.owner, callOf(`c${String(index)}`))
    const first = opened.activity.page(ada.owner, {}, undefined)
    expect(first.ok && first.value.entries.map(({ call }) => call.id).slice(0, 2)).toEqual(['c60', 'c59'])
    const next = opened.activity.page(ada.owner, {}, first.ok ? first.value.before : undefined)
    expect(next.ok && [next.value.entries.length, next.value.before]).toEqual([10, undefined])
  })

  test('names every connection it knows', () => {
    expect(fill().page(ada.owner, { text: 'nothing at all' }, undefined)).toMatchObject({
      value: {
        entries: [],
        connections: [
          { name: 'intercom', providerName: 'Intercom' },
          { name: 'monday', providerName: 'Monday.com' },
        ],
      },
    })
  })

  test('exports a table in which nothing is a formula', () => {
    const exported = fill().export(ada.owner, 'csv', {})
    const text = exported.ok ? exported.value.text : ''
    expect(text.split('\r\n')).toHaveLength(1 + 5 + 1)
    expect(text).toContain('"Monday.com"')
    expect(text).not.toMatch(/(?:^|,)"?[=+@-]/m)
    expect(text).not.toContain('hunter2')
  })

  test('exports lines that can be checked without the app', () => {
    const exported = fill().export(ada.owner, 'jsonl', { connection: 'monday' })
    const lines = exported.ok ? exported.value.text.trim().split('\n') : []
    expect(lines).toHaveLength(4)
    const hashes = lines.map((line) => z.object({ previous: z.string(), hash: z.string() }).parse(JSON.parse(line)))
    expect(hashes.slice(1).map(({ previous }) => previous)).toEqual(hashes.slice(0, -1).map(({ hash }) => hash))
  })
})
