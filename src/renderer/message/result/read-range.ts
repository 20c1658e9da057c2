import type { Failure } from '../../../contract/failure'
import type { JsonObject } from '../../../contract/json'
import { mostRowsAtOnce } from '../../../contract/plain/rows-at-once'
import type { Result } from '../../../contract/result'
import type { ResultActions, RowRange } from '../../app/result-actions'
import { asRow } from './cell'

/** Rows that were read, and how many of them were too long to come whole. */
export type ReadRows = { readonly rows: readonly JsonObject[]; readonly shortened: number }

/** Reads rows of a result from main, as many pieces as it takes; fewer where the list ends before. */
export const readRange = async (
  readRows: ResultActions['readRows'],
  callId: string,
  { from, count }: RowRange,
): Promise<Result<ReadRows, Failure>> => {
  const rows: JsonObject[] = []
  let shortened = 0
  while (rows.length < count) {
    const reply = await readRows(callId, {
      from: from + rows.length,
      count: Math.min(count - rows.length, mostRowsAtOnce),
    })
    if (!reply.ok) return reply
    if (reply.value.rows.length === 0) break
    rows.push(...reply.value.rows.map(asRow))
    shortened += reply.value.shortened
  }
  return { ok: true, value: { rows, shortened } }
}
