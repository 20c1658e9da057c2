import type { ReactNode } from 'react'

type FieldProps = {
  readonly id: string
  readonly label: string
  readonly note?: string | undefined
  readonly hint?: string | undefined
  readonly error?: string | undefined
  readonly children: ReactNode
}

/** The look of everything that can be typed into. */
export const inputClass =
  'w-full rounded-md border border-edge bg-surface px-2.5 py-1.5 text-sm text-ink transition-colors ' +
  'hover:border-muted focus-visible:border-accent focus-visible:outline-1 focus-visible:outline-offset-0 ' +
  'disabled:border-line disabled:bg-sunken disabled:text-muted aria-invalid:border-danger'

/** A label with something to fill in, what helps to fill it in, and what is wrong with it. */
export const Field = ({ id, label, note, hint, error, children }: FieldProps): ReactNode => (
  <div className="grid gap-1">
    <label htmlFor={id} className="text-sm font-medium text-muted">
      <bdi>{label}</bdi>
      {note !== undefined && (
        <span className="ms-1.5 text-xs font-normal wrap-anywhere text-faint">
          <bdi>{note}</bdi>
        </span>
      )}
    </label>
    {children}
    {hint !== undefined && (
      <p id={`${id}-hint`} className="text-xs text-faint">
        {hint}
      </p>
    )}
    {error !== undefined && (
      <p id={`${id}-error`} role="alert" className="text-xs font-medium text-danger-ink">
        {error}
      </p>
    )}
  </div>
)

/** The ids of what describes a field, for `aria-describedby`. */
export const describedBy = (id: string, hint: string | undefined, error: string | undefined): string | undefined => {
  const ids = [hint === undefined ? '' : `${id}-hint`, error === undefined ? '' : `${id}-error`].filter(Boolean)
  return ids.length > 0 ? ids.join(' ') : undefined
}
