import type { Failure } from '../../contract/failure'
import type { Json } from '../../contract/json'
import { mainList } from '../../contract/plain/main-list'
import type { ResultRows } from '../../contract/result-rows'
import { err, ok, type Result } from '../../contract/result'
import type { Owner } from '../identity/identifier'
import { failure } from '../platform/failures'
import { boundJson } from './bounded-json'
import type { Journal } from './journal'
import { attempt } from './saving'

// What goes to a window at once without a halt that anybody notices, in characters of JSON.
const mostAtOnce = 400_000

const pieceOf = (rows: readonly Json[]): ResultRows => {
  const piece: Json[] = []
  let shortened = 0
  let left = mostAtOnce
  for (const row of rows) {
    left -= JSON.stringify(row).length
    // One row comes in any case, so that whoever asks for the next ones gets on.
    if (left < 0 && piece.length > 0) break
    const { value, truncated } = boundJson(row, mostAtOnce)
    piece.push(value)
    if (truncated) shortened += 1
  }
  return { rows: piece, shortened }
}

/** Reads some rows of a result that is too long to be shown at once. */
export const readResultRows = (
  journal: Journal,
  owner: Owner,
  { callId, from, count }: { readonly callId: string; readonly from: number; readonly count: number },
): Result<ResultRows, Failure> => {
  const call = attempt(() => journal.find(owner, callId))
  if (!call.ok) return call
  const result = call.value?.result
  if (result === undefined || result === null) return err(failure('not-found'))
  return ok(pieceOf((mainList(result.value)?.rows ?? []).slice(from, from + count)))
}
