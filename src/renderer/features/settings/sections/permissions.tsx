import type { ReactNode } from 'react'
import { useLoadedApp } from '../../../app/use-app'
import { t } from '../../../../language/words'
import { GrantsList } from '../grants-list'

/** What may go on by itself. */
export const Permissions = (): ReactNode => {
  const { session } = useLoadedApp()
  if (session.kind !== 'signed-in') return <p className="text-sm text-muted">{t('settings.signedOut')}</p>
  return (
    <>
      <p className="text-sm text-pretty text-muted">{t('grants.lead')}</p>
      <GrantsList />
    </>
  )
}
