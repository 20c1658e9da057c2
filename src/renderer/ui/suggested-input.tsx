import { Autocomplete } from '@base-ui/react/autocomplete'
import { CSPProvider } from '@base-ui/react/csp-provider'
import type { ReactNode } from 'react'
import { inputClass } from './field'

type SuggestedInputProps = {
  readonly id: string
  readonly value: string
  readonly suggestions: readonly string[]
  readonly disabled?: boolean
  readonly describedBy?: string | undefined
  readonly onChange: (value: string) => void
}

/** Something to type into, with a list to choose from; what isn't in the list can be typed, too. */
export const SuggestedInput = ({
  id,
  value,
  suggestions,
  disabled = false,
  describedBy,
  onChange,
}: SuggestedInputProps): ReactNode => (
  <CSPProvider disableStyleElements>
    <Autocomplete.Root items={suggestions} value={value} onValueChange={onChange} openOnInputClick>
      <Autocomplete.Input
        id={id}
        disabled={disabled}
        spellCheck={false}
        autoComplete="off"
        aria-describedby={describedBy}
        className={inputClass}
      />
      <Autocomplete.Portal>
        <Autocomplete.Positioner sideOffset={4} className="z-40 outline-none">
          <Autocomplete.Popup className="max-h-[min(18rem,var(--available-height))] w-(--anchor-width) overflow-y-auto rounded-lg border border-line-strong bg-surface p-1 shadow-mid data-empty:hidden">
            <Autocomplete.List>
              {(name: string) => (
                <Autocomplete.Item
                  key={name}
                  value={name}
                  className="rounded-md px-2 py-1.5 text-sm wrap-anywhere select-none data-highlighted:bg-active"
                >
                  {name}
                </Autocomplete.Item>
              )}
            </Autocomplete.List>
          </Autocomplete.Popup>
        </Autocomplete.Positioner>
      </Autocomplete.Portal>
    </Autocomplete.Root>
  </CSPProvider>
)
