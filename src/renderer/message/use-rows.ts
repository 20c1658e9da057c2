import { useEffect, useState } from 'react'
import type { Failure } from '../../contract/failure'
import type { Json, JsonObject } from '../../contract/json'
import { isObject } from '../../contract/plain/main-list'
import { rowsAtOnce } from '../../contract/plain/rows-at-once'
import { useActions } from '../app/use-app'

/** One page of a long list. */
export type RowsPage = {
  readonly rows: readonly JsonObject[]
  readonly loading: boolean
  readonly failure: Failure | undefined
  readonly retry: () => void
}

type Fetched = { readonly page: number; readonly rows: readonly Json[]; readonly failure: Failure | undefined }

const nothing: Fetched = { page: -1, rows: [], failure: undefined }

/** The rows of a page: those that came with the conversation, or asked for. */
export const useRows = (callId: string, here: readonly JsonObject[], at: { page: number; kept: number }): RowsPage => {
  const actions = useActions()
  const { page, kept } = at
  const from = page * rowsAtOnce
  const isHere = Math.min(from + rowsAtOnce, kept) <= here.length
  const [fetched, setFetched] = useState<Fetched>(nothing)
  const [tries, setTries] = useState(0)
  useEffect(() => {
    if (isHere) return undefined
    let current = true
    void actions.readRows(callId, from).then((reply) => {
      if (!current) return
      setFetched(
        reply.ok ? { page, rows: reply.value.rows, failure: undefined } : { page, rows: [], failure: reply.failure },
      )
    })
    return () => {
      current = false
    }
  }, [actions, callId, from, isHere, page, tries])
  const retry = (): void => {
    setFetched(nothing)
    setTries(tries + 1)
  }
  if (isHere) return { rows: here.slice(from, from + rowsAtOnce), loading: false, failure: undefined, retry }
  if (fetched.page !== page) return { rows: [], loading: true, failure: undefined, retry }
  return { rows: fetched.rows.filter(isObject), loading: false, failure: fetched.failure, retry }
}
