import { useState, type ReactNode } from 'react'
import type { ConfigurationEntry, Settings } from '../../../contract/settings'
import { t } from '../../../language/words'
import type { ConfigurationValues } from '../../app/settings-actions'
import { useActions } from '../../app/use-app'
import { Button } from '../../ui/button'
import { describedBy, Field, inputClass } from '../../ui/field'

type ConfigurationFormProps = {
  readonly settings: Settings
  /** Whether it was saved. */
  readonly onSave: (values: ConfigurationValues) => Promise<boolean>
}

// What the environment or the .env file sets goes before Settings: it can only be changed there.
const isFixed = (entry: ConfigurationEntry): boolean => entry.source === 'environment' || entry.source === 'dotenv'

const isLocked = (entry: ConfigurationEntry, keychain: boolean): boolean =>
  isFixed(entry) || (entry.secret && !keychain)

const placeholderOf = (entry: ConfigurationEntry): string | undefined => {
  if (!entry.secret) return undefined
  return entry.source === 'none' ? t('preferences.secretUnset') : t('preferences.secretSet')
}

type VariableProps = {
  readonly entry: ConfigurationEntry
  readonly typed: string | undefined
  readonly locked: boolean
  readonly onType: (text: string) => void
}

const Variable = ({ entry, typed, locked, onType }: VariableProps): ReactNode => {
  const hint = isFixed(entry) ? t(`preferences.fixed.${entry.source}`) : undefined
  return (
    <Field id={entry.variable} label={t(`preferences.variables.${entry.variable}`)} note={entry.variable} hint={hint}>
      <input
        id={entry.variable}
        type={entry.secret ? 'password' : 'text'}
        autoComplete="off"
        spellCheck={false}
        disabled={locked}
        placeholder={placeholderOf(entry)}
        aria-describedby={describedBy(entry.variable, hint, undefined)}
        value={typed ?? entry.value ?? ''}
        onChange={(event) => {
          onType(event.target.value)
        }}
        className={inputClass}
      />
    </Field>
  )
}

/** The values of configured mode. Secrets can be written here, never read. */
export const ConfigurationForm = ({ settings, onSave }: ConfigurationFormProps): ReactNode => {
  const actions = useActions()
  const [typed, setTyped] = useState<ConfigurationValues>({})
  const [saved, setSaved] = useState(false)
  const save = async (): Promise<void> => {
    if (!(await onSave(typed))) return
    setTyped({})
    setSaved(true)
  }
  return (
    <form
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      {settings.configuration.map((entry) => (
        <Variable
          key={entry.variable}
          entry={entry}
          typed={typed[entry.variable]}
          locked={isLocked(entry, settings.keychain)}
          onType={(text) => {
            setSaved(false)
            setTyped((known) => ({ ...known, [entry.variable]: text }))
          }}
        />
      ))}
      <p className="text-sm text-muted">
        {settings.keychain ? t('preferences.keychain') : t('preferences.noKeychain')}
      </p>
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" tone="primary" disabled={Object.keys(typed).length === 0}>
          {t('preferences.save')}
        </Button>
        {saved && (
          <>
            <p role="status" className="text-sm text-muted">
              {t('preferences.saved')}
            </p>
            <Button onPress={actions.restart}>{t('preferences.restart')}</Button>
          </>
        )}
      </div>
    </form>
  )
}
