import type { ReactNode, Ref } from 'react'
import { classNames } from './class-names'

/** How much a button asks for attention. */
export type ButtonTone = 'primary' | 'secondary' | 'quiet' | 'danger'

type ButtonProps = {
  readonly children: ReactNode
  readonly onPress?: () => void
  readonly tone?: ButtonTone
  readonly size?: 'small' | 'medium' | 'large'
  /** The accessible name where the visible text is shorter than what it does. */
  readonly label?: string | undefined
  readonly disabled?: boolean | undefined
  readonly type?: 'button' | 'submit'
  /** The second click of a double click is not meant for it: it may have come under the pointer only just now. */
  readonly single?: boolean
  /** Whether a long text goes on in a second line. */
  readonly wrap?: boolean
  readonly ref?: Ref<HTMLButtonElement>
}

const tones: Record<ButtonTone, string> = {
  primary: 'bg-accent text-on-accent hover:not-disabled:bg-accent-hover shadow-low border-transparent',
  secondary: 'bg-surface text-ink border-line-strong hover:not-disabled:bg-hover shadow-low',
  quiet: 'text-muted border-transparent hover:not-disabled:bg-hover hover:not-disabled:text-ink',
  danger: 'bg-danger text-on-danger hover:not-disabled:bg-danger-hover shadow-low border-transparent',
}

const sizes = {
  small: 'h-7 px-2.5 text-sm rounded-md gap-1.5',
  medium: 'h-8.5 px-3.5 text-sm rounded-md gap-2',
  large: 'h-11 px-6 text-base rounded-lg gap-2',
}

/** A button with a text. */
export const Button = ({
  children,
  onPress,
  tone = 'secondary',
  size = 'medium',
  label,
  disabled = false,
  type = 'button',
  single = false,
  wrap = false,
  ref,
}: ButtonProps): ReactNode => (
  <button
    ref={ref}
    type={type}
    aria-label={label}
    disabled={disabled}
    onClick={(event) => {
      if (!single || event.detail < 2) onPress?.()
    }}
    className={classNames(
      'inline-flex items-center justify-center border font-medium transition-colors select-none',
      wrap ? 'h-auto! min-h-7 min-w-0 py-1 text-start wrap-anywhere' : 'shrink-0 whitespace-nowrap',
      'active:not-disabled:translate-y-px disabled:opacity-55 [&_svg]:size-4',
      tones[tone],
      sizes[size],
    )}
  >
    {children}
  </button>
)
