import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { t } from '../../language/words'
import { useActions } from '../app/use-app'
import type { UsablePrompt } from '../state/prompts'
import { Button } from '../ui/button'
import { classNames } from '../ui/class-names'
import { describedBy, Field, inputClass } from '../ui/field'
import { PromptText } from './prompt-text'
import { variableKey, variablesIn, type Variable } from './prompt-variables'

type Values = Readonly<Record<string, string>>

const shownName = (name: string): string => name.charAt(0).toLocaleUpperCase() + name.slice(1).replaceAll('_', ' ')

const isMissing = ({ name, preset }: Variable, values: Values): boolean =>
  preset !== '' && (values[variableKey(name)] ?? '').trim() === ''

const presetsOf = (variables: readonly Variable[]): Values =>
  Object.fromEntries(variables.map(({ name, preset }) => [variableKey(name), preset ?? '']))

type BlankProps = {
  readonly variable: Variable
  readonly value: string
  readonly error: string | undefined
  readonly onChange: (value: string) => void
}

const Blank = ({ variable, value, error, onChange }: BlankProps): ReactNode => {
  const id = useId()
  return (
    <Field id={id} label={shownName(variable.name)} error={error}>
      <input
        id={id}
        className={inputClass}
        value={value}
        maxLength={2000}
        aria-invalid={error !== undefined}
        aria-describedby={describedBy(id, undefined, error)}
        onFocus={({ currentTarget }) => {
          currentTarget.select()
        }}
        onChange={({ target }) => {
          onChange(target.value)
        }}
      />
    </Field>
  )
}

/**
 * Asks for what a prompt leaves open. Enter goes on to what is missing and in the end puts the text into the field,
 * Escape gives up. No form element: it stands inside the one of the message box.
 */
export const FillForm = ({
  prompt,
  className,
}: {
  readonly prompt: UsablePrompt
  readonly className: string
}): ReactNode => {
  const actions = useActions()
  const variables = variablesIn(prompt.text)
  const [values, setValues] = useState(() => presetsOf(variables))
  const [tried, setTried] = useState(false)
  const group = useRef<HTMLDivElement>(null)
  const fields = (): readonly HTMLInputElement[] => [...(group.current?.querySelectorAll('input') ?? [])]
  useEffect(() => {
    group.current?.querySelector('input')?.focus()
  }, [])
  const finish = (): void => {
    const missing = variables.findIndex((variable) => isMissing(variable, values))
    setTried(true)
    if (missing < 0) actions.fillPrompt(values)
    else fields()[missing]?.focus()
  }
  const goOn = (field: HTMLInputElement): void => {
    const all = fields()
    const next = all[all.indexOf(field) + 1]
    if (next === undefined) finish()
    else next.focus()
  }
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') {
      event.preventDefault()
      event.stopPropagation()
      actions.fillPrompt(null)
    } else if (event.key === 'Enter' && event.target instanceof HTMLInputElement) {
      event.preventDefault()
      goOn(event.target)
    }
  }
  return (
    <div
      ref={group}
      role="group"
      aria-label={prompt.name}
      onKeyDown={onKeyDown}
      className={classNames('grid gap-3 overflow-y-auto overscroll-contain text-sm', className)}
    >
      <div className="grid gap-0.5">
        <p className="font-medium">{prompt.name}</p>
        <p className="line-clamp-3 wrap-anywhere text-muted">
          <PromptText text={prompt.text} />
        </p>
      </div>
      {variables.map((variable) => (
        <Blank
          key={variable.name}
          variable={variable}
          value={values[variableKey(variable.name)] ?? ''}
          error={tried && isMissing(variable, values) ? t('prompts.fill.missing') : undefined}
          onChange={(value) => {
            setValues((before) => ({ ...before, [variableKey(variable.name)]: value }))
          }}
        />
      ))}
      <div className="flex flex-wrap justify-end gap-2">
        <Button
          size="small"
          onPress={() => {
            actions.fillPrompt(null)
          }}
        >
          {t('common.cancel')}
        </Button>
        <Button size="small" tone="primary" onPress={finish}>
          {t('prompts.fill.go')}
        </Button>
      </div>
    </div>
  )
}
