import { z } from 'zod'
import type { Clock } from '../../platform/clock'
import type { Database } from '../../platform/database'
import { attempt } from '../saving'
import { rewriteIndex } from '../search/rewrite-index'

/** For how long a deleted thread can be had back, in main: a little longer than windows offer it. */
export const keptDeletedMs = 30_000

const pauseMs = 20
// Taking a text out of the index as well takes its time: a long thread goes in pieces, so that nothing else waits.
const messagesAtOnce = 50

const doomedSchema = z.object({ owner: z.string(), id: z.string() })
type Doomed = z.infer<typeof doomedSchema>

type Needs = { readonly database: Database; readonly clock: Clock }

const firstDoomed = ({ database }: Needs, before: number): Doomed | undefined =>
  database.row(doomedSchema, 'select owner, id from threads where deleted_at <= ? order by deleted_at limit 1', [
    before,
  ])

/** Takes a piece of a thread away; whether that was all of it. */
const takeAway = ({ database }: Needs, { owner, id }: Doomed): boolean =>
  database.transaction(() => {
    const taken = database.run(
      `delete from messages where owner = ?1 and thread_id = ?2 and id in (
         select id from messages where owner = ?1 and thread_id = ?2 order by position desc limit ?3)`,
      [owner, id, messagesAtOnce],
    )
    if (taken === messagesAtOnce) return false
    database.run('delete from drafts where owner = ? and thread_id = ?', [owner, id])
    database.run('delete from threads where owner = ? and id = ? and deleted_at is not null', [owner, id])
    return true
  })

function* forget(needs: Needs, before: number): Generator<undefined, undefined> {
  let forgot = false
  for (;;) {
    const doomed = firstDoomed(needs, before)
    if (doomed === undefined) break
    takeAway(needs, doomed)
    forgot = true
    yield
  }
  if (!forgot) return undefined
  yield* rewriteIndex(needs.database)
  needs.database.forgetDeleted()
  return undefined
}

/** Destroys what was deleted once it can't be had back any more. */
export type Forgetting = {
  /** Sees to it that what was deleted just now goes when its time is over. */
  readonly soon: () => void
}

/**
 * Begins with what the last process left: a restart ends the time in which it could be had back. Like putting the
 * journal right this names no owner: it shows nobody anything.
 */
export const createForgetting = (needs: Needs): Forgetting => {
  const { clock } = needs
  // Piece by piece. What the disk refuses now is tried again at the next start.
  const work = (pieces: Generator<undefined, undefined>): void => {
    const piece = attempt(() => pieces.next().done === true)
    if (!piece.ok || piece.value) return
    clock.after(pauseMs, () => {
      work(pieces)
    })
  }
  const beforeStart = clock.now() - 1
  clock.after(pauseMs, () => {
    work(forget(needs, beforeStart))
  })
  return {
    soon: () => {
      clock.after(keptDeletedMs, () => {
        work(forget(needs, clock.now() - keptDeletedMs))
      })
    },
  }
}
