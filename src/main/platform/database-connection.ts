import Libsql from 'libsql'
import { createPrivately } from './database-files'
import { migrations } from './database-migrations'

/** The database library as this app uses it: prepared statements, nothing parsed yet. */
export type SqlConnection = {
  readonly all: (sql: string, values: readonly unknown[]) => unknown[]
  readonly get: (sql: string, values: readonly unknown[]) => unknown
  readonly run: (sql: string, values: readonly unknown[]) => number
  readonly exec: (sql: string) => void
  readonly inTransaction: () => boolean
  readonly copyInto: (target: string) => void
  readonly close: () => void
}

/** A database file whose pages contradict each other. Carries the code that SQLite uses for it. */
class DamagedFileError extends Error {
  readonly code = 'SQLITE_CORRUPT'
}

const numberOf = (row: unknown): number => {
  const value: unknown = typeof row === 'object' && row !== null ? Object.values(row)[0] : undefined
  return typeof value === 'number' ? value : 0
}

const check = (database: Libsql.Database): void => {
  const answer = database.prepare('pragma quick_check(1)').raw(true).all()
  if (JSON.stringify(answer) !== '[["ok"]]') throw new DamagedFileError('quick_check found damage')
}

const migrate = (database: Libsql.Database): void => {
  const applied = numberOf(database.prepare('pragma user_version').get())
  migrations.slice(applied).forEach((step, index) => {
    const version = String(applied + index + 1)
    database.exec(`begin immediate; ${step}; pragma user_version = ${version}; commit;`)
  })
}

const configure = (database: Libsql.Database): void => {
  // FULL: the journal's promise is that `sent` is on disk before the request leaves.
  database.exec(`
    pragma journal_mode = wal;
    pragma synchronous = full;
    pragma foreign_keys = on;
    pragma secure_delete = on;
    pragma busy_timeout = 3000;
  `)
}

// A closed database would still run what was prepared on it, and ends the process when asked about a transaction.
const mustBeOpen = (database: Libsql.Database): void => {
  if (!database.open) throw new Error('The database is closed')
}

const statementsOf = (database: Libsql.Database): ((sql: string) => Libsql.Statement) => {
  const prepared = new Map<string, Libsql.Statement>()
  return (sql) => {
    mustBeOpen(database)
    const known = prepared.get(sql)
    if (known !== undefined) return known
    const statement = database.prepare(sql)
    prepared.set(sql, statement)
    return statement
  }
}

const connectionOn = (database: Libsql.Database): SqlConnection => {
  const statement = statementsOf(database)
  return {
    all: (sql, values) => statement(sql).all(...values),
    get: (sql, values) => statement(sql).get(...values),
    run: (sql, values) => statement(sql).run(...values).changes,
    exec: (sql) => {
      mustBeOpen(database)
      database.exec(sql)
    },
    inTransaction: () => database.open && database.inTransaction,
    copyInto: (target) => {
      database.prepare('vacuum into ?').run(target)
    },
    close: () => {
      database.close()
    },
  }
}

/** Opens a database file, checks it when asked to, and brings its layout up to date. Throws what SQLite throws. */
export const openConnection = (path: string, checked: boolean): SqlConnection => {
  if (path !== ':memory:') createPrivately(path)
  const database = new Libsql(path)
  try {
    configure(database)
    if (checked) check(database)
    migrate(database)
    return connectionOn(database)
  } catch (error) {
    database.close()
    throw error
  }
}
