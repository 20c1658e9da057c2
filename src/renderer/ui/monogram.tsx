import type { ReactNode } from 'react'

/** The first letter of a name on a tile: the logo of somebody whose logo we may not load. */
export const Monogram = ({ name }: { readonly name: string }): ReactNode => (
  <span
    aria-hidden="true"
    className="inline-flex size-9 shrink-0 items-center justify-center rounded-lg border border-line bg-sunken text-base font-semibold text-muted"
  >
    {name.trim().charAt(0).toUpperCase()}
  </span>
)
