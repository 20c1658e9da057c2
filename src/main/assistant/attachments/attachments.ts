import type { Failure } from '../../../contract/failure'
import type { AttachedFile, NewFile } from '../../../contract/files'
import { fileBounds, fileTypeOf } from '../../../contract/plain/file-bounds'
import { err, ok, type Result } from '../../../contract/result'
import type { LocalSession, Session } from '../../identity/session'
import type { Clock } from '../../platform/clock'
import type { Database } from '../../platform/database'
import { failure } from '../../platform/failures'
import { attempt, joined } from '../saving'
import type { FileStore } from './file-store'

/** Files and the drafts that they are attached to. */
export type Attachments = {
  /** Attaches a file to a draft; refused where it would be too much. Repeating it with the same id stores it once. */
  readonly attach: (
    session: LocalSession,
    to: { readonly threadId: string | null; readonly file: NewFile },
  ) => Result<AttachedFile, Failure>
  readonly detach: (session: LocalSession, id: string) => Result<null, Failure>
  readonly draftFiles: (session: LocalSession, threadId: string | null) => Result<AttachedFile[], Failure>
  /** What an attached file says. */
  readonly readFile: (session: LocalSession, id: string) => Result<{ text: string }, Failure>
}

type Needs = {
  readonly database: Database
  readonly clock: Clock
  readonly files: FileStore
  readonly store: { readonly thread: (owner: Session['owner'], id: string) => unknown }
}

const fits = (others: readonly AttachedFile[], file: AttachedFile): boolean =>
  file.size <= fileBounds.bytes &&
  others.length < fileBounds.files &&
  others.reduce((sum, { size }) => sum + size, file.size) <= fileBounds.total

const attachWith =
  ({ database, clock, files, store }: Needs): Attachments['attach'] =>
  ({ owner }, { threadId, file: { id, name, text } }) => {
    const mediaType = fileTypeOf(name)
    if (mediaType === undefined) return err(failure('request-invalid'))
    const file: AttachedFile = { id, name, mediaType, size: Buffer.byteLength(text) }
    return joined(
      attempt(() =>
        database.transaction((): Result<AttachedFile, Failure> => {
          if (threadId !== null && store.thread(owner, threadId) === undefined) return err(failure('not-found'))
          const others = files.ofDraft(owner, threadId).filter((other) => other.id !== id)
          if (!fits(others, file)) return err(failure('request-invalid'))
          files.add(owner, { ...file, threadId, text, time: clock.now() })
          return ok(file)
        }),
      ),
    )
  }

/** Makes the part of the assistant that keeps attached files. */
export const createAttachments = (needs: Needs): Attachments => ({
  attach: attachWith(needs),
  detach: ({ owner }, id) =>
    attempt(() => {
      needs.files.remove(owner, id)
      return null
    }),
  draftFiles: ({ owner }, threadId) => attempt(() => needs.files.ofDraft(owner, threadId)),
  readFile: ({ owner }, id) => {
    const found = attempt(() => needs.files.texts(owner, [id]).get(id))
    if (!found.ok) return found
    return found.value === undefined ? err(failure('not-found')) : ok({ text: found.value })
  },
})
