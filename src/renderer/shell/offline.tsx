import type { ReactNode } from 'react'
import type { AppState } from '../../contract/app-state'
import { t } from '../../language/words'
import { useActions, useAppState, useLoadedApp } from '../app/use-app'
import { useOnline } from '../app/use-online'
import { FailureText } from '../failure/failure-notice'
import { waitingApprovals, waitingMessages } from '../state/waiting'
import { Banner } from '../ui/banner'
import { Button } from '../ui/button'

const Waiting = (): ReactNode => {
  const messages = useAppState(waitingMessages)
  const approvals = useAppState(waitingApprovals)
  if (messages + approvals === 0) return null
  return (
    <ul className="mt-1 list-disc ps-4">
      {messages > 0 && <li>{t('offline.messages', { count: messages })}</li>}
      {approvals > 0 && <li>{t('offline.approvals', { count: approvals })}</li>}
    </ul>
  )
}

type LastTime = Extract<AppState['session'], { kind: 'signed-in' }>

/** Says that the person is shown as of last time, because nobody could be asked whether they are still signed in. */
const Unasked = ({ session, online }: { readonly session: LastTime; readonly online: boolean }): ReactNode => {
  const actions = useActions()
  return (
    <Banner
      tone="info"
      actions={
        <Button size="small" onPress={() => void actions.signIn()}>
          {t('failures.actions.retry')}
        </Button>
      }
    >
      {session.offline !== undefined && online && (
        <div className="font-medium">
          <FailureText failure={session.offline} />
        </div>
      )}
      {!online && <p className="font-medium">{t('offline.title')}</p>}
      <p className="text-pretty text-muted">{t('offline.lastTime', { name: session.person.name })}</p>
      <Waiting />
    </Banner>
  )
}

const NoNetwork = (): ReactNode => (
  <Banner tone="info">
    <p className="font-medium">{t('offline.title')}</p>
    <p className="text-pretty text-muted">{t('offline.lead')}</p>
    <Waiting />
  </Banner>
)

const Said = (): ReactNode => {
  const { mode, session } = useLoadedApp()
  const online = useOnline()
  if (session.kind === 'signed-in' && session.offline !== undefined)
    return <Unasked session={session} online={online} />
  return !online && mode.kind === 'configured' ? <NoNetwork /> : null
}

/** Says that there is no network, or nobody to ask who is signed in, and what waits for it. The sandbox needs none. */
export const Offline = (): ReactNode => (
  <div role="status" className="mx-auto w-full max-w-184 shrink-0 px-6 not-empty:pt-3 max-[46rem]:px-3">
    <Said />
  </div>
)
