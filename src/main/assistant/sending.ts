import type { Failure } from '../../contract/failure'
import type { AttachedFile } from '../../contract/files'
import { err, ok, type Result } from '../../contract/result'
import type { Owner } from '../identity/identifier'
import { failure } from '../platform/failures'
import type { Assistant } from './assistant'
import type { FileStore } from './attachments/file-store'
import { chooseConnections, type ChosenPart } from './chosen/chosen-connections'
import type { AssistantDependencies } from './dependencies'
import type { Events } from './events'
import type { Journal } from './journal'
import type { Queue } from './queue/queue'
import type { QueueStore } from './queue/queue-store'
import type { Runs } from './runs'
import { attempt, joined } from './saving'
import type { ThreadStore } from './thread-store'
import type { ThreadView } from './thread-view'
import { threadTitle } from './titles'

/** What sending needs. */
export type SendingNeeds = Pick<AssistantDependencies, 'database' | 'clock' | 'connections' | 'newId'> & {
  readonly store: ThreadStore
  readonly files: FileStore
  readonly queued: QueueStore
  readonly journal: Journal
  readonly view: ThreadView
  readonly events: Events
  readonly runs: Runs
}

// Something new was said: what only waited for its connection is not asked for any more.
const giveUpWaitingReads = ({ journal }: SendingNeeds, owner: Owner, threadId: string): void => {
  for (const call of journal.waiting(owner, threadId)) {
    if (call.state === 'failed')
      journal.step(owner, { id: call.id, from: ['failed'], resumes: 1 }, { state: 'failed', resumes: 0 })
  }
}

type Sent = Omit<Parameters<Assistant['send']>[1], 'connections' | 'files'> & {
  readonly chosen: ChosenPart | null
  readonly files: readonly AttachedFile[]
}
type Given = Omit<Sent, 'files'> & { readonly files?: readonly string[] | undefined }
type Stored = { readonly threadId: string; readonly isNew: boolean }

const storeMessage = (needs: SendingNeeds, owner: Owner, sent: Sent): Result<Stored, Failure> => {
  const { store, clock } = needs
  const threadId = sent.threadId ?? needs.newId()
  const time = clock.now()
  if (sent.threadId === null) store.addThread(owner, { id: threadId, title: threadTitle(sent.text), time })
  else if (store.thread(owner, threadId) === undefined) return err(failure('not-found'))
  store.addMessage(owner, {
    id: sent.messageId,
    thread_id: threadId,
    role: 'user',
    parts: [
      { kind: 'text', text: sent.text },
      ...(sent.chosen === null ? [] : [sent.chosen]),
      ...sent.files.map((file) => ({ kind: 'file' as const, ...file })),
    ],
    status: 'complete',
    created_at: time,
  })
  needs.files.say(owner, threadId, sent.files)
  store.touchThread(owner, threadId, time)
  // Whoever says something in a thread that was put away has taken it out again.
  store.archive(owner, threadId, null)
  giveUpWaitingReads(needs, owner, threadId)
  return ok({ threadId, isNew: true })
}

const answer = (needs: SendingNeeds, owner: Owner, messageId: string): void => {
  const message = needs.store.message(owner, messageId)
  const thread = message && needs.view.thread(owner, message.thread_id)
  if (message === undefined || thread === undefined) return
  needs.events.emit(owner, [
    { kind: 'thread', thread },
    { kind: 'message', message: needs.view.message(owner, message) },
  ])
  needs.runs.personActed(owner, thread.id)
  needs.runs.start(owner, thread.id)
}

/** Says a message that waited: out of the queue and into the thread, both or neither. */
export const deliverWith =
  (needs: SendingNeeds) =>
  (owner: Owner, id: string): Result<null, Failure> => {
    const stored = joined(
      attempt(() =>
        needs.database.transaction(() => {
          const waiting = needs.queued.find(owner, id)
          // In a thread that was deleted it stays, in case that is restored.
          if (waiting === undefined || needs.store.thread(owner, waiting.thread_id) === undefined)
            return err(failure('not-found'))
          // Whoever takes it out says it: nobody else can any more.
          if (!needs.queued.take(owner, id)) return err(failure('not-found'))
          const { thread_id: threadId, text, chosen, files } = waiting
          return storeMessage(needs, owner, { threadId, messageId: id, text, chosen, files })
        }),
      ),
    )
    if (!stored.ok) return stored
    answer(needs, owner, id)
    return ok(null)
  }

const knownAs = ({ store, queued }: SendingNeeds, owner: Owner, id: string): string | undefined =>
  store.message(owner, id)?.thread_id ?? queued.find(owner, id)?.thread_id

// Another window has sent or removed one: what is sent is what the person sees, or nothing.
const filesOf = ({ files }: SendingNeeds, owner: Owner, { threadId, files: wanted = [] }: Given) => {
  const drafted = files.ofDraft(owner, threadId)
  const found = wanted.flatMap((id) => drafted.find((file) => file.id === id) ?? [])
  return found.length === wanted.length ? found : undefined
}

// While a run is at work a message waits its turn; while a call waits for the person it is said at once.
const isAtWork = ({ view }: SendingNeeds, owner: Owner, threadId: string): boolean =>
  view.thread(owner, threadId)?.run === 'running'

const takeIn = (
  needs: SendingNeeds,
  queue: Queue,
  { owner, given }: { readonly owner: Owner; readonly given: Given },
): Result<Stored, Failure> => {
  const { threadId, messageId: id, text, chosen } = given
  const known = knownAs(needs, owner, id)
  if (known !== undefined) return ok({ threadId: known, isNew: false })
  // What can't be said stays in the box.
  if (threadId !== null && needs.store.thread(owner, threadId) === undefined) return err(failure('not-found'))
  const files = filesOf(needs, owner, given)
  if (files === undefined) return err(failure('not-found'))
  needs.store.saveDraft(owner, threadId, '')
  if (threadId === null || !isAtWork(needs, owner, threadId)) return storeMessage(needs, owner, { ...given, files })
  needs.files.say(owner, threadId, files)
  queue.add(owner, { id, threadId, text, chosen, files })
  return ok({ threadId, isNew: false })
}

/** Makes what takes messages in. */
export const createSending =
  (needs: SendingNeeds, queue: Queue): Assistant['send'] =>
  async ({ owner }, sent) => {
    const chosen = await chooseConnections(needs.connections, sent)
    if (!chosen.ok) return chosen
    const whole = { ...sent, chosen: chosen.value }
    const stored = joined(
      attempt(() => needs.database.transaction(() => takeIn(needs, queue, { owner, given: whole }))),
    )
    if (!stored.ok) return stored
    const { threadId, isNew } = stored.value
    if (isNew) answer(needs, owner, sent.messageId)
    return ok({ threadId })
  }
