import type { ReactNode, Ref } from 'react'

type ToolProps = {
  readonly label: string
  readonly onPress: () => void
  readonly children: ReactNode
  readonly disabled?: boolean
  readonly ref?: Ref<HTMLButtonElement> | undefined
}

/** A small button of a row of them; its name shows as the system shows names, so that it needs no room. */
export const Tool = ({ label, onPress, children, disabled = false, ref }: ToolProps): ReactNode => (
  <button
    ref={ref}
    type="button"
    aria-label={label}
    title={label}
    aria-disabled={disabled}
    onClick={() => {
      if (!disabled) onPress()
    }}
    className="inline-flex size-6 items-center justify-center rounded-md text-muted transition-colors not-aria-disabled:hover:bg-hover not-aria-disabled:hover:text-ink aria-disabled:opacity-45 [&_svg]:size-3.5"
  >
    {children}
  </button>
)
