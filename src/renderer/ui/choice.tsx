import type { LucideIcon } from 'lucide-react'
import { useId, type ReactNode } from 'react'

/** One of the things to choose from. */
export type ChoiceOption<T extends string> = { readonly value: T; readonly label: string; readonly icon: LucideIcon }

type ChoiceProps<T extends string> = {
  readonly label: string
  readonly hint?: string
  readonly options: readonly ChoiceOption<T>[]
  readonly chosen: T
  readonly onChoose: (value: T) => void
}

/** A few things of which exactly one is chosen. */
export const Choice = <T extends string>({ label, hint, options, chosen, onChoose }: ChoiceProps<T>): ReactNode => {
  const id = useId()
  return (
    <fieldset
      className="grid justify-items-start gap-1.5"
      aria-describedby={hint === undefined ? undefined : `${id}-hint`}
    >
      <legend className="mb-1.5 text-sm font-medium text-muted">{label}</legend>
      <div className="flex flex-wrap rounded-lg border border-line bg-sunken p-0.5">
        {options.map(({ value, label: name, icon: Icon }) => (
          <label
            key={value}
            className="flex items-center gap-1.5 rounded-md border border-transparent px-3 py-1 text-sm font-medium text-muted transition-colors has-checked:border-line has-checked:bg-surface has-checked:text-ink has-checked:shadow-low has-focus-visible:outline-2 has-focus-visible:outline-accent"
          >
            <input
              type="radio"
              name={id}
              value={value}
              checked={value === chosen}
              onChange={() => {
                onChoose(value)
              }}
              className="sr-only"
            />
            <Icon aria-hidden="true" className="size-4" />
            {name}
          </label>
        ))}
      </div>
      {hint !== undefined && (
        <p id={`${id}-hint`} className="text-xs text-faint">
          {hint}
        </p>
      )}
    </fieldset>
  )
}
