import type { ReactNode } from 'react'
import type { FailureCode } from '../../contract/failure'
import { useActions, useAppState } from '../app/use-app'
import { FailureNotice } from '../failure/failure-notice'
import { whyNotSignedIn } from '../state/app'

// Nothing is said twice on one screen: signing in and Settings each say their own failures where they happen.
const useSaidElsewhere = (): ReadonlySet<FailureCode> => {
  const session = useAppState((state) => state.app?.session)
  const onShortcut = useAppState(({ place }) => place.view === 'settings' && place.section === 'quick-ask')
  const signedIn = session?.kind === 'signed-in'
  const said = session === undefined ? undefined : whyNotSignedIn(session)
  return new Set<FailureCode>([
    ...(said === undefined ? [] : [said.code]),
    ...(signedIn && onShortcut ? (['shortcut-taken', 'shortcut-wayland'] as const) : []),
  ])
}

/** What the person should know that belongs to no conversation. */
export const Notices = ({ bare = false }: { readonly bare?: boolean }): ReactNode => {
  const actions = useActions()
  const said = useSaidElsewhere()
  const notices = useAppState((state) => state.app?.notices)?.filter(({ failure }) => !said.has(failure.code))
  const alerts = useAppState((state) => state.alerts).filter(({ failure }) => !said.has(failure.code))
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
