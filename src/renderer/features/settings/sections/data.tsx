import type { ReactNode } from 'react'
import { t } from '../../../../language/words'
import { useActions, useLoadedApp } from '../../../app/use-app'
import { Button } from '../../../ui/button'
import { DataSizes } from '../data-sizes'
import { EraseData } from '../erase-data'
import { ExportData } from '../export-data'
import type { SectionProps } from './section'

const Folder = ({ path }: { readonly path: string }): ReactNode => {
  const actions = useActions()
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <div className="grid min-w-48 flex-1 gap-0.5 select-text">
        <p className="text-sm text-muted">{t('preferences.dataPath')}</p>
        <p className="font-mono text-xs wrap-anywhere">{path}</p>
      </div>
      <Button onPress={actions.showDataFolder}>{t('data.show')}</Button>
    </div>
  )
}

/** Where everything is kept and how much it is, a way to take it along and a way to be rid of it. */
export const Data = ({ settings }: SectionProps): ReactNode => {
  const { session } = useLoadedApp()
  return (
    <>
      <p className="text-sm text-pretty text-muted">{t('data.lead')}</p>
      <Folder path={settings.dataPath} />
      <DataSizes />
      {session.kind === 'signed-in' && (
        <>
          <ExportData />
          <EraseData person={session.person.name} />
        </>
      )}
    </>
  )
}
