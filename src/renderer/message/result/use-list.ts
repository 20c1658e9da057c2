import { useEffect, useMemo, useState } from 'react'
import type { Failure } from '../../../contract/failure'
import type { JsonObject } from '../../../contract/json'
import { rowsAtOnce } from '../../../contract/plain/rows-at-once'
import type { Result } from '../../../contract/result'
import { useActions } from '../../app/use-app'
import { readRange, type ReadRows } from './read-range'

/** A list in a result: the rows that came along, how many can be asked for, and how many there were. */
export type List = {
  readonly callId: string
  readonly here: readonly JsonObject[]
  readonly kept: number
  readonly total: number
}

/** Rows that are shown, or why they are not. */
export type Shown = {
  readonly rows: readonly JsonObject[]
  readonly loading: boolean
  readonly failure: Failure | undefined
  readonly retry: () => void
}

type Fetched = { readonly from: number; readonly rows: readonly JsonObject[]; readonly failure: Failure | undefined }

const nothing: Fetched = { from: -1, rows: [], failure: undefined }

type Range = { readonly from: number; readonly to: number }

/** Rows of a list from one number on: those that came along, or asked for. Not when nobody wants them. */
const useFetched = ({ callId, here, kept }: List, { from, to }: Range, wanted: boolean): Shown => {
  const { readRows } = useActions()
  const end = Math.min(to, kept)
  const isHere = end <= here.length
  const [fetched, setFetched] = useState<Fetched>(nothing)
  const [tries, setTries] = useState(0)
  useEffect(() => {
    if (isHere || !wanted) return undefined
    let current = true
    void readRange(readRows, callId, { from, count: end - from }).then((reply) => {
      if (!current) return
      setFetched(
        reply.ok ? { from, rows: reply.value.rows, failure: undefined } : { from, rows: [], failure: reply.failure },
      )
    })
    return () => {
      current = false
    }
  }, [readRows, callId, from, end, isHere, wanted, tries])
  const retry = (): void => {
    setFetched(nothing)
    setTries(tries + 1)
  }
  const rows = useMemo(() => (isHere ? here.slice(from, end) : fetched.rows), [isHere, here, from, end, fetched])
  if (isHere) return { rows, loading: false, failure: undefined, retry }
  if (fetched.from !== from) return { rows: [], loading: wanted, failure: undefined, retry }
  return { rows, loading: false, failure: fetched.failure, retry }
}

/** One page of a list. */
export const usePage = (list: List, page: number, wanted = true): Shown =>
  useFetched(list, { from: page * rowsAtOnce, to: (page + 1) * rowsAtOnce }, wanted)

/** Every row of a list that is kept, once they are wanted. */
export const useAllRows = (list: List, wanted: boolean): Shown => useFetched(list, { from: 0, to: list.kept }, wanted)

/** Reads every row of a list that is kept. */
export const useReadAll = ({ callId, here, kept }: List): (() => Promise<Result<ReadRows, Failure>>) => {
  const { readRows } = useActions()
  return async () =>
    here.length >= kept
      ? { ok: true, value: { rows: here, shortened: 0 } }
      : await readRange(readRows, callId, { from: 0, count: kept })
}
