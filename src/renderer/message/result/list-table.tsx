import { ArrowDown, ArrowUp, ChevronsUpDown } from 'lucide-react'
import { useMemo, useState, type ReactNode } from 'react'
import type { JsonObject } from '../../../contract/json'
import { rowsAtOnce } from '../../../contract/plain/rows-at-once'
import { t } from '../../../language/words'
import type { ResultChoice, Sorting } from '../../state/result-choice'
import { classNames } from '../../ui/class-names'
import { columnName, shownCell } from './cell'
import { columnsOf, firstColumns, shownColumns } from './columns'
import { ColumnsChoice } from './columns-choice'
import { CopyCsv } from './copy-csv'
import { listCaption, ListPager, Reading } from './list-pager'
import { rowFields } from './row-fields'
import { sortRows } from './sort-rows'
import { useAllRows, usePage, type List, type Shown } from './use-list'

type RowProps = { readonly number: number; readonly row: JsonObject; readonly columns: readonly string[] }

const Row = ({ number, row, columns }: RowProps): ReactNode => (
  <tr aria-rowindex={number + 1} className="border-t border-line align-top hover:bg-hover">
    <th scope="row" className="w-px px-3 py-1.5 text-end font-normal text-faint tabular-nums">
      {number}
    </th>
    {columns.map((column) => (
      <td
        key={column}
        dir="auto"
        className={classNames('px-3 py-1.5', typeof row[column] === 'number' && 'tabular-nums')}
      >
        <span className="line-clamp-4 w-max max-w-64 break-words">{shownCell(column, row[column])}</span>
      </td>
    ))}
  </tr>
)

type HeadProps = {
  readonly columns: readonly string[]
  readonly sorting: Sorting | undefined
  readonly onSort: (sorting: Sorting | undefined) => void
}

const nextSorting = (column: string, now: Sorting | undefined): Sorting | undefined => {
  if (now?.column !== column) return { column, descending: false }
  return now.descending ? undefined : { column, descending: true }
}

const SortIcon = ({ sorting }: { readonly sorting: Sorting | undefined }): ReactNode => {
  if (sorting === undefined) {
    return (
      <ChevronsUpDown
        aria-hidden="true"
        className="size-3 text-faint opacity-0 transition-opacity group-hover/sort:opacity-100 group-focus-visible/sort:opacity-100"
      />
    )
  }
  const Icon = sorting.descending ? ArrowDown : ArrowUp
  return <Icon aria-hidden="true" className="size-3 text-accent-ink" />
}

const Head = ({ columns, sorting, onSort }: HeadProps): ReactNode => (
  <thead className="sticky top-0 z-1 bg-sunken text-muted">
    <tr aria-rowindex={1}>
      <th scope="col" className="w-px px-3 py-1.5 text-end font-medium">
        <span className="sr-only">{t('result.number')}</span>
        <span aria-hidden="true">#</span>
      </th>
      {columns.map((column) => {
        const own = sorting?.column === column ? sorting : undefined
        return (
          <th
            key={column}
            scope="col"
            aria-sort={own === undefined ? undefined : own.descending ? 'descending' : 'ascending'}
            className="px-1 py-0.5 text-start font-medium whitespace-nowrap"
          >
            <button
              type="button"
              onClick={() => {
                onSort(nextSorting(column, sorting))
              }}
              className="group/sort inline-flex items-center gap-1 rounded-sm px-2 py-1 transition-colors hover:bg-hover hover:text-ink"
            >
              <bdi>{columnName(column)}</bdi>
              <SortIcon sorting={own} />
            </button>
          </th>
        )
      })}
    </tr>
  </thead>
)

/** The rows of a page as they are ordered: those of an ordered list once all of them are here. */
const useOrderedPage = (list: List, page: number, sorting: Sorting | undefined): Shown => {
  const ordered = sorting !== undefined
  const plain = usePage(list, page, !ordered)
  const all = useAllRows(list, ordered)
  const rows = useMemo(
    () => (sorting === undefined ? [] : sortRows(all.rows.map(rowFields), sorting)),
    [all.rows, sorting],
  )
  const from = page * rowsAtOnce
  if (ordered) return { ...all, rows: rows.slice(from, from + rowsAtOnce) }
  return { ...plain, rows: plain.rows.map(rowFields) }
}

type ListTableProps = {
  readonly label: string
  readonly list: List
  readonly choice: ResultChoice
  readonly onChoose: (change: ResultChoice) => void
}

/** What a copy has: the chosen columns where somebody chose, else every column that there is. */
const copyOf = (choice: ResultChoice, shown: readonly string[]) => (all: readonly JsonObject[]) => {
  const rows = all.map(rowFields)
  const sorted = choice.sorting === undefined ? rows : sortRows(rows, choice.sorting)
  return { columns: choice.columns === undefined ? [...new Set([...shown, ...columnsOf(rows)])] : shown, rows: sorted }
}

/** A list as a table: a page at a time, ordered by any column, with the columns that a person chooses. */
export const ListTable = ({ label, list, choice, onChoose }: ListTableProps): ReactNode => {
  const [page, setPage] = useState(0)
  const columns = useMemo(() => columnsOf(list.here.map(rowFields)), [list.here])
  const first = useMemo(() => firstColumns(list.here.map(rowFields), columns), [list.here, columns])
  const shown = shownColumns(columns, first, choice.columns)
  const sorting = choice.sorting !== undefined && columns.includes(choice.sorting.column) ? choice.sorting : undefined
  const ordered = useOrderedPage(list, page, sorting)
  const from = page * rowsAtOnce
  const caption = listCaption(t('result.rows', { count: list.total }), list, { from, shown: ordered.rows.length })
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-1.5">
      <div
        tabIndex={0}
        role="group"
        aria-label={label}
        className="max-h-96 overflow-auto rounded-md border border-line select-text"
      >
        <table
          aria-rowcount={list.total + 1}
          aria-busy={ordered.loading}
          className="w-max min-w-full text-start text-xs"
        >
          <caption className="sticky start-0 px-3 py-1.5 text-start text-faint tabular-nums">
            {sorting !== undefined && list.kept < list.total ? `${caption} · ${t('results.amongKept')}` : caption}
          </caption>
          <Head
            columns={shown}
            sorting={sorting}
            onSort={(next) => {
              setPage(0)
              onChoose({ sorting: next })
            }}
          />
          <tbody>
            {ordered.rows.map((row, index) => (
              <Row key={from + index} number={from + index + 1} row={row} columns={shown} />
            ))}
          </tbody>
        </table>
        <Reading shown={ordered} />
      </div>
      <ColumnsChoice
        columns={columns}
        shown={shown}
        onToggle={(column, on) => {
          onChoose({ columns: { ...choice.columns, [column]: on } })
        }}
        onReset={() => {
          onChoose({ columns: undefined })
        }}
      >
        <CopyCsv list={list} content={copyOf(choice, shown)} />
      </ColumnsChoice>
      <ListPager label={label} kept={list.kept} page={page} onPage={setPage} />
    </div>
  )
}
