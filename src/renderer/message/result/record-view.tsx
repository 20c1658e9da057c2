import type { ReactNode } from 'react'
import type { JsonObject } from '../../../contract/json'
import { columnName, shownCell } from './cell'
import { rowFields } from './row-fields'

/** One thing with its fields. */
export const RecordView = ({ record }: { readonly record: JsonObject }): ReactNode => (
  <dl className="grid max-h-96 grid-cols-[minmax(6rem,max-content)_minmax(0,1fr)] gap-x-4 overflow-auto rounded-md border border-line px-3 py-1.5 text-xs select-text">
    {Object.entries(rowFields(record)).map(([name, value]) => (
      <div key={name} className="col-span-full grid grid-cols-subgrid border-t border-line py-1.5 first:border-t-0">
        <dt className="max-w-40 wrap-anywhere text-muted">
          <bdi>{columnName(name)}</bdi>
        </dt>
        <dd dir="auto" className="wrap-anywhere">
          {shownCell(name, value)}
        </dd>
      </div>
    ))}
  </dl>
)
