import type { ReactNode } from 'react'
import type { AppState } from '../../../../contract/app-state'
import { t } from '../../../../language/words'
import type { Settings } from '../../../../contract/settings'
import { useLoadedApp } from '../../../app/use-app'
import { ConfigurationForm } from '../configuration-form'
import type { SectionProps } from './section'

const noteOf = ({ mode }: AppState): string | undefined => {
  if (mode.kind === 'sandbox') return t('preferences.sandboxLead')
  return mode.kind === 'configured' && mode.directCredentials ? t('preferences.direct') : undefined
}

// The model has a section of its own.
const withoutModel = (settings: Settings): Settings => ({
  ...settings,
  configuration: settings.configuration.filter(({ variable }) => !variable.startsWith('OPENAI_')),
})

/** Where the app signs in and keeps connections. */
export const SetUp = ({ settings, view }: SectionProps): ReactNode => {
  const note = noteOf(useLoadedApp())
  return (
    <>
      <p className="text-sm text-pretty text-muted">{t('preferences.configurationLead')}</p>
      {note !== undefined && <p className="text-sm text-pretty text-muted">{note}</p>}
      <ConfigurationForm settings={withoutModel(settings)} onSave={view.saveConfiguration} />
    </>
  )
}
