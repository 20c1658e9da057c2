import type { ReactNode } from 'react'
import { t } from '../../language/words'
import { useAppState, useLoadedApp } from '../app/use-app'
import { useOnline } from '../app/use-online'
import { waitingApprovals, waitingMessages } from '../state/waiting'
import { Banner } from '../ui/banner'

/** Says that there is no network, and what waits for it. The sandbox needs none. */
export const Offline = (): ReactNode => {
  const { mode } = useLoadedApp()
  const online = useOnline()
  const messages = useAppState(waitingMessages)
  const approvals = useAppState(waitingApprovals)
  const shown = !online && mode.kind === 'configured'
  return (
    <div role="status" className="mx-auto w-full max-w-184 shrink-0 px-6 max-[46rem]:px-3">
      {shown && (
        <div className="pt-3">
          <Banner tone="info">
            <p className="font-medium">{t('offline.title')}</p>
            <p className="text-pretty text-muted">{t('offline.lead')}</p>
            {messages + approvals > 0 && (
              <ul className="mt-1 list-disc ps-4">
                {messages > 0 && <li>{t('offline.messages', { count: messages })}</li>}
                {approvals > 0 && <li>{t('offline.approvals', { count: approvals })}</li>}
              </ul>
            )}
          </Banner>
        </div>
      )}
    </div>
  )
}
