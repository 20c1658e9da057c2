import { z } from 'zod'
import { ownerTables } from '../../../../src/main/assistant/own-data/owner-tables'
import type { Desk } from '../harness'
import { ada } from '../people'
import { bytesOf, threadFile } from './thread-files'

/** Takes a file in for the first person. */
export const take = (d: Desk, file: unknown) =>
  d.assistant.importThread(ada, { name: 'chat.json', bytes: bytesOf(file) })

/** The thread that was made of a file. */
export const taken = (d: Desk, file: unknown = threadFile()): string => {
  const imported = take(d, file)
  if (!imported.ok) throw new Error(imported.failure.code)
  return imported.value.threadId
}

/** What a thread is written as. */
export const exported = (d: Desk, threadId: string, format: 'json' | 'markdown' = 'json'): string => {
  const file = d.assistant.exportThread(ada, threadId, format)
  if (!file.ok) throw new Error(file.failure.code)
  return file.value.text
}

const countSchema = z.object({ count: z.number() })

/** How many rows each table has that belongs to persons. */
export const rowsByTable = (d: Desk): Readonly<Record<string, number>> =>
  Object.fromEntries(
    ownerTables(d.database).map((table) => [
      table,
      d.database.row(countSchema, `select count(*) as count from ${table}`, [])?.count ?? 0,
    ]),
  )
