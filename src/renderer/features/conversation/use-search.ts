import { useEffect, useState } from 'react'
import type { Failure } from '../../../contract/failure'
import type { SearchResults } from '../../../contract/search'
import { useActions } from '../../app/use-app'

/** What a search has found so far. */
export type Found =
  | { readonly kind: 'nothing-asked' }
  | { readonly kind: 'found'; readonly query: string; readonly results: SearchResults }
  | { readonly kind: 'failed'; readonly failure: Failure }

const settleMs = 60

/** Searches while somebody types; what was found last stays until the next answer is there. */
export const useSearch = (query: string): Found => {
  const actions = useActions()
  const [found, setFound] = useState<Found>({ kind: 'nothing-asked' })
  const asked = query.trim() !== ''
  useEffect(() => {
    if (!asked) return undefined
    let current = true
    const timer = setTimeout(() => {
      void actions.search(query).then((reply) => {
        if (!current) return
        setFound(reply.ok ? { kind: 'found', query, results: reply.value } : { kind: 'failed', failure: reply.failure })
      })
    }, settleMs)
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [actions, query, asked])
  return asked ? found : { kind: 'nothing-asked' }
}
