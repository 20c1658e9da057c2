import { err, ok } from '../../contract/result'
import { failure } from '../platform/failures'
import type { Assistant } from './assistant'
import type { AssistantDependencies } from './dependencies'
import type { Events } from './events'
import type { Journal } from './journal'
import type { Queue } from './queue/queue'
import type { Runs } from './runs'
import { attempt, joined } from './saving'
import type { ThreadStore } from './thread-store'
import type { ThreadView } from './thread-view'

/** The part of the assistant that is about threads, messages and drafts. */
export type Threads = Pick<Assistant, 'listThreads' | 'openThread' | 'readDraft' | 'saveDraft' | 'stop' | 'retry'>

/** What threads need. */
export type ThreadsNeeds = Pick<AssistantDependencies, 'database' | 'clock' | 'newId'> & {
  readonly store: ThreadStore
  readonly journal: Journal
  readonly view: ThreadView
  readonly events: Events
  readonly runs: Runs
  readonly queue: Pick<Queue, 'shown'>
}

// The first page is there at once; who goes further up reads more at a time.
const firstPage = 50
const pageAbove = 200
const cursorPattern = /^\d{1,15}$/

const pageBefore = (before: string | undefined): { readonly before: number; readonly limit: number } =>
  before === undefined
    ? { before: Number.MAX_SAFE_INTEGER, limit: firstPage }
    : { before: Number(before), limit: pageAbove }

const openThreadWith =
  ({ store, view, runs, queue }: ThreadsNeeds): Threads['openThread'] =>
  ({ owner }, threadId, before) =>
    joined(
      attempt(() => {
        const thread = view.thread(owner, threadId)
        if (thread === undefined) return err(failure('not-found'))
        if (before !== undefined && !cursorPattern.test(before)) return err(failure('request-invalid'))
        runs.catchUp(owner, threadId)
        const wanted = pageBefore(before)
        const page = store.messages(owner, threadId, wanted)
        const first = page[0]
        return ok({
          thread,
          messages: view.messages(owner, threadId, page),
          draft: store.draft(owner, threadId),
          queue: queue.shown(owner, threadId),
          ...(first !== undefined && page.length === wanted.limit && first.parent_id !== ''
            ? { before: String(first.position) }
            : {}),
        })
      }),
    )

const retryWith =
  ({ store, runs, view }: ThreadsNeeds): Threads['retry'] =>
  ({ owner }, threadId) => {
    const last = store.messages(owner, threadId, { before: Number.MAX_SAFE_INTEGER, limit: 1 })[0]
    if (last === undefined || last.imported === 1) return Promise.resolve(err(failure('not-found')))
    if (view.thread(owner, threadId)?.run === 'running') return Promise.resolve(ok(null))
    runs.personActed(owner, threadId)
    // What was done stays; only an attempt that did nothing is replaced.
    const didSomething = last.parts.some(({ kind }) => kind === 'tool-call')
    if (last.role === 'assistant' && !didSomething) runs.again(owner, last)
    else runs.start(owner, threadId)
    return Promise.resolve(ok(null))
  }

/** Makes the part of the assistant that is about threads, messages and drafts. */
export const createThreads = (needs: ThreadsNeeds): Threads => ({
  listThreads: ({ owner }) => attempt(() => needs.view.threads(owner)),
  openThread: openThreadWith(needs),
  readDraft: ({ owner }, threadId) => attempt(() => ({ text: needs.store.draft(owner, threadId) })),
  saveDraft: ({ owner }, threadId, text) =>
    attempt(() => {
      needs.store.saveDraft(owner, threadId, text)
      return null
    }),
  stop: ({ owner }, threadId) => {
    needs.runs.stop(owner, threadId)
    return ok(null)
  },
  retry: retryWith(needs),
})
