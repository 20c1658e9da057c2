import type { ActivityEntry, ActivityPage } from '../../contract/activity'
import type { Failure } from '../../contract/failure'
import { err, type Result } from '../../contract/result'
import type { Owner } from '../identity/identifier'
import { failure } from '../platform/failures'
import { toToolCall, type CallRecord } from './call-record'
import type { Journal } from './journal'
import { attempt } from './saving'

const pageSize = 50
const cursorPattern = /^\d{1,15}$/

const toEntry = (call: CallRecord): ActivityEntry => ({
  call: toToolCall(call),
  // An approval that was given back is waiting again, whoever approved it before.
  decision: call.state === 'pending' ? 'waiting' : call.decision,
  threadTitle: call.thread_title,
})

/** A page of what was done in this owner's name, newest first. */
export const activityPage = (
  journal: Journal,
  owner: Owner,
  before: string | undefined,
): Result<ActivityPage, Failure> => {
  if (before !== undefined && !cursorPattern.test(before)) return err(failure('request-invalid'))
  return attempt(() => {
    const calls = journal.page(owner, before === undefined ? null : Number(before), pageSize)
    const last = calls.at(-1)
    return {
      entries: calls.map(toEntry),
      ...(last !== undefined && calls.length === pageSize ? { before: String(last.seq) } : {}),
    }
  })
}
