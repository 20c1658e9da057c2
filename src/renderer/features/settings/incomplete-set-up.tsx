import { useState, type ReactNode } from 'react'
import type { Mode } from '../../../contract/app-state'
import { t } from '../../../language/words'
import { useActions } from '../../app/use-app'
import { FailureNotice } from '../../failure/failure-notice'
import { Button } from '../../ui/button'
import { Mark } from '../../ui/mark'
import { ConfigurationForm } from './configuration-form'
import { useSettings } from './use-settings'

type IncompleteMode = Extract<Mode, { kind: 'incomplete' }>

type NamesProps = {
  readonly title: string
  readonly names: readonly { readonly name: string; readonly reason: string }[]
}

const Names = ({ title, names }: NamesProps): ReactNode =>
  names.length === 0 ? null : (
    <section className="grid gap-2">
      <h2 className="text-sm font-semibold">{title}</h2>
      <ul role="list" className="divide-y divide-line rounded-xl border border-line bg-surface">
        {names.map(({ name, reason }) => (
          <li key={name} className="grid gap-0.5 px-3.5 py-2.5 select-text">
            <code className="font-mono text-sm wrap-anywhere">{name}</code>
            <span className="text-sm text-muted">{reason}</span>
          </li>
        ))}
      </ul>
    </section>
  )

const Values = (): ReactNode => {
  const view = useSettings()
  return (
    <div className="grid gap-4 rounded-xl border border-line bg-surface p-4">
      {view.failure !== undefined && <FailureNotice failure={view.failure} announce place={{ retry: view.read }} />}
      {view.settings !== null && <ConfigurationForm settings={view.settings} onSave={view.saveConfiguration} />}
    </div>
  )
}

/** Says which values are missing or wrong, and takes them: a half-configured app does nothing else. */
export const IncompleteSetUp = ({ mode }: { readonly mode: IncompleteMode }): ReactNode => {
  const actions = useActions()
  const [entering, setEntering] = useState(false)
  return (
    <main className="h-full overflow-y-auto">
      <div className="mx-auto grid max-w-136 gap-6 px-6 py-10">
        <header className="grid gap-3">
          <Mark className="size-10" />
          <h1 className="text-xl font-semibold tracking-tight">{t('setup.title')}</h1>
          <p className="text-pretty text-muted">{t('setup.lead')}</p>
        </header>
        <Names
          title={t('setup.missing')}
          names={mode.missing.map((name) => ({ name, reason: t(`preferences.variables.${name}`) }))}
        />
        <Names
          title={t('setup.invalid')}
          names={mode.invalid.map(({ variable, reason }) => ({
            name: variable,
            reason: t(`setup.problems.${reason}`),
          }))}
        />
        <div className="grid gap-1 text-sm text-muted">
          <p>{t('setup.file')}</p>
          <code className="font-mono text-xs wrap-anywhere text-ink select-text">{mode.dotenvPath}</code>
        </div>
        <div className="flex flex-wrap gap-2">
          <Button tone="primary" onPress={actions.restart}>
            {t('setup.check')}
          </Button>
          {!entering && (
            <Button
              onPress={() => {
                setEntering(true)
              }}
            >
              {t('setup.enter')}
            </Button>
          )}
        </div>
        {entering && <Values />}
      </div>
    </main>
  )
}
