import type { Message, Part, Thread } from '../../contract/conversation'
import type { Owner } from '../identity/identifier'
import { branchesOf } from './branches/versions'
import type { CallRecord } from './call-record'
import { toToolCall } from './call-view'
import type { Journal } from './journal'
import type { StoredMessage, StoredPart, StoredThread, ThreadStore } from './thread-store'

/** Threads and messages as windows show them. */
export type ThreadView = {
  readonly threads: (owner: Owner) => Thread[]
  readonly thread: (owner: Owner, threadId: string) => Thread | undefined
  readonly message: (owner: Owner, message: StoredMessage) => Message
  readonly messages: (owner: Owner, threadId: string, messages: readonly StoredMessage[]) => Message[]
}

/** The key under which a thread's run is found. */
export const runKey = (owner: Owner, threadId: string): string => `${owner}\n${threadId}`

const toPart = (part: StoredPart, calls: ReadonlyMap<string, CallRecord>): readonly Part[] => {
  if (part.kind !== 'tool-call') return [part]
  const call = calls.get(part.id)
  return call === undefined ? [] : [{ kind: 'tool-call', call: toToolCall(call) }]
}

type About = {
  readonly calls: ReadonlyMap<string, CallRecord>
  readonly branch?: Message['branch']
  readonly edit?: string | undefined
}

const toMessage = (stored: StoredMessage, { calls, branch, edit }: About): Message => ({
  id: stored.id,
  threadId: stored.thread_id,
  role: stored.role,
  parts: stored.parts.flatMap((part) => toPart(part, calls)),
  status: stored.status,
  createdAt: stored.created_at,
  ...(branch === undefined ? {} : { branch }),
  ...(stored.imported === 1 ? { imported: true } : {}),
  ...(edit === undefined ? {} : { edit }),
})

const toThread = (stored: StoredThread, run: Thread['run']): Thread => ({
  id: stored.id,
  title: stored.title,
  createdAt: stored.created_at,
  updatedAt: stored.updated_at,
  run,
  ...(stored.pinned_at === null ? {} : { pinned: true }),
  ...(stored.archived_at === null ? {} : { archived: true }),
  ...(stored.imported_at === null ? {} : { imported: true }),
})

/** Makes the view; `running` holds the keys of the threads whose run is under way. */
export const createThreadView = (needs: {
  readonly store: ThreadStore
  readonly journal: Journal
  readonly running: ReadonlySet<string>
}): ThreadView => {
  const { store, journal, running } = needs
  const stateOf = (owner: Owner, id: string, open: ReadonlyMap<string, 'running' | 'waiting'>): Thread['run'] =>
    running.has(runKey(owner, id)) ? 'running' : (open.get(id) ?? 'idle')
  const messages: ThreadView['messages'] = (owner, threadId, stored) => {
    const calls = journal.ofMessages(
      owner,
      threadId,
      stored.map(({ id }) => id),
    )
    const byId = new Map(calls.map((call) => [call.id, call]))
    const branchOf = branchesOf(store, { owner, threadId }, stored)
    return stored.map((message) =>
      toMessage(message, {
        calls: byId,
        branch: branchOf(message),
        edit: message.role === 'user' ? store.edit(owner, message.id) : undefined,
      }),
    )
  }
  return {
    threads: (owner) => {
      const open = journal.openThreads(owner, null)
      return store.threads(owner).map((thread) => toThread(thread, stateOf(owner, thread.id, open)))
    },
    thread: (owner, threadId) => {
      const stored = store.thread(owner, threadId)
      return stored && toThread(stored, stateOf(owner, threadId, journal.openThreads(owner, threadId)))
    },
    message: (owner, stored) => {
      const [message] = messages(owner, stored.thread_id, [stored])
      return message ?? toMessage(stored, { calls: new Map() })
    },
    messages,
  }
}
