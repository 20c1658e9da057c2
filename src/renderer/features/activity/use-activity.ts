import { useCallback, useEffect, useState } from 'react'
import type { ActivityEntry } from '../../../contract/activity'
import type { Failure } from '../../../contract/failure'
import { useActions } from '../../app/use-app'

/** The activity as far as it is loaded. */
export type ActivityList = {
  readonly entries: readonly ActivityEntry[]
  readonly before: string | undefined
  readonly loading: boolean
  readonly failure: Failure | undefined
}

const nothing: ActivityList = { entries: [], before: undefined, loading: true, failure: undefined }

/** Reads the activity page by page. */
export const useActivity = (): { readonly list: ActivityList; readonly more: () => void } => {
  const actions = useActions()
  const [list, setList] = useState<ActivityList>(nothing)
  const load = useCallback(
    async (before: string | undefined) => {
      const reply = await actions.listActivity(before)
      setList((known) =>
        reply.ok
          ? {
              entries: before === undefined ? reply.value.entries : [...known.entries, ...reply.value.entries],
              before: reply.value.before,
              loading: false,
              failure: undefined,
            }
          : { ...known, loading: false, failure: reply.failure },
      )
    },
    [actions],
  )
  useEffect(() => {
    // The list is another system's: what it answers is state here.
    // eslint-disable-next-line react-hooks/set-state-in-effect
    void load(undefined)
  }, [load])
  const more = (): void => {
    setList((known) => ({ ...known, loading: true, failure: undefined }))
    void load(list.before)
  }
  return { list, more }
}
