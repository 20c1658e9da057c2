import type { ReactNode } from 'react'
import { classNames } from './class-names'

type IconButtonProps = {
  readonly label: string
  readonly children: ReactNode
  readonly onPress?: () => void
  readonly tone?: 'quiet' | 'accent'
  readonly round?: boolean
  readonly disabled?: boolean
  readonly type?: 'button' | 'submit'
  readonly expanded?: boolean
  readonly className?: string
}

const tones = {
  quiet: 'text-muted hover:not-disabled:bg-hover hover:not-disabled:text-ink',
  accent: 'bg-accent text-on-accent hover:not-disabled:bg-accent-hover disabled:bg-active disabled:text-faint',
}

/** A button with an icon; its name shows on hover and on focus. */
export const IconButton = ({
  label,
  children,
  onPress,
  tone = 'quiet',
  round = false,
  disabled = false,
  type = 'button',
  expanded,
  className,
}: IconButtonProps): ReactNode => (
  <button
    type={type}
    aria-label={label}
    aria-expanded={expanded}
    data-tip={label}
    disabled={disabled}
    onClick={onPress}
    className={classNames(
      'inline-flex size-8 shrink-0 items-center justify-center transition-colors [&_svg]:size-4',
      round ? 'rounded-full' : 'rounded-md',
      tones[tone],
      className,
    )}
  >
    {children}
  </button>
)
