import type { ReactNode } from 'react'
import type { Json } from '../../contract/json'
import { en } from '../strings/en'
import { readable } from './argument-fields'
import { cellText, resultTable, type ResultTable } from './result-summary'

const maximumRows = 50

const JsonText = ({ value, label }: { readonly value: Json; readonly label: string }): ReactNode => (
  <pre
    role="group"
    tabIndex={0}
    aria-label={label}
    className="max-h-72 overflow-auto rounded-md border border-line bg-sunken px-3 py-2 font-mono text-xs leading-relaxed wrap-anywhere whitespace-pre-wrap text-muted select-text"
  >
    {typeof value === 'string' ? value : JSON.stringify(value, null, 2)}
  </pre>
)

const Table = ({ table, label }: { readonly table: ResultTable; readonly label: string }): ReactNode => (
  <div
    tabIndex={0}
    role="region"
    aria-label={label}
    className="max-h-72 overflow-auto rounded-md border border-line select-text"
  >
    <table className="w-full text-left text-xs">
      <thead className="sticky top-0 bg-sunken text-muted">
        <tr>
          {table.columns.map((column) => (
            <th key={column} scope="col" className="px-3 py-1.5 font-medium whitespace-nowrap">
              {readable(column)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.slice(0, maximumRows).map((row, index) => (
          <tr key={index} className="border-t border-line align-top">
            {table.columns.map((column) => (
              <td key={column} className="max-w-72 px-3 py-1.5 wrap-anywhere">
                {cellText(row[column])}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
)

type JsonViewProps = { readonly label: string; readonly value: Json; readonly truncated?: boolean }

/** A value under its heading: a list as a table, anything else as JSON. */
export const JsonView = ({ label, value, truncated = false }: JsonViewProps): ReactNode => {
  const table = resultTable(value)
  return (
    <section className="grid gap-1.5">
      <p className="text-xs font-medium text-faint">
        {label}
        {table !== undefined && ` · ${en.call.rows(table.rows.length)}`}
      </p>
      {table === undefined ? <JsonText value={value} label={label} /> : <Table table={table} label={label} />}
      {truncated && <p className="text-xs text-faint">{en.call.truncated}</p>}
    </section>
  )
}
