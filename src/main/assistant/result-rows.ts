import type { Failure } from '../../contract/failure'
import { mainList } from '../../contract/plain/main-list'
import { rowsAtOnce } from '../../contract/plain/rows-at-once'
import type { ResultRows } from '../../contract/result-rows'
import { err, ok, type Result } from '../../contract/result'
import type { Owner } from '../identity/identifier'
import { failure } from '../platform/failures'
import { boundJson } from './bounded-json'
import type { Journal } from './journal'
import { attempt } from './saving'

// A page of a table has room for no more, and a row is shown whole in what a window got with the conversation.
const mostOfOneRow = 4000

/** Reads some rows of a result that is too long to be shown at once. */
export const readResultRows = (
  journal: Journal,
  owner: Owner,
  { callId, from }: { readonly callId: string; readonly from: number },
): Result<ResultRows, Failure> => {
  const call = attempt(() => journal.find(owner, callId))
  if (!call.ok) return call
  const result = call.value?.result
  if (result === undefined || result === null) return err(failure('not-found'))
  const rows = mainList(result.value)?.rows ?? []
  return ok({ rows: rows.slice(from, from + rowsAtOnce).map((row) => boundJson(row, mostOfOneRow).value) })
}
