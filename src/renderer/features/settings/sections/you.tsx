import type { ReactNode } from 'react'
import { useActions, useLoadedApp } from '../../../app/use-app'
import { t } from '../../../../language/words'
import { Button } from '../../../ui/button'

/** Who is signed in, and the way out. */
export const You = (): ReactNode => {
  const actions = useActions()
  const { session } = useLoadedApp()
  if (session.kind !== 'signed-in') return <p className="text-sm text-muted">{t('settings.signedOut')}</p>
  const { person, remembered } = session
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <div className="min-w-48 flex-1 select-text">
          <p className="font-medium">{person.name}</p>
          {person.email !== undefined && <p className="text-sm text-muted">{person.email}</p>}
        </div>
        <Button onPress={actions.signOut}>{t('preferences.signOut')}</Button>
      </div>
      <p className="text-sm text-muted">{remembered ? t('preferences.remembered') : t('preferences.notRemembered')}</p>
    </>
  )
}
