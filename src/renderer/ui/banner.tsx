import { CircleAlert, Info } from 'lucide-react'
import type { ReactNode } from 'react'
import { classNames } from './class-names'

type BannerProps = {
  readonly tone: 'info' | 'problem'
  readonly children: ReactNode
  readonly actions?: ReactNode
  /** Whether it is read out as soon as it appears. */
  readonly announce?: boolean
}

const tones = {
  info: 'border-line bg-sunken [&>svg]:text-muted',
  problem: 'border-warn-line bg-warn-soft [&>svg]:text-warn-ink',
}

/** Something to know, with what can be done about it. */
export const Banner = ({ tone, children, actions, announce = false }: BannerProps): ReactNode => (
  <div
    role={announce ? 'alert' : undefined}
    data-banner
    className={classNames(
      'rise flex flex-wrap items-start gap-x-2.5 gap-y-2 rounded-lg border px-3 py-2.5 text-sm select-text [&>svg]:mt-0.5 [&>svg]:size-4 [&>svg]:shrink-0',
      tones[tone],
    )}
  >
    {tone === 'info' ? <Info aria-hidden="true" /> : <CircleAlert aria-hidden="true" />}
    <div className="min-w-48 flex-1">{children}</div>
    {actions !== undefined && <div className="flex flex-wrap gap-1.5">{actions}</div>}
  </div>
)
