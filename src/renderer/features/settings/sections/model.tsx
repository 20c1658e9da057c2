import { Check, Cpu, TriangleAlert } from 'lucide-react'
import { useId, type ReactNode } from 'react'
import type { ConfigurationEntry } from '../../../../contract/settings'
import { t } from '../../../../language/words'
import { useLoadedApp } from '../../../app/use-app'
import { FailureText } from '../../../failure/failure-notice'
import { durationText } from '../../../message/call-words'
import { Banner } from '../../../ui/banner'
import { Button } from '../../../ui/button'
import { describedBy, Field, inputClass } from '../../../ui/field'
import { panelClass } from '../../../ui/page'
import { Spinner } from '../../../ui/spinner'
import { SuggestedInput } from '../../../ui/suggested-input'
import { addressProblem } from '../model-address'
import { modelFields, useModel, type ModelView, type Tested } from '../use-model'
import type { SectionProps } from './section'

const localNames = { ollama: 'Ollama', 'lm-studio': 'LM Studio' } as const

const InUse = (): ReactNode => {
  const { mode } = useLoadedApp()
  const name = mode.kind === 'incomplete' ? '' : mode.model
  return (
    <p className="text-sm text-muted select-text">
      {t('settings.model.inUse')}{' '}
      <strong className="font-semibold wrap-anywhere text-ink">
        {name === 'scripted' ? t('settings.model.scripted') : name}
      </strong>
    </p>
  )
}

const Local = ({ model, fixed }: { readonly model: ModelView; readonly fixed: boolean }): ReactNode =>
  model.local.length === 0 ? null : (
    <ul role="list" aria-label={t('settings.model.onThisComputer')} className={panelClass}>
      {model.local.map(({ server, url, models }) => (
        <li key={server} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
          <Cpu aria-hidden="true" className="size-4 shrink-0 text-accent-ink" />
          <div className="min-w-40 flex-1">
            <p className="text-sm font-medium">{t('settings.model.isRunning', { name: localNames[server] })}</p>
            <p className="text-xs wrap-anywhere text-faint">{models.slice(0, 4).join(', ')}</p>
          </div>
          <Button
            size="small"
            disabled={fixed}
            onPress={() => {
              model.type({ baseUrl: url, apiKey: '', model: models[0] ?? '' })
            }}
          >
            {t('settings.model.choose', { name: localNames[server] })}
          </Button>
        </li>
      ))}
    </ul>
  )

const Outcome = ({ tested }: { readonly tested: Tested }): ReactNode => {
  const time = durationText(tested.ms)
  if (tested.failure !== undefined) {
    return (
      <Banner tone="problem" announce>
        <FailureText failure={tested.failure} />
        <p className="mt-0.5 text-muted">{t('settings.model.took', { time })}</p>
      </Banner>
    )
  }
  const Icon = tested.found?.tools === true ? Check : TriangleAlert
  return (
    <p role="status" className="flex items-start gap-2 text-sm">
      <Icon aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-accent-ink" />
      {t(tested.found?.tools === true ? 'settings.model.works' : 'settings.model.noTools', {
        model: tested.found?.model ?? '',
        time,
      })}
    </p>
  )
}

type FieldsProps = {
  readonly model: ModelView
  readonly hintOf: (field: keyof typeof modelFields) => string | undefined
  readonly keychain: boolean
  readonly keyIsSet: boolean
  readonly fixed: boolean
}

const addressError = (problem: ReturnType<typeof addressProblem>): string | undefined =>
  problem === undefined
    ? undefined
    : t(problem === 'not-safe' ? 'settings.model.notSafe' : 'settings.model.notAnAddress')

const secretHint = (isSet: boolean): string => (isSet ? t('preferences.secretSet') : t('preferences.secretUnset'))

// An address, not a word.
const openAiAddress = 'https://api.openai.com/v1'

const Fields = ({ model, hintOf, keychain, keyIsSet, fixed }: FieldsProps): ReactNode => {
  const id = useId()
  const error = addressError(addressProblem(model.valueOf('baseUrl')))
  const addressHint = hintOf('baseUrl') ?? t('settings.model.addressHint')
  const keyHint = hintOf('apiKey') ?? t(keychain ? 'settings.model.keyHint' : 'settings.model.keyNotKept')
  const modelHint = hintOf('model') ?? t('settings.model.listed', { count: model.names.length })
  return (
    <>
      <Field
        id={`${id}-url`}
        label={t('settings.model.address')}
        note={modelFields.baseUrl}
        hint={addressHint}
        error={error}
      >
        <input
          id={`${id}-url`}
          inputMode="url"
          autoComplete="off"
          spellCheck={false}
          placeholder={openAiAddress}
          disabled={fixed || hintOf('baseUrl') !== undefined}
          aria-invalid={error !== undefined}
          aria-describedby={describedBy(`${id}-url`, addressHint, error)}
          value={model.valueOf('baseUrl')}
          onChange={(event) => {
            model.type({ baseUrl: event.target.value })
          }}
          className={inputClass}
        />
      </Field>
      <Field id={`${id}-key`} label={t('settings.model.key')} note={modelFields.apiKey} hint={keyHint}>
        <input
          id={`${id}-key`}
          type="password"
          autoComplete="off"
          disabled={!keychain || hintOf('apiKey') !== undefined}
          placeholder={secretHint(keyIsSet)}
          aria-describedby={describedBy(`${id}-key`, keyHint, undefined)}
          value={model.typed.apiKey ?? ''}
          onChange={(event) => {
            model.type({ apiKey: event.target.value })
          }}
          className={inputClass}
        />
      </Field>
      <Field id={`${id}-model`} label={t('settings.model.model')} note={modelFields.model} hint={modelHint}>
        <SuggestedInput
          id={`${id}-model`}
          disabled={hintOf('model') !== undefined}
          describedBy={describedBy(`${id}-model`, modelHint, undefined)}
          value={model.valueOf('model')}
          suggestions={model.names}
          onChange={(chosen) => {
            model.type({ model: chosen })
          }}
        />
      </Field>
    </>
  )
}

type ButtonsProps = {
  readonly model: ModelView
  /** Whether there is something to go back from. */
  readonly back: boolean
  readonly testable: boolean
}

const Buttons = ({ model, back, testable }: ButtonsProps): ReactNode => {
  const unusable = addressProblem(model.valueOf('baseUrl')) !== undefined
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Button
        type="submit"
        tone="primary"
        disabled={unusable || model.work !== 'nothing' || Object.keys(model.typed).length === 0}
      >
        {t('settings.model.use')}
      </Button>
      <Button disabled={unusable || !testable || model.work !== 'nothing'} onPress={model.test}>
        {model.work === 'testing' && <Spinner />}
        {t('settings.model.test')}
      </Button>
      {back && (
        <Button
          tone="quiet"
          onPress={() => {
            model.save({ baseUrl: '', apiKey: '', model: '' })
          }}
        >
          {t('settings.model.back')}
        </Button>
      )}
      {model.inUse && (
        <p role="status" className="text-sm text-muted">
          {t('settings.model.changed')}
        </p>
      )}
    </div>
  )
}

const isFixed = (
  entry: ConfigurationEntry | undefined,
): entry is ConfigurationEntry & { source: 'environment' | 'dotenv' } =>
  entry?.source === 'environment' || entry?.source === 'dotenv'

/** Which model answers: what is in use, what else there is, and whether it works. */
export const Model = ({ settings, view }: SectionProps): ReactNode => {
  const { mode } = useLoadedApp()
  const model = useModel(settings, view)
  const entryOf = (field: keyof typeof modelFields): ConfigurationEntry | undefined =>
    settings.configuration.find(({ variable }) => variable === modelFields[field])
  const hintOf = (field: keyof typeof modelFields): string | undefined => {
    const entry = entryOf(field)
    return isFixed(entry) ? t(`preferences.fixed.${entry.source}`) : undefined
  }
  const fixed = isFixed(entryOf('baseUrl'))
  const chosenHere = (['baseUrl', 'apiKey', 'model'] as const).some((field) => entryOf(field)?.source === 'settings')
  return (
    <form
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        model.save(model.typed)
      }}
    >
      <p className="text-sm text-pretty text-muted">{t('settings.model.lead')}</p>
      <InUse />
      <Local model={model} fixed={fixed} />
      <Fields
        model={model}
        hintOf={hintOf}
        keychain={settings.keychain}
        keyIsSet={entryOf('apiKey')?.source !== 'none'}
        fixed={fixed}
      />
      <Buttons
        model={model}
        back={mode.kind === 'sandbox' && chosenHere}
        testable={Object.keys(model.typed).length > 0 || mode.kind !== 'sandbox' || mode.model !== 'scripted'}
      />
      {model.tested !== undefined && <Outcome tested={model.tested} />}
    </form>
  )
}
