import type { ReactNode } from 'react'
import { classNames } from './class-names'

/** The mark of the app: a ring for the person, and the hand that acts in it. */
export const Mark = ({ className = 'size-5' }: { readonly className?: string }): ReactNode => (
  <svg viewBox="0 0 32 32" aria-hidden="true" className={classNames('shrink-0', className)}>
    <path
      d="M25.9 11.2A11 11 0 1 0 27 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="4"
      strokeLinecap="round"
      className="text-ink"
    />
    <circle cx="16" cy="16" r="4.6" className="fill-accent" />
  </svg>
)
