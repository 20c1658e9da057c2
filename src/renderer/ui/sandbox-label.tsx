import { FlaskConical } from 'lucide-react'
import type { ReactNode } from 'react'

/** The label that never goes away while the data is not real. */
export const SandboxLabel = ({ children }: { readonly children: string }): ReactNode => (
  <p className="flex items-start gap-2 rounded-md bg-accent-soft px-2.5 py-1.5 text-xs font-medium text-accent-ink max-[46rem]:justify-center max-[46rem]:rounded-none max-[46rem]:py-1">
    <FlaskConical aria-hidden="true" className="mt-0.5 size-3.5 shrink-0" />
    {children}
  </p>
)
