import type { Failure } from '../../contract/failure'
import { err, ok, type Result } from '../../contract/result'
import { failure } from '../platform/failures'
import type { Assistant } from './assistant'
import { chooseConnections, type ChosenPart } from './chosen/chosen-connections'
import type { AssistantDependencies } from './dependencies'
import type { Events } from './events'
import type { Grants } from './grants'
import type { Journal } from './journal'
import type { Runs } from './runs'
import { attempt } from './saving'
import type { ThreadStore } from './thread-store'
import type { ThreadView } from './thread-view'
import { threadTitle } from './titles'

/** The part of the assistant that is about threads, messages and drafts. */
export type Threads = Pick<
  Assistant,
  'listThreads' | 'openThread' | 'deleteThread' | 'readDraft' | 'saveDraft' | 'send' | 'stop' | 'retry'
>

/** What threads need. */
export type ThreadsNeeds = Pick<AssistantDependencies, 'database' | 'clock' | 'connections' | 'newId'> & {
  readonly store: ThreadStore
  readonly journal: Journal
  readonly view: ThreadView
  readonly events: Events
  readonly grants: Grants
  readonly runs: Runs
}

// The first page is there at once; who goes further up reads more at a time.
const firstPage = 50
const pageAbove = 200
const cursorPattern = /^\d{1,15}$/

const joined = <T>(result: Result<Result<T, Failure>, Failure>): Result<T, Failure> =>
  result.ok ? result.value : result

const openThreadWith =
  ({ store, view, runs }: ThreadsNeeds): Threads['openThread'] =>
  ({ owner }, threadId, before) =>
    joined(
      attempt(() => {
        const thread = view.thread(owner, threadId)
        if (thread === undefined) return err(failure('not-found'))
        if (before !== undefined && !cursorPattern.test(before)) return err(failure('request-invalid'))
        runs.catchUp(owner, threadId)
        const position = before === undefined ? Number.MAX_SAFE_INTEGER : Number(before)
        const limit = before === undefined ? firstPage : pageAbove
        const page = store.messages(owner, threadId, { before: position, limit })
        const first = page[0]
        return ok({
          thread,
          messages: view.messages(owner, threadId, page),
          draft: store.draft(owner, threadId),
          ...(first !== undefined && page.length === limit && first.position > 1
            ? { before: String(first.position) }
            : {}),
        })
      }),
    )

// Something new was said: what only waited for its connection is not asked for any more.
const giveUpWaitingReads = (
  { journal }: ThreadsNeeds,
  owner: Parameters<Threads['send']>[0]['owner'],
  threadId: string,
): void => {
  for (const call of journal.waiting(owner, threadId)) {
    if (call.state === 'failed')
      journal.step(owner, { id: call.id, from: ['failed'], resumes: 1 }, { state: 'failed', resumes: 0 })
  }
}

type Sent = Omit<Parameters<Threads['send']>[1], 'connections'> & { readonly chosen: ChosenPart | null }
type Stored = { readonly threadId: string; readonly isNew: boolean }

const storeMessage = (
  needs: ThreadsNeeds,
  owner: Parameters<Threads['send']>[0]['owner'],
  sent: Sent,
): Result<Stored, Failure> => {
  const { store, clock } = needs
  const known = store.message(owner, sent.messageId)
  if (known !== undefined) return ok({ threadId: known.thread_id, isNew: false })
  const threadId = sent.threadId ?? needs.newId()
  const time = clock.now()
  if (sent.threadId === null) store.addThread(owner, { id: threadId, title: threadTitle(sent.text), time })
  else if (store.thread(owner, threadId) === undefined) return err(failure('not-found'))
  store.addMessage(owner, {
    id: sent.messageId,
    thread_id: threadId,
    role: 'user',
    parts: [{ kind: 'text', text: sent.text }, ...(sent.chosen === null ? [] : [sent.chosen])],
    status: 'complete',
    created_at: time,
  })
  store.touchThread(owner, threadId, time)
  store.saveDraft(owner, sent.threadId, '')
  giveUpWaitingReads(needs, owner, threadId)
  return ok({ threadId, isNew: true })
}

const sendWith =
  (needs: ThreadsNeeds): Threads['send'] =>
  async ({ owner }, sent) => {
    const chosen = await chooseConnections(needs.connections, sent)
    if (!chosen.ok) return chosen
    const whole = { ...sent, chosen: chosen.value }
    const stored = joined(attempt(() => needs.database.transaction(() => storeMessage(needs, owner, whole))))
    if (!stored.ok) return stored
    const { threadId, isNew } = stored.value
    const thread = needs.view.thread(owner, threadId)
    const message = needs.store.message(owner, sent.messageId)
    if (isNew && thread !== undefined && message !== undefined) {
      needs.events.emit(owner, [
        { kind: 'thread', thread },
        { kind: 'message', message: needs.view.message(owner, message) },
      ])
      needs.runs.personActed(owner, threadId)
      needs.runs.start(owner, threadId)
    }
    return ok({ threadId })
  }

const deleteThreadWith =
  (needs: ThreadsNeeds): Threads['deleteThread'] =>
  ({ owner }, threadId) => {
    needs.runs.stop(owner, threadId)
    const deleted = attempt(() => {
      needs.database.transaction(() => {
        needs.journal.leaveThread(owner, threadId, needs.clock.now())
        needs.grants.end(
          owner,
          'thread-deleted',
          (grant) => grant.duration === 'thread' && grant.thread_id === threadId,
        )
        needs.store.deleteThread(owner, threadId)
      })
      needs.database.forgetDeleted()
    })
    if (!deleted.ok) return deleted
    needs.events.emit(owner, [{ kind: 'thread-deleted', threadId }])
    return ok(null)
  }

const retryWith =
  ({ store, runs, view }: ThreadsNeeds): Threads['retry'] =>
  ({ owner }, threadId) => {
    const last = store.messages(owner, threadId, { before: Number.MAX_SAFE_INTEGER, limit: 1 })[0]
    if (last === undefined) return Promise.resolve(err(failure('not-found')))
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
  deleteThread: deleteThreadWith(needs),
  readDraft: ({ owner }, threadId) => attempt(() => ({ text: needs.store.draft(owner, threadId) })),
  saveDraft: ({ owner }, threadId, text) =>
    attempt(() => {
      needs.store.saveDraft(owner, threadId, text)
      return null
    }),
  send: sendWith(needs),
  stop: ({ owner }, threadId) => {
    needs.runs.stop(owner, threadId)
    return ok(null)
  },
  retry: retryWith(needs),
})
