import type { Failure } from '../../../contract/failure'
import { err, ok, type Result } from '../../../contract/result'
import type { LocalSession } from '../../identity/session'
import { failure } from '../../platform/failures'
import type { ZippedText } from '../../platform/zip'
import type { ActivityLog } from '../activity-log'
import type { Halting } from '../halting'
import { attempt } from '../saving'
import { eraseOwner } from './erase-owner'
import { exportOwner, type ExportNeeds } from './export-owner'

/** All that is kept of one person, to take along or to be rid of. */
export type OwnData = {
  /** Every file of an export, read from the database one at a time. Throws `DatabaseError` where it can't be read. */
  readonly exportAll: (session: LocalSession) => Iterable<ZippedText>
  /** Stops what works in this person's name, gives up what waits, and deletes every row that is theirs. */
  readonly eraseAll: (session: LocalSession) => Result<null, Failure>
}

type Needs = ExportNeeds & {
  readonly activityLog: ActivityLog
  readonly halting: Halting
  readonly log: { readonly error: (event: string, error: unknown) => void }
}

const standStill = ({ halting, journal }: Needs, session: LocalSession): Result<unknown, Failure> => {
  const stopped = halting.stopEverything(session)
  if (!stopped.ok) return stopped
  const waiting = attempt(() => journal.waiting(session.owner, null).map(({ connection }) => connection))
  return waiting.ok ? halting.withdraw(session, new Set(waiting.value)) : waiting
}

/** Makes the part of the assistant that answers for a person's data as a whole. */
export const createOwnData = (needs: Needs): OwnData => ({
  exportAll: ({ owner }) => exportOwner(needs, owner),
  eraseAll: (session) => {
    const still = standStill(needs, session)
    if (!still.ok) return still
    try {
      eraseOwner(needs.database, session.owner, () => {
        needs.activityLog.forget(session.owner)
      })
      return ok(null)
    } catch (error) {
      needs.log.error('erase', error)
      return err(failure('not-saved', { action: { kind: 'retry' } }))
    }
  },
})
