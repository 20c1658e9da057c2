import {
  closeSync,
  existsSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { DatabaseError, openDatabase, type Database } from '../../../src/main/platform/database'

const folder = (): string => mkdtempSync(join(tmpdir(), 'onbehalf-'))
const rowSchema = z.object({ text: z.string() })
const drafts = (database: Database): string[] =>
  database.rows(rowSchema, 'select text from drafts order by text', []).map(({ text }) => text)
const save = (database: Database, text: string): void => {
  database.run('insert into drafts (owner, thread_id, text) values (?, ?, ?)', ['o', text, text])
}
const modeOf = (path: string): string => (statSync(path).mode & 0o777).toString(8)

const damage = (path: string): void => {
  const file = openSync(path, 'r+')
  writeSync(file, Buffer.alloc(4096, 0xaa), 0, 4096, 4096)
  closeSync(file)
}

const fill = (path: string): void => {
  const { database } = openDatabase(path)
  for (let index = 0; index < 200; index += 1)
    save(database, `draft ${String(index).padStart(4, '0')} ${'x'.repeat(200)}`)
  database.close()
}

describe('the database file', () => {
  test('and its logs can be read by nobody else', () => {
    const path = join(folder(), 'a.db')
    const { database } = openDatabase(path)
    save(database, 'one')
    expect([path, `${path}-wal`, `${path}-shm`].map(modeOf)).toEqual(['600', '600', '600'])
    database.close()
    expect(modeOf(`${path}.copy`)).toBe('600')
  })

  test('keeps what was written and says how it is kept', () => {
    const path = join(folder(), 'a.db')
    const first = openDatabase(path)
    expect(first.notice).toBeUndefined()
    save(first.database, 'one')
    first.database.close()
    const again = openDatabase(path)
    expect(drafts(again.database)).toEqual(['one'])
    const pragma = (name: string): unknown =>
      Object.values(again.database.row(z.record(z.string(), z.unknown()), `pragma ${name}`, []) ?? {})[0]
    expect([pragma('journal_mode'), pragma('synchronous'), pragma('secure_delete'), pragma('foreign_keys')]).toEqual([
      'wal',
      2,
      1,
      1,
    ])
    again.database.close()
  })

  test('takes a transaction as a whole or not at all', () => {
    const { database } = openDatabase(join(folder(), 'a.db'))
    expect(() => {
      database.transaction(() => {
        save(database, 'one')
        database.transaction(() => {
          save(database, 'two')
        })
        throw new Error('on purpose')
      })
    }).toThrow('on purpose')
    expect(drafts(database)).toEqual([])
    database.close()
  })

  test('refuses every statement and transaction once it is closed, and nothing worse', () => {
    const { database } = openDatabase(join(folder(), 'a.db'))
    database.close()
    expect(() => database.run('select 1', [])).toThrow(DatabaseError)
    expect(() => database.transaction(() => 1)).toThrow(DatabaseError)
  })

  test('holds no trace of what was deleted, nor does its copy', () => {
    const path = join(folder(), 'a.db')
    const { database } = openDatabase(path)
    save(database, 'a very private sentence')
    database.close()
    const again = openDatabase(path)
    again.database.run('delete from drafts', [])
    again.database.forgetDeleted()
    const files = readdirSync(join(path, '..')).map((name) => readFileSync(join(path, '..', name), 'latin1'))
    expect(files.some((text) => text.includes('private sentence'))).toBe(false)
    again.database.close()
  })

  test('of a newer app is opened as it is', () => {
    const path = join(folder(), 'a.db')
    const { database } = openDatabase(path)
    database.run('pragma user_version = 99', [])
    database.close()
    const again = openDatabase(path)
    expect(again.notice).toBeUndefined()
    again.database.close()
  })
})

describe('a damaged file', () => {
  test.each([
    ['with a page of garbage', damage],
    [
      'that is no database at all',
      (path: string) => {
        truncateSync(path, 0)
        const file = openSync(path, 'r+')
        writeSync(file, 'this is not a database, but it is long enough to look like one'.repeat(20))
        closeSync(file)
      },
    ],
  ])('%s is set aside, the last good copy takes its place, and the person is told where it is', (_how, harm) => {
    const path = join(folder(), 'a.db')
    fill(path)
    harm(path)
    const { database, notice } = openDatabase(path, () => Date.UTC(2026, 0, 2, 3, 4, 5))
    const aside = `${path}.unreadable-2026-01-02T03-04-05.000Z`
    expect(notice).toEqual({
      code: 'database-unreadable',
      subject: 'a.db.unreadable-2026-01-02T03-04-05.000Z',
      action: { kind: 'show-file', path: aside },
    })
    expect(existsSync(aside)).toBe(true)
    expect(drafts(database)).toHaveLength(200)
    database.close()
  })

  test('without a copy leaves an empty one that works', () => {
    const path = join(folder(), 'a.db')
    const { database } = openDatabase(path)
    save(database, 'one')
    database.close()
    rmSync(`${path}.copy`)
    const handle = openSync(path, 'r+')
    writeSync(handle, 'garbage garbage!', 0)
    closeSync(handle)
    const second = openDatabase(path)
    expect(second.notice?.code).toBe('database-unreadable')
    expect(drafts(second.database)).toEqual([])
    save(second.database, 'two')
    expect(drafts(second.database)).toEqual(['two'])
    second.database.close()
  })

  test('whose copy is damaged too still opens, empty', () => {
    const path = join(folder(), 'a.db')
    fill(path)
    damage(path)
    damage(`${path}.copy`)
    const { database, notice } = openDatabase(path)
    expect(notice?.code).toBe('database-unreadable')
    expect(drafts(database)).toEqual([])
    database.close()
  })
})

describe('a place that can not be written', () => {
  test('lets the app work in memory, and says so', () => {
    const { database, notice } = openDatabase(join(folder(), 'no', 'such', 'folder', 'a.db'))
    expect(notice?.code).toBe('not-saved')
    save(database, 'one')
    expect(drafts(database)).toEqual(['one'])
    database.close()
  })
})
