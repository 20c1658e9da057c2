import { useId, type ReactNode } from 'react'
import { ChevronRight } from 'lucide-react'
import type { ToolCall } from '../../contract/conversation'
import { t } from '../../language/words'
import type { ArgumentsEdit } from '../state/arguments-edit'
import { describedBy, Field, inputClass } from '../ui/field'
import { ArgumentInput } from './argument-input'
import { problemOfRaw, typeRaw, type ArgumentField } from './argument-fields'

type EditorProps = {
  readonly fields: readonly ArgumentField[]
  readonly edit: ArgumentsEdit
  readonly disabled: boolean
  readonly onEdit: (edit: ArgumentsEdit) => void
}

/** All arguments as one JSON object. */
export const RawEditor = ({ edit, disabled, onEdit }: Omit<EditorProps, 'fields'>): ReactNode => {
  const id = useId()
  const problem = problemOfRaw(edit)
  return (
    <Field id={id} label={t('call.raw')} error={problem}>
      <textarea
        id={id}
        spellCheck={false}
        disabled={disabled}
        aria-invalid={problem !== undefined}
        aria-describedby={describedBy(id, undefined, problem)}
        value={edit.texts[''] ?? JSON.stringify(edit.args, null, 2)}
        onChange={(event) => {
          onEdit(typeRaw(edit, event.target.value))
        }}
        className={`${inputClass} field-sizing-content max-h-80 resize-none font-mono text-xs leading-relaxed`}
      />
    </Field>
  )
}

const Inputs = ({ fields, ...rest }: EditorProps): ReactNode => (
  <div className="grid items-start gap-x-4 gap-y-3 @lg:grid-cols-2">
    {fields.map((field) => (
      <ArgumentInput key={field.name} field={field} {...rest} />
    ))}
  </div>
)

/** Whether a field is on the card from the start: it is required or it has a value. */
const isPlain = (field: ArgumentField, call: ToolCall): boolean => field.required || field.name in call.args

/** All arguments as fields; those that were left out are a click away. */
export const FieldsEditor = ({ call, fields, ...rest }: EditorProps & { readonly call: ToolCall }): ReactNode => {
  const plain = fields.filter((field) => isPlain(field, call))
  const others = fields.filter((field) => !isPlain(field, call))
  return (
    <div className="@container grid gap-3">
      {plain.length === 0 && <p className="text-sm text-faint">{t('call.noArguments')}</p>}
      <Inputs fields={plain} {...rest} />
      {others.length > 0 && (
        <details className="group/more">
          <summary className="inline-flex items-center gap-1 rounded-sm text-xs font-medium text-muted hover:text-ink">
            <ChevronRight aria-hidden="true" className="size-3.5 transition-transform group-open/more:rotate-90" />
            {t('call.optional', { count: others.length })}
          </summary>
          <div className="pt-3">
            <Inputs fields={others} {...rest} />
          </div>
        </details>
      )}
    </div>
  )
}
