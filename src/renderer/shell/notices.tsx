import type { ReactNode } from 'react'
import { useActions, useAppState } from '../app/use-app'
import { FailureNotice } from '../failure/failure-notice'

/** What the person should know that belongs to no conversation. */
export const Notices = ({ bare = false }: { readonly bare?: boolean }): ReactNode => {
  const actions = useActions()
  const notices = useAppState((state) => state.app?.notices)
  const alerts = useAppState((state) => state.alerts)
  if ((notices?.length ?? 0) + alerts.length === 0) return null
  return (
    <div className="mx-auto grid max-h-[40dvh] w-full max-w-184 shrink-0 gap-2 overflow-y-auto px-6 pt-3 pb-1 max-[46rem]:px-3">
      {notices?.map((notice) => (
        <FailureNotice
          key={notice.id}
          failure={notice.failure}
          tone={notice.tone}
          announce
          bare={bare && notice.failure.action.kind !== 'show-file'}
          place={{
            noticeId: notice.id,
            retry: actions.restart,
            dismiss: () => {
              actions.dismissNotice(notice.id)
            },
          }}
        />
      ))}
      {alerts.map(({ id, failure }) => (
        <FailureNotice
          key={id}
          failure={failure}
          announce
          bare={bare}
          place={{
            retry: () => {
              actions.retryAlert(id)
            },
            dismiss: () => {
              actions.dismissAlert(id)
            },
          }}
        />
      ))}
    </div>
  )
}
