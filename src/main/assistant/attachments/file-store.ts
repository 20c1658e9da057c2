import { z } from 'zod'
import { attachedFileSchema, type AttachedFile } from '../../../contract/files'
import type { Owner } from '../../identity/identifier'
import type { Database } from '../../platform/database'

const fileRowSchema = z
  .object({ id: z.string(), name: z.string(), media_type: z.string(), size: z.number() })
  .transform(({ media_type, ...row }) => ({ ...row, mediaType: media_type }))
  .pipe(attachedFileSchema)
const textRowSchema = z.object({ id: z.string(), text: z.string() })

/** The files that people attach: with a draft at first, then with what was said. Every query names the owner. */
export type FileStore = {
  /** The files of a draft in the order they were attached; null: of the thread that does not exist yet. */
  readonly ofDraft: (owner: Owner, threadId: string | null) => AttachedFile[]
  readonly add: (
    owner: Owner,
    file: AttachedFile & { readonly threadId: string | null; readonly text: string; readonly time: number },
  ) => void
  /** Takes a file out of its draft; what was said stays. */
  readonly remove: (owner: Owner, id: string) => void
  /** The files are said in this thread: they are no draft any more. */
  readonly say: (owner: Owner, threadId: string, files: readonly AttachedFile[]) => void
  /** Deletes files that were to be said and are not. */
  readonly forget: (owner: Owner, files: readonly AttachedFile[]) => void
  /** What files say, by id. */
  readonly texts: (owner: Owner, ids: readonly string[]) => ReadonlyMap<string, string>
}

const idsOf = (files: readonly AttachedFile[]): string => JSON.stringify(files.map(({ id }) => id))

/** Opens the files on the app's database. */
export const createFileStore = (database: Database): FileStore => ({
  ofDraft: (owner, threadId) =>
    database.rows(
      fileRowSchema,
      `select id, name, media_type, size from files where owner = ? and draft = 1 and thread_id is ? order by number`,
      [owner, threadId],
    ),
  add: (owner, { id, threadId, name, mediaType, size, text, time }) => {
    database.run(
      `insert into files (owner, id, thread_id, name, media_type, size, text, created_at)
       values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (owner, id) do nothing`,
      [owner, id, threadId, name, mediaType, size, text, time],
    )
  },
  remove: (owner, id) => {
    database.run('delete from files where owner = ? and id = ? and draft = 1', [owner, id])
  },
  say: (owner, threadId, files) => {
    database.run(
      `update files set draft = 0, thread_id = ?2 where owner = ?1 and id in (select value from json_each(?3))`,
      [owner, threadId, idsOf(files)],
    )
  },
  forget: (owner, files) => {
    database.run('delete from files where owner = ? and id in (select value from json_each(?))', [owner, idsOf(files)])
  },
  texts: (owner, ids) =>
    new Map(
      database
        .rows(textRowSchema, 'select id, text from files where owner = ? and id in (select value from json_each(?))', [
          owner,
          JSON.stringify(ids),
        ])
        .map(({ id, text }) => [id, text]),
    ),
})
