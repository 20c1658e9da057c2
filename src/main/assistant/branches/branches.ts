import type { Failure } from '../../../contract/failure'
import { err, ok, type Result } from '../../../contract/result'
import type { Owner } from '../../identity/identifier'
import type { LocalSession, Session } from '../../identity/session'
import { failure } from '../../platform/failures'
import { chooseConnections } from '../chosen/chosen-connections'
import type { AssistantDependencies } from '../dependencies'
import type { Events } from '../events'
import type { Journal } from '../journal'
import type { Runs } from '../runs'
import { attempt } from '../saving'
import type { NewMessage, StoredMessage, ThreadStore } from '../thread-store'
import type { ThreadView } from '../thread-view'
import type { Undoing } from '../undo'

/** A message and the id that the window gave to what comes in its place: repeating it stores it once. */
export type Again = { readonly messageId: string; readonly newId: string }
/** What a person said instead, and which of the files that came with it still do; none named: all of them. */
export type Edited = Again & { readonly text: string; readonly files?: readonly string[] | undefined }

/** Saying or answering something again. What was there before is kept beside it, and what was done stays done. */
export type Branches = {
  /** Says something else in place of a message, and lets the model answer from there. */
  readonly edit: (session: Session, edited: Edited) => Promise<Result<null, Failure>>
  /** Lets the model answer again in place of one of its messages. */
  readonly regenerate: (session: Session, again: Again) => Result<null, Failure>
  /** Shows the path through a message. Nothing runs because of it. */
  readonly showVersion: (session: LocalSession, messageId: string) => Result<null, Failure>
  /** Keeps what is typed in place of a message; null: nothing is. */
  readonly saveEdit: (session: LocalSession, messageId: string, text: string | null) => Result<null, Failure>
  /** Lets the model go on from where it was stopped. */
  readonly goOn: (session: Session, threadId: string) => Result<null, Failure>
}

/** What branches need. */
export type BranchesNeeds = Pick<AssistantDependencies, 'database' | 'clock' | 'connections'> & {
  readonly store: ThreadStore
  readonly journal: Journal
  readonly view: ThreadView
  readonly events: Events
  readonly runs: Runs
  readonly undoing: Pick<Undoing, 'settled'>
}

const pageSize = 50
const end = Number.MAX_SAFE_INTEGER

// A thread that was deleted may come back: until then nothing of it is there, and nobody changes it.
const found = ({ store }: BranchesNeeds, owner: Owner, id: string): StoredMessage | undefined => {
  const message = store.message(owner, id)
  return message !== undefined && store.thread(owner, message.thread_id) !== undefined ? message : undefined
}

const onPath = (
  needs: BranchesNeeds,
  owner: Owner,
  { id, role }: { readonly id: string; readonly role: StoredMessage['role'] },
): StoredMessage | undefined => {
  const message = found(needs, owner, id)
  // SECURITY: what a file says never becomes a question or an answer of the person's own.
  return message?.active === 1 && message.imported === 0 && message.role === role ? message : undefined
}

type Change = { readonly owner: Owner; readonly threadId: string; readonly after: string; readonly limit: number }

const tell = ({ store, view, events }: BranchesNeeds, { owner, threadId, after, limit }: Change): void => {
  const page = store.messages(owner, threadId, { before: end, limit })
  const [first] = page
  const thread = view.thread(owner, threadId)
  events.emit(owner, [
    {
      kind: 'path-changed',
      threadId,
      messages: view.messages(owner, threadId, page),
      ...(after === '' ? {} : { after }),
      ...(first === undefined || first.parent_id === '' ? {} : { before: String(first.position) }),
    },
    ...(thread === undefined ? [] : [{ kind: 'thread' as const, thread }]),
  ])
}

/** Takes a step away from the path, whole or not at all; what waited there is withdrawn. */
const leaveBy = (
  needs: BranchesNeeds,
  { owner, threadId }: Pick<Change, 'owner' | 'threadId'>,
  step: () => void,
): Result<null, Failure> => {
  // Whatever is being said or read there ends first: nothing of it may come to stand on another path.
  if (needs.view.thread(owner, threadId)?.run === 'running') needs.runs.stop(owner, threadId)
  const left = attempt(() =>
    needs.database.transaction(() => {
      step()
      return needs.journal.leavePath(owner, threadId, needs.clock.now())
    }),
  )
  if (!left.ok) return left
  for (const call of left.value) needs.undoing.settled(owner, call)
  return ok(null)
}

/** Adds a message in the place of another one, which is left with all that follows it. */
const replace = (
  needs: BranchesNeeds,
  { owner, message }: { readonly owner: Owner; readonly message: StoredMessage },
  fresh: Pick<NewMessage, 'id' | 'role' | 'parts' | 'status'>,
): Result<null, Failure> => {
  const { thread_id, parent_id } = message
  const time = needs.clock.now()
  const left = leaveBy(needs, { owner, threadId: thread_id }, () => {
    needs.store.leave(owner, message)
    needs.store.addMessage(owner, { ...fresh, thread_id, parent_id, created_at: time })
    needs.store.saveEdit(owner, message.id, null)
    needs.store.touchThread(owner, thread_id, time)
  })
  if (left.ok) tell(needs, { owner, threadId: thread_id, after: parent_id, limit: 2 })
  return left
}

const editWith =
  (needs: BranchesNeeds): Branches['edit'] =>
  async ({ owner }, { messageId, newId, text, files }) => {
    const chosen = await chooseConnections(needs.connections, { text })
    if (!chosen.ok) return chosen
    if (needs.store.message(owner, newId) !== undefined) return ok(null)
    const message = onPath(needs, owner, { id: messageId, role: 'user' })
    if (message === undefined) return err(failure('not-found'))
    const parts: StoredMessage['parts'] = [
      { kind: 'text', text },
      ...(chosen.value === null ? [] : [chosen.value]),
      ...message.parts.filter((part) => part.kind === 'file' && (files?.includes(part.id) ?? true)),
    ]
    const said = replace(needs, { owner, message }, { id: newId, role: 'user', parts, status: 'complete' })
    if (!said.ok) return said
    needs.runs.personActed(owner, message.thread_id)
    needs.runs.start(owner, message.thread_id)
    return said
  }

// A call that takes another one back was asked for by the person: there is nothing to answer again.
const isAnswer = ({ journal }: BranchesNeeds, owner: Owner, message: StoredMessage): boolean => {
  const calls = journal.ofMessages(owner, message.thread_id, [message.id])
  return calls.every(({ undoes }) => undoes === null)
}

const regenerateWith =
  (needs: BranchesNeeds): Branches['regenerate'] =>
  ({ owner }, { messageId, newId: id }) => {
    if (needs.store.message(owner, id) !== undefined) return ok(null)
    const message = onPath(needs, owner, { id: messageId, role: 'assistant' })
    if (message === undefined || !isAnswer(needs, owner, message)) return err(failure('not-found'))
    const left = replace(needs, { owner, message }, { id, role: 'assistant', parts: [], status: 'streaming' })
    const fresh = needs.store.message(owner, id)
    if (!left.ok || fresh === undefined) return left
    needs.runs.personActed(owner, message.thread_id)
    needs.runs.again(owner, fresh)
    return left
  }

const nearestOnPath = ({ store }: BranchesNeeds, owner: Owner, message: StoredMessage): string => {
  let above = store.message(owner, message.parent_id)
  while (above !== undefined && above.active === 0) above = store.message(owner, above.parent_id)
  return above?.id ?? ''
}

const showVersionWith =
  (needs: BranchesNeeds): Branches['showVersion'] =>
  ({ owner }, messageId) => {
    const message = found(needs, owner, messageId)
    if (message === undefined) return err(failure('not-found'))
    if (message.active === 1) return ok(null)
    const threadId = message.thread_id
    const after = nearestOnPath(needs, owner, message)
    const left = leaveBy(needs, { owner, threadId }, () => {
      needs.store.show(owner, message)
    })
    if (left.ok) tell(needs, { owner, threadId, after, limit: pageSize })
    return left
  }

const lastOf = (store: ThreadStore, owner: Owner, threadId: string): StoredMessage | undefined =>
  store.thread(owner, threadId) && store.messages(owner, threadId, { before: end, limit: 1 })[0]

const goOnWith =
  ({ store, view, runs }: BranchesNeeds): Branches['goOn'] =>
  ({ owner }, threadId) => {
    const last = lastOf(store, owner, threadId)
    if (last?.role !== 'assistant' || last.status !== 'stopped' || last.imported === 1) return err(failure('not-found'))
    if (view.thread(owner, threadId)?.run === 'running') return ok(null)
    runs.personActed(owner, threadId)
    // What said nothing is said in its own place.
    if (last.parts.length === 0) runs.again(owner, last)
    else runs.start(owner, threadId)
    return ok(null)
  }

/** Makes the part of the assistant that goes back and says or answers something again. */
export const createBranches = (needs: BranchesNeeds): Branches => ({
  edit: editWith(needs),
  regenerate: regenerateWith(needs),
  showVersion: showVersionWith(needs),
  saveEdit: ({ owner }, messageId, text) =>
    attempt(() => {
      if (needs.store.message(owner, messageId)?.imported === 0) needs.store.saveEdit(owner, messageId, text)
      return null
    }),
  goOn: goOnWith(needs),
})
