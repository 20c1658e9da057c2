import type { ReactNode } from 'react'

/** Something is under way. Says nothing by itself: a text beside it does. */
export const Spinner = (): ReactNode => (
  <span
    aria-hidden="true"
    className="inline-block size-3.5 shrink-0 animate-spin rounded-full border-[1.5px] border-current border-e-transparent opacity-80"
  />
)
