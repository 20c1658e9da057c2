import { useEffect, useState, type ReactNode } from 'react'
import type { DataSizes as Sizes } from '../../../contract/data'
import type { Failure } from '../../../contract/failure'
import { formatBytes } from '../../../language/formats'
import { t } from '../../../language/words'
import { useActions } from '../../app/use-app'
import { FailureNotice } from '../../failure/failure-notice'
import { panelClass } from '../../ui/page'
import { Spinner } from '../../ui/spinner'

const Line = ({
  name,
  bytes,
  strong,
}: {
  readonly name: string
  readonly bytes: number
  readonly strong?: boolean
}) => (
  <div className={`flex items-baseline gap-4 px-4 py-2 text-sm ${strong === true ? 'font-medium' : ''}`}>
    <dt className="min-w-0 flex-1">{name}</dt>
    <dd className="text-end text-muted tabular-nums">{formatBytes(bytes)}</dd>
  </div>
)

const Listed = ({ sizes: { sizes, freeBytes } }: { readonly sizes: Sizes }): ReactNode => (
  <dl aria-label={t('data.sizes')} className={`${panelClass} select-text`}>
    {sizes.map(({ kind, bytes }) => (
      <Line key={kind} name={t(`data.kinds.${kind}`)} bytes={bytes} />
    ))}
    <Line name={t('data.total')} bytes={sizes.reduce((sum, { bytes }) => sum + bytes, 0)} strong />
    <Line name={t('data.free')} bytes={freeBytes} />
  </dl>
)

/** How much is kept, by kind, and how much room is left. */
export const DataSizes = (): ReactNode => {
  const actions = useActions()
  const [sizes, setSizes] = useState<Sizes>()
  const [failure, setFailure] = useState<Failure>()
  const read = (): void => {
    void actions.dataSizes().then((reply) => {
      setFailure(reply.ok ? undefined : reply.failure)
      if (reply.ok) setSizes(reply.value)
    })
  }
  useEffect(read, [actions])
  if (failure !== undefined) return <FailureNotice failure={failure} announce place={{ retry: read }} />
  if (sizes !== undefined) return <Listed sizes={sizes} />
  return (
    <p role="status" className="flex items-center gap-2 text-sm text-muted">
      <Spinner />
      {t('data.counting')}
    </p>
  )
}
