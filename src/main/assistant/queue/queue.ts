import type { Queue as ShownQueue } from '../../../contract/conversation'
import type { Failure } from '../../../contract/failure'
import { err, ok, type Result } from '../../../contract/result'
import type { Owner } from '../../identity/identifier'
import type { LocalSession, Session } from '../../identity/session'
import type { Clock } from '../../platform/clock'
import { failure } from '../../platform/failures'
import { chooseConnections } from '../chosen/chosen-connections'
import type { FileStore } from '../attachments/file-store'
import type { AssistantDependencies } from '../dependencies'
import type { Events } from '../events'
import type { Runs } from '../runs'
import { attempt } from '../saving'
import type { ThreadStore } from '../thread-store'
import { runKey, type ThreadView } from '../thread-view'
import type { QueueStore, StoredQueued } from './queue-store'

/** A queued message as it is changed: `done` is false while the person still types, and nothing is sent until it is true. */
export type QueuedChange = { readonly id: string; readonly text: string; readonly done: boolean }

/** What a person can do with messages that wait. */
export type QueueActions = {
  readonly changeQueued: (session: LocalSession, change: QueuedChange) => Promise<Result<null, Failure>>
  readonly removeQueued: (session: LocalSession, id: string) => Result<null, Failure>
  /** Sends one right away; what is being said is stopped for it. */
  readonly sendQueued: (session: Session, id: string) => Result<null, Failure>
}

/** A message that is to wait. */
export type NewQueued = Pick<StoredQueued, 'id' | 'text' | 'chosen' | 'files'> & { readonly threadId: string }

/** Messages that were sent while a run was at work: each is sent once, when the run before it is through. */
export type Queue = QueueActions & {
  readonly shown: (owner: Owner, threadId: string) => ShownQueue
  readonly add: (owner: Owner, queued: NewQueued) => void
  /** The thread rests: the next one may go. */
  readonly rested: (owner: Owner, threadId: string) => void
  /** The person stopped the thread: nothing is sent until they ask. */
  readonly stopped: (owner: Owner, threadId: string) => void
  /** Everything stops: whoever comes back is asked. */
  readonly stoppedAll: () => void
}

/** What the queue needs. */
export type QueueNeeds = Pick<AssistantDependencies, 'connections'> & {
  readonly queued: QueueStore
  readonly files: Pick<FileStore, 'forget'>
  readonly store: ThreadStore
  readonly view: ThreadView
  readonly events: Events
  readonly clock: Clock
  readonly runs: Pick<Runs, 'stop'>
  /** Takes a message out of the queue and says it, both or neither. */
  readonly deliver: (owner: Owner, id: string) => Result<null, Failure>
}

type Thread = { readonly owner: Owner; readonly threadId: string }

// Which queues go on by themselves is known in this process only: after a start, each waits to be asked.
const createRelease = () => {
  const released = new Set<string>()
  return {
    clear: (): void => {
      released.clear()
    },
    has: ({ owner, threadId }: Thread): boolean => released.has(runKey(owner, threadId)),
    give: ({ owner, threadId }: Thread): void => {
      released.add(runKey(owner, threadId))
    },
    take: ({ owner, threadId }: Thread): void => {
      released.delete(runKey(owner, threadId))
    },
  }
}

const lastFailed = ({ store }: QueueNeeds, { owner, threadId }: Thread): boolean =>
  store.messages(owner, threadId, { before: Number.MAX_SAFE_INTEGER, limit: 1 })[0]?.status === 'failed'

const gone = (): Result<never, Failure> => err(failure('not-found'))

/** What the actions of a person share: what is shown, told and sent next. */
type Bench = {
  readonly release: ReturnType<typeof createRelease>
  readonly shown: Queue['shown']
  readonly tell: (thread: Thread) => void
  readonly next: (thread: Thread) => void
  readonly found: (owner: Owner, id: string) => Thread | undefined
}

const openBench = (needs: QueueNeeds): Bench => {
  const { queued, view, events } = needs
  const release = createRelease()
  const shown: Queue['shown'] = (owner, threadId) => {
    const messages = queued
      .list(owner, threadId)
      .map(({ id, text, files }) => ({ id, text, ...(files.length === 0 ? {} : { files: [...files] }) }))
    return { messages, held: messages.length > 0 && !release.has({ owner, threadId }) }
  }
  const tell = ({ owner, threadId }: Thread): void => {
    events.emit(owner, [{ kind: 'queue', threadId, queue: shown(owner, threadId) }])
  }
  return {
    release,
    shown,
    tell,
    next: (thread) => {
      const { owner, threadId } = thread
      if (!release.has(thread) || view.thread(owner, threadId)?.run !== 'idle') return
      const [first] = queued.list(owner, threadId)
      // What failed once would fail with the next message too: none is spent on that.
      if (first === undefined || lastFailed(needs, thread) || !needs.deliver(owner, first.id).ok) release.take(thread)
      if (first !== undefined) tell(thread)
    },
    found: (owner, id) => {
      const threadId = queued.find(owner, id)?.thread_id
      return threadId === undefined ? undefined : { owner, threadId }
    },
  }
}

const actionsOn = (needs: QueueNeeds, { release, tell, next, found }: Bench): QueueActions => ({
  changeQueued: async ({ owner }, { id, text, done }) => {
    // Held first: while what it chooses is looked up, it must not be sent as it was.
    const before = found(owner, id)
    if (before === undefined) return gone()
    release.take(before)
    const chosen = await chooseConnections(needs.connections, { text })
    if (done && !chosen.ok) return chosen
    const thread = found(owner, id)
    if (thread === undefined) return gone()
    const changed = attempt(() => {
      needs.queued.change(owner, { id, text, chosen: chosen.ok ? chosen.value : null })
    })
    if (!changed.ok) return changed
    if (done) release.give(thread)
    tell(thread)
    if (done) next(thread)
    return ok(null)
  },
  removeQueued: ({ owner }, id) => {
    const thread = found(owner, id)
    if (thread === undefined) return gone()
    const taken = attempt(() => {
      const files = needs.queued.find(owner, id)?.files ?? []
      if (needs.queued.take(owner, id)) needs.files.forget(owner, files)
    })
    if (!taken.ok) return taken
    tell(thread)
    return ok(null)
  },
  sendQueued: ({ owner }, id) => {
    const thread = found(owner, id)
    if (thread === undefined) return gone()
    if (needs.view.thread(owner, thread.threadId)?.run === 'running') needs.runs.stop(owner, thread.threadId)
    const sent = needs.deliver(owner, id)
    if (sent.ok) release.give(thread)
    tell(thread)
    return sent
  },
})

/** Makes the queues of all threads. */
export const createQueue = (needs: QueueNeeds): Queue => {
  const bench = openBench(needs)
  const { release, shown, tell, next } = bench
  return {
    ...actionsOn(needs, bench),
    shown,
    add: (owner, { id, threadId, text, chosen, files }) => {
      needs.queued.add(owner, { id, thread_id: threadId, text, chosen, files, created_at: needs.clock.now() })
      release.give({ owner, threadId })
      tell({ owner, threadId })
    },
    rested: (owner, threadId) =>
      void attempt(() => {
        next({ owner, threadId })
      }),
    stopped: (owner, threadId) =>
      void attempt(() => {
        const thread = { owner, threadId }
        if (!release.has(thread)) return
        release.take(thread)
        tell(thread)
      }),
    stoppedAll: release.clear,
  }
}
