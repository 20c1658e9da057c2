import { useId, type ReactNode } from 'react'

type SwitchLineProps = {
  readonly label: string
  readonly hint?: string
  readonly on: boolean
  readonly onChange: (on: boolean) => void
}

/** Something that is on or off, with what it means. */
export const SwitchLine = ({ label, hint, on, onChange }: SwitchLineProps): ReactNode => {
  const id = useId()
  return (
    <div className="flex items-start gap-4">
      <div className="grid flex-1 gap-0.5">
        <label htmlFor={id} className="text-sm font-medium">
          {label}
        </label>
        {hint !== undefined && (
          <p id={`${id}-hint`} className="text-xs text-pretty text-faint">
            {hint}
          </p>
        )}
      </div>
      <button
        id={id}
        type="button"
        role="switch"
        aria-checked={on}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        onClick={() => {
          onChange(!on)
        }}
        className="group mt-0.5 inline-flex h-5.5 w-9.5 shrink-0 items-center rounded-full border border-edge bg-sunken p-0.5 transition-colors aria-checked:border-accent aria-checked:bg-accent"
      >
        <span
          aria-hidden="true"
          className="size-4 rounded-full bg-edge transition-[margin] group-aria-checked:ms-4 group-aria-checked:bg-on-accent"
        />
      </button>
    </div>
  )
}
