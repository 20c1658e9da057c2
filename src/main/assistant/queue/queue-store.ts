import { z } from 'zod'
import { chosenConnectionSchema } from '../../../contract/conversation'
import { attachedFileSchema } from '../../../contract/files'
import type { Owner } from '../../identity/identifier'
import type { Database } from '../../platform/database'
import { column } from '../columns'

const chosenPartSchema = z.object({ kind: z.literal('connections'), connections: z.array(chosenConnectionSchema) })

const queuedRowSchema = z.object({
  id: z.string(),
  thread_id: z.string(),
  text: z.string(),
  /** The connections with which alone it is to be answered. */
  chosen: column(chosenPartSchema).nullable(),
  files: column(z.array(attachedFileSchema).readonly()),
  created_at: z.number(),
})

/** A message that waits until the run before it is through. Its id is the one that it is sent under. */
export type StoredQueued = z.infer<typeof queuedRowSchema>

/** Messages that wait, by thread. Every query names the owner. */
export type QueueStore = {
  readonly list: (owner: Owner, threadId: string) => StoredQueued[]
  readonly find: (owner: Owner, id: string) => StoredQueued | undefined
  readonly add: (owner: Owner, queued: StoredQueued) => void
  readonly change: (owner: Owner, queued: Pick<StoredQueued, 'id' | 'text' | 'chosen'>) => void
  /** Takes a message out; false when it was not there any more. */
  readonly take: (owner: Owner, id: string) => boolean
}

const fields = 'id, thread_id, text, chosen, files, created_at'

const encoded = (chosen: StoredQueued['chosen']): string | null => (chosen === null ? null : JSON.stringify(chosen))

/** Opens the queues on the app's database. */
export const createQueueStore = (database: Database): QueueStore => ({
  list: (owner, threadId) =>
    database.rows(
      queuedRowSchema,
      `select ${fields} from queued_messages where owner = ? and thread_id = ? order by number`,
      [owner, threadId],
    ),
  find: (owner, id) =>
    database.row(queuedRowSchema, `select ${fields} from queued_messages where owner = ? and id = ?`, [owner, id]),
  add: (owner, { id, thread_id, text, chosen, files, created_at }) => {
    database.run(
      'insert into queued_messages (owner, id, thread_id, text, chosen, files, created_at) values (?, ?, ?, ?, ?, ?, ?)',
      [owner, id, thread_id, text, encoded(chosen), JSON.stringify(files), created_at],
    )
  },
  change: (owner, { id, text, chosen }) => {
    database.run('update queued_messages set text = ?, chosen = ? where owner = ? and id = ?', [
      text,
      encoded(chosen),
      owner,
      id,
    ])
  },
  take: (owner, id) => database.run('delete from queued_messages where owner = ? and id = ?', [owner, id]) === 1,
})
