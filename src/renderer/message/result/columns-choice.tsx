import { ChevronDown } from 'lucide-react'
import { useId, useRef, useState, type ReactNode } from 'react'
import { t } from '../../../language/words'
import { classNames } from '../../ui/class-names'
import { columnName } from './cell'

type ColumnsChoiceProps = {
  readonly columns: readonly string[]
  readonly shown: readonly string[]
  readonly onToggle: (column: string, shown: boolean) => void
  readonly onReset: () => void
  /** What else can be done with the table. */
  readonly children: ReactNode
}

type ColumnProps = Pick<ColumnsChoiceProps, 'shown' | 'onToggle'> & { readonly column: string }

const Column = ({ column, shown, onToggle }: ColumnProps): ReactNode => (
  <label className="flex max-w-56 items-center gap-1.5 rounded-sm px-1.5 py-1 text-xs transition-colors hover:bg-hover">
    <input
      type="checkbox"
      checked={shown.includes(column)}
      // A table without columns would show nothing at all.
      disabled={shown.length === 1 && shown.includes(column)}
      onChange={(event) => {
        onToggle(column, event.target.checked)
      }}
      className="size-3.5 shrink-0 accent-accent"
    />
    <bdi className="truncate">{columnName(column)}</bdi>
  </label>
)

/** Which columns a table has: a button among its tools, and under them the columns to choose from. */
export const ColumnsChoice = ({ columns, shown, onToggle, onReset, children }: ColumnsChoiceProps): ReactNode => {
  const panel = useId()
  const button = useRef<HTMLButtonElement>(null)
  const [open, setOpen] = useState(false)
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-1.5">
      <div className="flex flex-wrap items-center gap-x-1 gap-y-1.5">
        <button
          ref={button}
          type="button"
          aria-expanded={open}
          aria-controls={open ? panel : undefined}
          onClick={() => {
            setOpen(!open)
          }}
          className="inline-flex h-7 shrink-0 items-center gap-1.5 rounded-md px-2.5 text-sm font-medium text-muted transition-colors hover:bg-hover hover:text-ink aria-expanded:bg-active"
        >
          {t('results.columns')}
          <ChevronDown
            aria-hidden="true"
            className={classNames('size-3.5 transition-transform', open && 'rotate-180')}
          />
        </button>
        {children}
      </div>
      {open && (
        <div
          id={panel}
          role="group"
          aria-label={t('results.columns')}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return
            event.stopPropagation()
            setOpen(false)
            button.current?.focus()
          }}
          className="flex max-h-40 flex-wrap items-center gap-x-1 overflow-y-auto rounded-md border border-line bg-sunken p-1"
        >
          {columns.map((column) => (
            <Column key={column} column={column} shown={shown} onToggle={onToggle} />
          ))}
          <button
            type="button"
            onClick={onReset}
            className="ms-auto rounded-sm px-2 py-1 text-xs font-medium text-muted transition-colors hover:bg-hover hover:text-ink"
          >
            {t('results.allColumns')}
          </button>
        </div>
      )}
    </div>
  )
}
