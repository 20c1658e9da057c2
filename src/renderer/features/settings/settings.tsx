import { useId, type ReactNode } from 'react'
import type { AppState } from '../../../contract/app-state'
import type { Settings as SettingsData } from '../../../contract/settings'
import { useActions, useLoadedApp } from '../../app/use-app'
import { FailureNotice, FailureText } from '../../failure/failure-notice'
import { t } from '../../../language/words'
import { en } from '../../strings/en'
import { Banner } from '../../ui/banner'
import { Button } from '../../ui/button'
import { Page } from '../../ui/page'
import { Spinner } from '../../ui/spinner'
import { Doctor } from './doctor'
import { ConfigurationForm } from './configuration-form'
import { GrantsList } from './grants-list'
import { ShortcutRecorder } from './shortcut-recorder'
import { ThemeChoice } from './theme-choice'
import { useSettings } from './use-settings'

const Section = ({
  title,
  lead,
  children,
}: {
  readonly title: string
  readonly lead?: string
  readonly children: ReactNode
}): ReactNode => {
  const id = useId()
  return (
    <section aria-labelledby={id} className="grid gap-3 border-t border-line pt-5">
      <div className="grid gap-0.5">
        <h2 id={id} className="font-semibold tracking-tight">
          {title}
        </h2>
        {lead !== undefined && <p className="text-sm text-pretty text-muted">{lead}</p>}
      </div>
      {children}
    </section>
  )
}

const PersonSection = ({ app }: { readonly app: AppState }): ReactNode => {
  const actions = useActions()
  if (app.session.kind !== 'signed-in') return null
  const { person, remembered } = app.session
  return (
    <Section title={en.settings.person}>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <div className="min-w-48 flex-1 select-text">
          <p className="font-medium">{person.name}</p>
          {person.email !== undefined && <p className="text-sm text-muted">{person.email}</p>}
        </div>
        <Button onPress={actions.signOut}>{en.settings.signOut}</Button>
      </div>
      <p className="text-sm text-muted">{remembered ? en.settings.remembered : en.settings.notRemembered}</p>
    </Section>
  )
}

type PreferencesProps = {
  readonly app: AppState
  readonly settings: SettingsData
  readonly onSave: (preferences: SettingsData['preferences']) => void
}

const PreferenceSections = ({ app, settings: { preferences }, onSave }: PreferencesProps): ReactNode => (
  <>
    <Section title={en.settings.appearance}>
      <ThemeChoice
        theme={preferences.theme}
        onChoose={(theme) => {
          onSave({ ...preferences, theme })
        }}
      />
    </Section>
    <Section title={en.settings.shortcut} lead={en.settings.shortcutLead}>
      <ShortcutRecorder
        accelerator={preferences.quickAskShortcut}
        onRecord={(quickAskShortcut) => {
          onSave({ ...preferences, quickAskShortcut })
        }}
      />
      {!app.quickAskShortcut.registered && (
        <Banner tone="problem" announce>
          {en.settings.shortcutTaken}
        </Banner>
      )}
    </Section>
  </>
)

const setUpNote = (app: AppState): string | undefined => {
  if (app.mode.kind === 'sandbox') return en.settings.sandboxLead
  return app.mode.kind === 'configured' && app.mode.directCredentials ? en.settings.direct : undefined
}

/** Who is signed in, how the app looks and is called, and where it works. */
export const Settings = (): ReactNode => {
  const app = useLoadedApp()
  const view = useSettings()
  const note = setUpNote(app)
  return (
    <Page title={en.settings.title}>
      <PersonSection app={app} />
      {app.session.kind === 'signed-in' && (
        <Section title={en.grants.title} lead={en.grants.lead}>
          <GrantsList />
        </Section>
      )}
      {view.failure !== undefined &&
        (view.settings === null ? (
          <FailureNotice failure={view.failure} announce place={{ retry: view.read }} />
        ) : (
          <Banner tone="problem" announce>
            <FailureText failure={view.failure} />
          </Banner>
        ))}
      {view.settings === null && view.failure === undefined && (
        <p role="status" className="flex items-center gap-2 text-sm text-muted">
          <Spinner />
          {en.settings.loading}
        </p>
      )}
      {view.settings !== null && (
        <>
          <PreferenceSections app={app} settings={view.settings} onSave={view.savePreferences} />
          <Section title={en.settings.configuration} lead={en.settings.configurationLead}>
            {note !== undefined && <p className="text-sm text-muted">{note}</p>}
            <ConfigurationForm settings={view.settings} onSave={view.saveConfiguration} />
          </Section>
          <Section title={en.doctor.title} lead={en.doctor.lead}>
            <Doctor />
          </Section>
          <Section title={en.settings.about}>
            <dl className="grid gap-1 text-sm text-muted select-text">
              <dt className="sr-only">{t('common.app')}</dt>
              <dd>{en.settings.version(app.version)}</dd>
              <dt>{en.settings.dataPath}</dt>
              <dd className="font-mono text-xs wrap-anywhere text-ink">{view.settings.dataPath}</dd>
            </dl>
          </Section>
        </>
      )}
    </Page>
  )
}
