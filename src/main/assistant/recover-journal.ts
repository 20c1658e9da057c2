import { z } from 'zod'
import type { Failure } from '../../contract/failure'
import type { Database } from '../platform/database'
import { failure } from '../platform/failures'
import type { ActivityLog } from './activity-log'
import { callRecordSchema } from './call-record'

const ownedSchema = callRecordSchema.extend({ owner: z.string() })

const lost = (): Failure => failure('outcome-unknown')

/**
 * Puts right what the last process left behind. `sent` was committed before the request left, so such a call may
 * have been done: it becomes unknown and is never repeated. A claimed call was not sent: it waits for approval again.
 * The one statement that names no owner: it runs once, before anybody is signed in, and shows nobody anything.
 */
export const recoverJournal = (database: Database, time: number, log: ActivityLog): void => {
  database.transaction(() => {
    const recovered = [
      database.rows(
        ownedSchema,
        `update tool_calls set state = 'unknown', failure = ?, ended_at = ? where state = 'sent' returning *`,
        [JSON.stringify(lost()), time],
      ),
      database.rows(
        ownedSchema,
        `update tool_calls set state = 'pending', decision = 'waiting', approved_at = null, resumes = 0,
         grant_id = null where state = 'claimed' or (state = 'pending' and grant_id is not null) returning *`,
        [],
      ),
      database.rows(
        ownedSchema,
        `update tool_calls set state = 'stopped', ended_at = ? where state = 'running' returning *`,
        [time],
      ),
      // Calls from before there was a log.
      database.rows(
        ownedSchema,
        'select * from tool_calls where not exists (select 1 from activity_log) order by seq',
        [],
      ),
    ]
    for (const call of recovered.flat()) log.append(call.owner, call)
    database.run(`update messages set status = 'stopped' where status = 'streaming'`, [])
  })
}
