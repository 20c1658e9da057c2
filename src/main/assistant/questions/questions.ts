import { z } from 'zod'
import type { Owner } from '../../identity/identifier'
import type { Database } from '../../platform/database'

/** How many questions of each person are kept. */
export const mostQuestions = 50

/** What a person asked from the quick-ask window, for them to ask again. */
export type Questions = {
  /** Newest first; each text once. */
  readonly list: (owner: Owner) => string[]
  /** Keeps one that was asked in a thread; a thread that is deleted takes its questions along. */
  readonly keep: (owner: Owner, asked: { readonly threadId: string; readonly text: string }) => void
}

const rowSchema = z.object({ text: z.string() })

/** Makes the memory of questions. Every query names the owner. */
export const createQuestions = (database: Database): Questions => ({
  list: (owner) =>
    database
      .rows(rowSchema, 'select text from questions where owner = ? order by number desc limit ?', [
        owner,
        mostQuestions,
      ])
      .map(({ text }) => text),
  keep: (owner, { threadId, text }) => {
    database.transaction(() => {
      database.run('delete from questions where owner = ? and text = ?', [owner, text])
      // A thread that went away in the meantime, or that is somebody else's, keeps none.
      database.run(
        'insert into questions (owner, thread_id, text) select owner, id, ? from threads where owner = ? and id = ?',
        [text, owner, threadId],
      )
      database.run(
        `delete from questions where owner = ? and number not in
          (select number from questions where owner = ? order by number desc limit ?)`,
        [owner, owner, mostQuestions],
      )
    })
  },
})
