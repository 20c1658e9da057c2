import { useId, useState, type ReactNode } from 'react'
import type { Connection } from '../../../contract/connections'
import type { Failure } from '../../../contract/failure'
import { promptBounds } from '../../../contract/plain/prompt-bounds'
import type { SavedPrompt } from '../../../contract/prompts'
import { t } from '../../../language/words'
import { useActions, useAppState } from '../../app/use-app'
import { variablesIn } from '../../ask/prompt-variables'
import { FailureNotice } from '../../failure/failure-notice'
import { Button } from '../../ui/button'
import { describedBy, Field, inputClass } from '../../ui/field'
import { Page } from '../../ui/page'

type EditorProps = {
  readonly prompt: SavedPrompt
  readonly isNew: boolean
  readonly onDone: () => void
}

type Part<T> = { readonly value: T; readonly onChange: (value: T) => void; readonly error?: string | undefined }

const Name = ({ value, onChange, error }: Part<string>): ReactNode => {
  const id = useId()
  return (
    <Field id={id} label={t('prompts.editor.name')} error={error}>
      <input
        id={id}
        // Whoever opens the editor wants to type.
        autoFocus
        className={inputClass}
        maxLength={promptBounds.name}
        value={value}
        aria-invalid={error !== undefined}
        aria-describedby={describedBy(id, undefined, error)}
        onChange={({ target }) => {
          onChange(target.value)
        }}
      />
    </Field>
  )
}

const Text = ({ value, onChange, error }: Part<string>): ReactNode => {
  const id = useId()
  const hint = t('prompts.editor.hint', { example: '{{board}}', preset: '{{board=Marketing}}' })
  const names = variablesIn(value).map(({ name }) => name)
  return (
    <Field id={id} label={t('prompts.editor.text')} hint={hint} error={error}>
      <textarea
        id={id}
        rows={4}
        className={`${inputClass} field-sizing-content max-h-[50dvh] min-h-24 resize-none leading-6`}
        maxLength={promptBounds.text}
        value={value}
        aria-invalid={error !== undefined}
        aria-describedby={describedBy(id, hint, error)}
        onChange={({ target }) => {
          onChange(target.value)
        }}
      />
      <p aria-live="polite" className="text-xs font-medium text-accent-ink empty:hidden">
        {names.length > 0 && t('prompts.editor.asked', { count: names.length, names: names.join(', ') })}
      </p>
    </Field>
  )
}

const Works = ({ value, onChange }: Part<string | undefined>): ReactNode => {
  const id = useId()
  const connections = useAppState((state) => state.connections.connections)
  const label = ({ name, providerName }: Connection): string =>
    connections.some((other) => other.name !== name && other.providerName === providerName)
      ? `${providerName} (${name})`
      : providerName
  return (
    <Field id={id} label={t('prompts.editor.connection')}>
      <select
        id={id}
        className={inputClass}
        value={value ?? ''}
        onChange={({ target }) => {
          onChange(target.value === '' ? undefined : target.value)
        }}
      >
        <option value="">{t('prompts.editor.anyConnection')}</option>
        {value !== undefined && connections.every(({ name }) => name !== value) && (
          <option value={value}>{t('prompts.editor.goneConnection', { name: value })}</option>
        )}
        {connections.map((connection) => (
          <option key={connection.name} value={connection.name}>
            {label(connection)}
          </option>
        ))}
      </select>
    </Field>
  )
}

/** Writes a prompt, or changes one. */
export const PromptEditor = ({ prompt, isNew, onDone }: EditorProps): ReactNode => {
  const actions = useActions()
  const [name, setName] = useState(prompt.name)
  const [text, setText] = useState(prompt.text)
  const [connection, setConnection] = useState(prompt.connection)
  const [tried, setTried] = useState(false)
  const [failure, setFailure] = useState<Failure>()
  const save = async (): Promise<void> => {
    setTried(true)
    if (name.trim() === '' || text.trim() === '') return
    const reply = await actions.savePrompt({
      id: prompt.id,
      name,
      text,
      ...(connection === undefined ? {} : { connection }),
    })
    if (reply.ok) onDone()
    else setFailure(reply.failure)
  }
  return (
    <Page title={isNew ? t('prompts.editor.add') : t('prompts.editor.change')}>
      <form
        noValidate
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        {failure !== undefined && <FailureNotice failure={failure} announce place={{ retry: () => void save() }} />}
        <Name
          value={name}
          onChange={setName}
          error={tried && name.trim() === '' ? t('prompts.editor.nameMissing') : undefined}
        />
        <Text
          value={text}
          onChange={setText}
          error={tried && text.trim() === '' ? t('prompts.editor.textMissing') : undefined}
        />
        <Works value={connection} onChange={setConnection} />
        <div className="flex flex-wrap justify-end gap-2">
          <Button onPress={onDone}>{t('common.cancel')}</Button>
          <Button tone="primary" type="submit">
            {t('prompts.editor.save')}
          </Button>
        </div>
      </form>
    </Page>
  )
}
