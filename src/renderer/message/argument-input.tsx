import { ChevronDown } from 'lucide-react'
import { useId, type ReactNode } from 'react'
import { hidesCharacters } from '../../contract/plain/hidden-characters'
import { t } from '../../language/words'
import type { ArgumentsEdit } from '../state/arguments-edit'
import { describedBy, Field, inputClass } from '../ui/field'
import { VisibleText } from './visible-text'
import { TextPreview } from './text-preview'
import { problemOf, shownText, typeInto, type ArgumentField } from './argument-fields'

type ArgumentInputProps = {
  readonly field: ArgumentField
  readonly edit: ArgumentsEdit
  readonly disabled: boolean
  readonly onEdit: (edit: ArgumentsEdit) => void
}

type Control = {
  readonly id: string
  readonly value: string
  readonly disabled: boolean
  readonly required: boolean
  readonly 'aria-invalid': boolean
  readonly 'aria-describedby': string | undefined
  readonly onChange: (event: { readonly target: { readonly value: string } }) => void
}

const options = (field: ArgumentField): readonly { readonly value: string; readonly label: string }[] => {
  if (field.kind === 'choice') return field.choices.map((choice) => ({ value: choice, label: choice }))
  return [
    { value: 'true', label: t('call.yes') },
    { value: 'false', label: t('call.no') },
  ]
}

const Choice = ({ field, control }: { readonly field: ArgumentField; readonly control: Control }): ReactNode => {
  const known = options(field)
  const unlisted = control.value !== '' && known.every((option) => option.value !== control.value)
  return (
    <div className="relative">
      <select {...control} className={`${inputClass} appearance-none pe-8`}>
        <option value="">{t('call.unset')}</option>
        {unlisted && <option value={control.value}>{control.value}</option>}
        {known.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <ChevronDown
        aria-hidden="true"
        className="pointer-events-none absolute end-2.5 top-1/2 size-4 -translate-y-1/2 text-muted"
      />
    </div>
  )
}

const Input = ({ field, control }: { readonly field: ArgumentField; readonly control: Control }): ReactNode => {
  switch (field.kind) {
    case 'choice':
    case 'boolean':
      return <Choice field={field} control={control} />
    case 'long-text':
      return <textarea {...control} rows={2} className={`${inputClass} field-sizing-content max-h-64 resize-none`} />
    case 'json':
      return (
        <textarea
          {...control}
          rows={2}
          spellCheck={false}
          className={`${inputClass} field-sizing-content max-h-64 resize-none font-mono text-xs`}
        />
      )
    case 'number':
      return <input {...control} inputMode="decimal" className={`${inputClass} tabular-nums`} />
    case 'text':
      return <input {...control} type="text" className={inputClass} />
  }
}

const isWide = (field: ArgumentField): boolean => field.kind === 'long-text' || field.kind === 'json'

// A box shows a text as it is laid out, not as it is written.
const Hidden = ({ text }: { readonly text: string }): ReactNode =>
  hidesCharacters(text) ? (
    <p role="status" className="mt-1.5 text-xs font-medium wrap-anywhere whitespace-pre-wrap text-warn-ink select-text">
      {t('call.hidden')} <VisibleText text={text} />
    </p>
  ) : null

/** One argument, to read and to change. */
export const ArgumentInput = ({ field, edit, disabled, onEdit }: ArgumentInputProps): ReactNode => {
  const id = useId()
  const problem = problemOf(field, edit)
  const control: Control = {
    id,
    value: shownText(field, edit),
    disabled,
    required: field.required,
    'aria-invalid': problem !== undefined,
    'aria-describedby': describedBy(id, field.hint, problem),
    onChange: (event) => {
      onEdit(typeInto(edit, field, event.target.value))
    },
  }
  return (
    <div className={isWide(field) ? 'col-span-full grid gap-2' : undefined}>
      <Field
        id={id}
        label={field.label}
        note={field.required ? t('call.required') : undefined}
        hint={field.hint}
        error={problem}
      >
        <Input field={field} control={control} />
      </Field>
      <Hidden text={control.value} />
      {field.kind === 'long-text' && <TextPreview name={field.name} text={control.value} />}
    </div>
  )
}
