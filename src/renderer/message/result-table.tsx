import { useState, type ReactNode } from 'react'
import type { JsonObject } from '../../contract/json'
import { rowsAtOnce } from '../../contract/plain/rows-at-once'
import { t } from '../../language/words'
import { FailureNotice } from '../failure/failure-notice'
import { Spinner } from '../ui/spinner'
import { readable } from './argument-fields'
import { Pager } from './pager'
import { cellText, type ResultTable } from './result-summary'
import { useRows } from './use-rows'

type RowProps = { readonly number: number; readonly row: JsonObject; readonly columns: readonly string[] }

const Row = ({ number, row, columns }: RowProps): ReactNode => (
  <tr aria-rowindex={number + 1} className="border-t border-line align-top">
    <th scope="row" className="w-px px-3 py-1.5 text-end font-normal text-faint tabular-nums">
      {number}
    </th>
    {columns.map((column) => (
      <td key={column} className="max-w-72 min-w-16 px-3 py-1.5 wrap-anywhere">
        <span className="line-clamp-4">{cellText(row[column])}</span>
      </td>
    ))}
  </tr>
)

const Head = ({ columns }: { readonly columns: readonly string[] }): ReactNode => (
  <thead className="sticky top-0 bg-sunken text-muted">
    <tr aria-rowindex={1}>
      <th scope="col" className="w-px px-3 py-1.5 text-end font-medium">
        <span className="sr-only">{t('result.number')}</span>
        <span aria-hidden="true">#</span>
      </th>
      {columns.map((column) => (
        <th key={column} scope="col" className="px-3 py-1.5 text-start font-medium whitespace-nowrap">
          {readable(column)}
        </th>
      ))}
    </tr>
  </thead>
)

/** How many rows a list had, and how many of them are here. */
export type RowCount = { readonly total: number; readonly kept: number }

type TableProps = {
  readonly callId: string
  readonly label: string
  readonly table: ResultTable
  readonly count: RowCount
}

const captionOf = ({ total, kept }: RowCount, from: number, shown: number): string => {
  const range = total > rowsAtOnce && shown > 0 ? t('result.range', { first: from + 1, last: from + shown }) : ''
  const left = kept < total ? t('result.keptOf', { kept }) : ''
  return [t('result.rows', { count: total }), range, left].filter((part) => part !== '').join(' · ')
}

/** A result that is a list: its rows, a page at a time. */
export const ResultTableView = ({ callId, label, table, count }: TableProps): ReactNode => {
  const [page, setPage] = useState(0)
  const { rows, loading, failure, retry } = useRows(callId, table.rows, { page, kept: count.kept })
  const pages = Math.max(1, Math.ceil(count.kept / rowsAtOnce))
  const from = page * rowsAtOnce
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-1.5">
      <div
        tabIndex={0}
        role="region"
        aria-label={label}
        className="max-h-96 overflow-auto rounded-md border border-line select-text"
      >
        <table aria-rowcount={count.total + 1} aria-busy={loading} className="w-full text-start text-xs">
          <caption className="sticky start-0 px-3 py-1.5 text-start text-faint tabular-nums">
            {captionOf(count, from, rows.length)}
          </caption>
          <Head columns={table.columns} />
          <tbody>
            {rows.map((row, index) => (
              <Row key={from + index} number={from + index + 1} row={row} columns={table.columns} />
            ))}
          </tbody>
        </table>
        {loading && (
          <p role="status" className="flex items-center gap-2 px-3 py-2 text-xs text-faint">
            <Spinner />
            {t('result.loading')}
          </p>
        )}
      </div>
      {failure !== undefined && <FailureNotice failure={failure} place={{ retry }} />}
      {pages > 1 && <Pager label={t('result.pagesOf', { what: label })} page={page} pages={pages} onPage={setPage} />}
    </div>
  )
}
