import type { ReactNode } from 'react'

type PageProps = {
  readonly title: string
  readonly lead?: string
  readonly action?: ReactNode
  readonly children: ReactNode
}

/** A screen with a heading. */
export const Page = ({ title, lead, action, children }: PageProps): ReactNode => (
  <div className="min-h-0 flex-1 overflow-y-auto [scrollbar-gutter:stable_both-edges]">
    <div className="mx-auto grid max-w-184 gap-5 px-6 pt-8 pb-10 max-[46rem]:px-4 max-[46rem]:pt-5">
      <header className="flex flex-wrap items-start gap-x-4 gap-y-2">
        <div className="grid min-w-56 flex-1 gap-1">
          <h1 className="text-xl font-semibold tracking-tight">{title}</h1>
          {lead !== undefined && <p className="text-sm text-pretty text-muted">{lead}</p>}
        </div>
        {action}
      </header>
      {children}
    </div>
  </div>
)

/** Things of one kind on a surface, with a line between them. */
export const panelClass = 'divide-y divide-line overflow-hidden rounded-xl border border-line bg-surface shadow-low'
