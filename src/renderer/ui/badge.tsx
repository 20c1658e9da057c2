import type { ReactNode } from 'react'
import { classNames } from './class-names'

/** What a badge is about. */
export type BadgeTone = 'neutral' | 'good' | 'warn' | 'danger' | 'outside'

const tones: Record<BadgeTone, string> = {
  neutral: 'bg-active text-muted',
  good: 'bg-accent-soft text-accent-ink',
  warn: 'bg-warn-soft text-warn-ink',
  danger: 'bg-danger-soft text-danger-ink',
  outside: 'bg-outside-soft text-outside-ink',
}

/** A word about a thing. */
export const Badge = ({
  tone = 'neutral',
  children,
}: {
  readonly tone?: BadgeTone
  readonly children: ReactNode
}): ReactNode => (
  <span
    className={classNames(
      'inline-flex items-center gap-1 rounded-full px-2 py-px text-xs font-medium whitespace-nowrap [&_svg]:size-3',
      tones[tone],
    )}
  >
    {children}
  </span>
)
