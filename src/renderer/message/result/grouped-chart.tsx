import { ChevronDown } from 'lucide-react'
import { useId, useMemo, type ReactNode } from 'react'
import { t } from '../../../language/words'
import type { ResultChoice } from '../../state/result-choice'
import { inputClass } from '../../ui/field'
import { BarChart } from './bar-chart'
import { columnName } from './cell'
import { columnsOf } from './columns'
import { groupingColumns, groupRows } from './group-rows'
import { listCaption, Reading } from './list-pager'
import { rowFields } from './row-fields'
import { useAllRows, type List } from './use-list'

type GroupedChartProps = {
  readonly list: List
  readonly choice: ResultChoice
  readonly onChoose: (change: ResultChoice) => void
}

type GroupByProps = {
  readonly columns: readonly string[]
  readonly chosen: string
  readonly onChoose: (column: string) => void
}

const GroupBy = ({ columns, chosen, onChoose }: GroupByProps): ReactNode => {
  const id = useId()
  return (
    <div className="flex flex-wrap items-center gap-2 text-xs text-muted">
      <label htmlFor={id} className="font-medium">
        {t('results.groupBy')}
      </label>
      <span className="relative">
        <select
          id={id}
          value={chosen}
          onChange={(event) => {
            onChoose(event.target.value)
          }}
          className={`${inputClass} h-7 appearance-none py-0! pe-7 text-xs!`}
        >
          {columns.map((column) => (
            <option key={column} value={column}>
              {columnName(column)}
            </option>
          ))}
        </select>
        <ChevronDown
          aria-hidden="true"
          className="pointer-events-none absolute end-2 top-1/2 size-3.5 -translate-y-1/2 text-muted"
        />
      </span>
    </div>
  )
}

/** The rows of a list counted by what they have in a column, all that are kept. */
export const GroupedChart = ({ list, choice, onChoose }: GroupedChartProps): ReactNode => {
  const all = useAllRows(list, true)
  const rows = useMemo(() => all.rows.map(rowFields), [all.rows])
  const columns = useMemo(() => groupingColumns(rows, columnsOf(rows)), [rows])
  const [first = ''] = columns
  const column = choice.groupBy !== undefined && columns.includes(choice.groupBy) ? choice.groupBy : first
  const counts = useMemo(() => (column === '' ? [] : groupRows(rows, column)), [rows, column])
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-1.5">
      {column !== '' && (
        <>
          <GroupBy
            columns={columns}
            chosen={column}
            onChoose={(groupBy) => {
              onChoose({ groupBy })
            }}
          />
          <BarChart
            counts={counts}
            what={column}
            caption={listCaption(t('result.rows', { count: list.total }), list, { from: 0, shown: 0 })}
          />
        </>
      )}
      <Reading shown={all} />
    </div>
  )
}
