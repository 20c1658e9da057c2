import { useCallback, useEffect, useRef, useState } from 'react'
import type { ActivityEntry, ActivityFilter, ActivityPage } from '../../../contract/activity'
import type { Failure } from '../../../contract/failure'
import { useActions } from '../../app/use-app'

/** The activity as far as it is loaded. */
export type ActivityList = {
  readonly entries: readonly ActivityEntry[]
  readonly connections: ActivityPage['connections']
  readonly before: string | undefined
  readonly loading: boolean
  readonly failure: Failure | undefined
}

const nothing: ActivityList = { entries: [], connections: [], before: undefined, loading: true, failure: undefined }

const withPage = (known: ActivityList, page: ActivityPage, isFirst: boolean): ActivityList => ({
  entries: isFirst ? page.entries : [...known.entries, ...page.entries],
  connections: page.connections,
  before: page.before,
  loading: false,
  failure: undefined,
})

/** Reads the activity that a filter lets through, page by page. */
export const useActivity = (filter: ActivityFilter): { readonly list: ActivityList; readonly more: () => void } => {
  const actions = useActions()
  const [list, setList] = useState<ActivityList>(nothing)
  const asked = useRef(0)
  const load = useCallback(
    async (before: string | undefined) => {
      asked.current += 1
      const number = asked.current
      const reply = await actions.listActivity(filter, before)
      // Another filter was chosen meanwhile.
      if (number !== asked.current) return
      setList((known) =>
        reply.ok
          ? withPage(known, reply.value, before === undefined)
          : { ...known, loading: false, failure: reply.failure },
      )
    },
    [actions, filter],
  )
  useEffect(() => {
    void load(undefined)
  }, [load])
  const more = (): void => {
    setList((known) => ({ ...known, loading: true, failure: undefined }))
    void load(list.before)
  }
  return { list, more }
}
