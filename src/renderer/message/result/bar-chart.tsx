import { useState, type ReactNode } from 'react'
import { formatNumber, formatPercent } from '../../../language/formats'
import { t } from '../../../language/words'
import { Button } from '../../ui/button'
import { columnName } from './cell'
import type { Count } from './group-rows'

const mostAtFirst = 12

type BarProps = { readonly count: Count; readonly most: number; readonly all: number }

const Bar = ({ count: { label, count }, most, all }: BarProps): ReactNode => (
  <tr>
    <th scope="row" dir="auto" className="py-1 pe-3 text-start font-normal">
      <span className="line-clamp-2 w-max max-w-28 break-words sm:max-w-44">
        {label === '' ? t('results.noValue') : label}
      </span>
    </th>
    <td className="w-full py-1">
      <span className="flex items-center gap-2">
        <span aria-hidden="true" className="flex h-4 min-w-12 flex-1">
          <span
            className="h-full rounded-e-sm bg-accent forced-color-adjust-none"
            style={{ inlineSize: `${String(most === 0 ? 0 : Math.max(0.5, (100 * count) / most))}%` }}
          />
        </span>
      </span>
    </td>
    <td className="w-px py-1 ps-3 text-end font-medium tabular-nums">{formatNumber(count)}</td>
    <td className="w-px py-1 ps-3 text-end text-faint tabular-nums">{formatPercent(all === 0 ? 0 : count / all)}</td>
  </tr>
)

type BarChartProps = { readonly counts: readonly Count[]; readonly what: string; readonly caption: string }

/** Numbers by group as bars, which are a table to whoever can't see them. */
export const BarChart = ({ counts, what, caption }: BarChartProps): ReactNode => {
  const [whole, setWhole] = useState(false)
  const shown = whole ? counts : counts.slice(0, mostAtFirst)
  const all = counts.reduce((sum, { count }) => sum + count, 0)
  const most = Math.max(0, ...counts.map(({ count }) => count))
  return (
    <div className="grid gap-1.5 rounded-md border border-line px-3 py-2 select-text">
      <table className="w-full text-start text-xs">
        <caption className="pb-1 text-start text-faint tabular-nums">{caption}</caption>
        <thead className="sr-only">
          <tr>
            <th scope="col">{columnName(what)}</th>
            <td />
            <th scope="col">{t('results.number')}</th>
            <th scope="col">{t('results.share')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((count) => (
            <Bar key={count.label} count={count} most={most} all={all} />
          ))}
        </tbody>
      </table>
      {shown.length < counts.length && (
        <Button
          tone="quiet"
          size="small"
          onPress={() => {
            setWhole(true)
          }}
        >
          {t('results.moreGroups', { count: counts.length - shown.length })}
        </Button>
      )}
    </div>
  )
}
