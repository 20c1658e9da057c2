import type { ReactNode } from 'react'

/** The keys of a shortcut, as they stand on a keyboard. */
export const Keys = ({ keys }: { readonly keys: readonly string[] }): ReactNode => (
  <span dir="ltr" className="inline-flex shrink-0 gap-1">
    {keys.map((key) => (
      <kbd
        key={key}
        className="min-w-5 rounded-sm border border-line-strong bg-sunken px-1.5 py-px text-center font-sans text-xs font-medium text-muted"
      >
        {key}
      </kbd>
    ))}
  </span>
)
