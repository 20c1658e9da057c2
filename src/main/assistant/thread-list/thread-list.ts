import type { Failure } from '../../../contract/failure'
import { err, ok, type Result } from '../../../contract/result'
import type { Owner } from '../../identity/identifier'
import type { LocalSession } from '../../identity/session'
import type { Clock } from '../../platform/clock'
import type { Database } from '../../platform/database'
import { failure } from '../../platform/failures'
import type { Events } from '../events'
import type { Grants } from '../grants'
import type { Journal } from '../journal'
import type { Runs } from '../runs'
import { attempt } from '../saving'
import type { Forgetting } from './forgetting'
import type { Shelf } from './shelf'

type Outcome = Result<null, Failure>

/** The list of a person's threads: naming, pinning, putting away, deleting and having back. */
export type ThreadList = {
  readonly renameThread: (session: LocalSession, threadId: string, title: string) => Outcome
  readonly pinThread: (session: LocalSession, threadId: string, pinned: boolean) => Outcome
  readonly archiveThread: (session: LocalSession, threadId: string, archived: boolean) => Outcome
  /**
   * Takes a thread away. For a while it can be had back; what waited in it for approval is withdrawn at once and what
   * was allowed in it ends at once, and neither comes back with it.
   */
  readonly deleteThread: (session: LocalSession, threadId: string) => Outcome
  readonly restoreThread: (session: LocalSession, threadId: string) => Outcome
}

/** What the list needs. */
export type ThreadListNeeds = {
  readonly database: Database
  readonly clock: Clock
  readonly shelf: Shelf
  readonly forgetting: Forgetting
  readonly journal: Journal
  readonly grants: Grants
  readonly events: Events
  readonly runs: Runs
}

const longestTitle = 200

// One line, whatever was pasted.
const nameOf = (title: string): string => title.replace(/\s+/g, ' ').trim().slice(0, longestTitle)

const found = (changed: Result<boolean, Failure>): Outcome => {
  if (!changed.ok) return changed
  return changed.value ? ok(null) : err(failure('not-found'))
}

const deleteWith =
  (needs: ThreadListNeeds): ThreadList['deleteThread'] =>
  ({ owner }, threadId) => {
    needs.runs.stop(owner, threadId)
    const deleted = attempt(() =>
      needs.database.transaction(() => {
        const time = needs.clock.now()
        if (!needs.shelf.markDeleted(owner, threadId, time)) return false
        needs.journal.leaveThread(owner, threadId, time)
        needs.grants.end(
          owner,
          'thread-deleted',
          (grant) => grant.duration === 'thread' && grant.thread_id === threadId,
        )
        return true
      }),
    )
    if (!deleted.ok) return deleted
    // A second click, or somebody else's thread: there is nothing to delete.
    if (!deleted.value) return ok(null)
    needs.forgetting.soon()
    needs.events.emit(owner, [{ kind: 'thread-deleted', threadId }])
    return ok(null)
  }

/** Makes the part of the assistant that keeps the list of threads. */
export const createThreadList = (needs: ThreadListNeeds): ThreadList => {
  const { shelf, clock } = needs
  const change = (owner: Owner, threadId: string, work: () => boolean): Outcome => {
    const outcome = found(attempt(work))
    if (outcome.ok) needs.runs.show(owner, threadId)
    return outcome
  }
  return {
    renameThread: ({ owner }, threadId, title) => {
      const name = nameOf(title)
      if (name === '') return err(failure('request-invalid'))
      return change(owner, threadId, () => shelf.rename(owner, threadId, name))
    },
    pinThread: ({ owner }, threadId, pinned) =>
      change(owner, threadId, () => shelf.pin(owner, threadId, pinned ? clock.now() : null)),
    archiveThread: ({ owner }, threadId, archived) =>
      change(owner, threadId, () => shelf.archive(owner, threadId, archived ? clock.now() : null)),
    deleteThread: deleteWith(needs),
    restoreThread: ({ owner }, threadId) => change(owner, threadId, () => shelf.restore(owner, threadId)),
  }
}
