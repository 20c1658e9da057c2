import { existsSync, rmSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import type { z } from 'zod'
import type { Failure } from '../../contract/failure'
import { keepCopy, copyOf, hasLeftovers, restoreCopy, setAside } from './database-files'
import { openConnection, type SqlConnection } from './database-connection'
import { failure } from './failures'

/** A value that a statement takes. */
export type SqlValue = string | number | null

/** Statements on the one database file. Every call is synchronous; what can't be done throws `DatabaseError`. */
export type Database = {
  /** Every row, each parsed. */
  readonly rows: <T>(schema: z.ZodType<T>, sql: string, values: readonly SqlValue[]) => T[]
  /** The first row, parsed, or undefined. */
  readonly row: <T>(schema: z.ZodType<T>, sql: string, values: readonly SqlValue[]) => T | undefined
  /** Runs a statement and says how many rows it changed. */
  readonly run: (sql: string, values: readonly SqlValue[]) => number
  /** Runs `work` as a whole or not at all. Inside another transaction it simply is a part of that one. */
  readonly transaction: <T>(work: () => T) => T
  /** Makes sure that what was deleted is in no file any more: neither in the log nor in the kept copy. */
  readonly forgetDeleted: () => void
  /** Closes the file and keeps a good copy of it, at most one a day. */
  readonly close: () => void
}

/** An open database, and what the person should know about how it was opened. */
export type OpenedDatabase = { readonly database: Database; readonly notice?: Failure }

/** A statement that could not be carried out: the disk is full, the file is damaged or gone. */
export class DatabaseError extends Error {
  override readonly name = 'DatabaseError'
}

const guarded = <T>(work: () => T): T => {
  try {
    return work()
  } catch (error) {
    if (error instanceof DatabaseError) throw error
    throw new DatabaseError('The database refused', { cause: error })
  }
}

const transactionOn = (connection: SqlConnection): Database['transaction'] => {
  const whole = <T>(work: () => T): T => {
    guarded(() => {
      connection.exec('begin immediate')
    })
    try {
      const value = work()
      connection.exec('commit')
      return value
    } catch (error) {
      if (connection.inTransaction()) connection.exec('rollback')
      throw error
    }
  }
  return (work) => (connection.inTransaction() ? work() : guardedTransaction(() => whole(work)))
}

// Only the database's own errors are wrapped: what `work` throws on purpose stays what it is.
const guardedTransaction = <T>(work: () => T): T => {
  try {
    return work()
  } catch (error) {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_')) {
      throw new DatabaseError('The database refused', { cause: error })
    }
    throw error
  }
}

const databaseOn = (connection: SqlConnection, path: string | null, now: () => number): Database => ({
  rows: (schema, sql, values) => guarded(() => connection.all(sql, values)).map((row) => schema.parse(row)),
  row: (schema, sql, values) => {
    const row = guarded(() => connection.get(sql, values))
    return row === undefined ? undefined : schema.parse(row)
  },
  run: (sql, values) => guarded(() => connection.run(sql, values)),
  transaction: transactionOn(connection),
  forgetDeleted: () => {
    guarded(() => {
      connection.exec('pragma wal_checkpoint(truncate)')
      if (path !== null) rmSync(copyOf(path), { force: true })
    })
  },
  close: () => {
    // A copy that can't be made must not keep the app from closing.
    try {
      // The library leaves the log behind: an empty one is how the next start knows that this end was a clean one.
      connection.exec('pragma wal_checkpoint(truncate)')
      if (path !== null) keepCopy(path, now(), (target) => connection.copyInto(target))
    } catch {
      return
    } finally {
      connection.close()
    }
  },
})

const inMemory = (now: () => number, detail: string): OpenedDatabase => ({
  database: databaseOn(openConnection(':memory:', false), null, now),
  notice: failure('not-saved', { detail }),
})

const isDamage = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && /^SQLITE_(CORRUPT|NOTADB)/.test(String(error.code))

const damagedNotice = (aside: string): Failure =>
  failure('database-unreadable', { subject: basename(aside), action: { kind: 'show-file', path: aside } })

const openFile = (path: string, now: () => number): Database =>
  databaseOn(openConnection(path, hasLeftovers(path)), path, now)

const reopen = (path: string, now: () => number): Database => {
  restoreCopy(path)
  try {
    return openFile(path, now)
  } catch (error) {
    if (!isDamage(error)) throw error
    setAside(path, now())
    return openFile(path, now)
  }
}

/**
 * Opens the app's database. A damaged file is set aside under another name, never deleted, and the last good copy
 * takes its place. Where nothing can be written the app works in memory, and the notice says so.
 */
export const openDatabase = (path: string, now: () => number = Date.now): OpenedDatabase => {
  try {
    return { database: openFile(path, now) }
  } catch (error) {
    if (!existsSync(dirname(path)) || !isDamage(error)) return inMemory(now, 'The file could not be opened.')
  }
  try {
    const aside = setAside(path, now())
    return { database: reopen(path, now), notice: damagedNotice(aside) }
  } catch {
    return inMemory(now, 'The file is damaged and could not be set aside.')
  }
}
