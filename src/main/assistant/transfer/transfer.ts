import type { Failure, FailureCode } from '../../../contract/failure'
import { err, ok, type Result } from '../../../contract/result'
import type { ThreadFormat } from '../../../contract/transfer'
import type { LocalSession } from '../../identity/session'
import type { Clock } from '../../platform/clock'
import type { Database } from '../../platform/database'
import { failure } from '../../platform/failures'
import type { Journal } from '../journal'
import type { Runs } from '../runs'
import { attempt, joined } from '../saving'
import type { ThreadStore } from '../thread-store'
import { exportedThread } from './exported-thread'
import { fileNameOf } from './file-name'
import { storeImported } from './imported-thread'
import { readThreadFile, writeThreadFile, type ThreadFile, type ThreadFileProblem } from './thread-file'
import { threadMarkdown } from './thread-markdown'

/** Single threads on their way to a file and back. */
export type Transfer = {
  /** A thread as the text of a file, and a name for it. */
  readonly exportThread: (
    session: LocalSession,
    threadId: string,
    format: ThreadFormat,
  ) => Result<{ readonly name: string; readonly text: string }, Failure>
  /** A new thread from a file that anybody may have written: a text to read, and nothing else. */
  readonly importThread: (
    session: LocalSession,
    file: { readonly name: string; readonly bytes: Uint8Array },
  ) => Result<{ readonly threadId: string; readonly file: string }, Failure>
}

type Needs = {
  readonly database: Database
  readonly clock: Clock
  readonly newId: () => string
  readonly store: ThreadStore
  readonly journal: Journal
  readonly runs: Pick<Runs, 'show'>
}

const codes: Readonly<Record<ThreadFileProblem, FailureCode>> = {
  malformed: 'import-malformed',
  newer: 'import-newer',
  'too-large': 'import-too-large',
}

const writers: Readonly<Record<ThreadFormat, (file: ThreadFile) => string>> = {
  markdown: threadMarkdown,
  json: writeThreadFile,
}

/** Makes the part of the assistant that writes threads to files and takes them in. */
export const createTransfer = (needs: Needs): Transfer => ({
  exportThread: ({ owner }, threadId, format) =>
    joined(
      attempt(() => {
        const file = exportedThread(needs, owner, threadId)
        if (file === undefined) return err(failure('not-found'))
        return ok({ name: fileNameOf(file.title) || 'onbehalf', text: writers[format](file) })
      }),
    ),
  importThread: ({ owner }, { name, bytes }) => {
    const file = readThreadFile(bytes)
    if (!file.ok) return err(failure(codes[file.failure], { subject: name }))
    const stored = attempt(() => storeImported(needs, owner, file.value))
    if (!stored.ok) return stored
    needs.runs.show(owner, stored.value)
    return ok({ threadId: stored.value, file: name })
  },
})
