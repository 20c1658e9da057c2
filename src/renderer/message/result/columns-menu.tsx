import { CSPProvider } from '@base-ui/react/csp-provider'
import { Menu } from '@base-ui/react/menu'
import { Check, ChevronDown } from 'lucide-react'
import type { ReactNode } from 'react'
import { t } from '../../../language/words'
import { columnName } from './cell'

type ColumnsMenuProps = {
  readonly columns: readonly string[]
  readonly shown: readonly string[]
  readonly onToggle: (column: string, shown: boolean) => void
  readonly onReset: () => void
}

const itemClass =
  'flex cursor-default items-center gap-2 rounded-md px-2 py-1.5 text-sm outline-none data-disabled:text-faint ' +
  'data-highlighted:bg-active data-highlighted:outline-1 data-highlighted:-outline-offset-1 data-highlighted:outline-edge'

/** Which columns a table has. */
export const ColumnsMenu = ({ columns, shown, onToggle, onReset }: ColumnsMenuProps): ReactNode => (
  <CSPProvider disableStyleElements>
    <Menu.Root modal={false}>
      <Menu.Trigger className="inline-flex h-7 shrink-0 items-center gap-1.5 rounded-md px-2.5 text-sm font-medium text-muted transition-colors hover:bg-hover hover:text-ink data-popup-open:bg-active">
        {t('results.columns')}
        <ChevronDown aria-hidden="true" className="size-3.5" />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner align="start" sideOffset={4} className="z-40">
          <Menu.Popup className="fade max-h-[min(20rem,var(--available-height))] min-w-48 max-w-72 overflow-y-auto rounded-lg border border-line bg-surface p-1 shadow-high">
            {columns.map((column) => (
              <Menu.CheckboxItem
                key={column}
                checked={shown.includes(column)}
                // A table without columns would show nothing at all.
                disabled={shown.length === 1 && shown.includes(column)}
                closeOnClick={false}
                onCheckedChange={(checked) => {
                  onToggle(column, checked)
                }}
                className={itemClass}
              >
                <span className="inline-flex size-4 shrink-0 items-center justify-center text-accent-ink">
                  <Menu.CheckboxItemIndicator className="inline-flex">
                    <Check aria-hidden="true" className="size-4" />
                  </Menu.CheckboxItemIndicator>
                </span>
                <span dir="auto" className="min-w-0 truncate">
                  {columnName(column)}
                </span>
              </Menu.CheckboxItem>
            ))}
            <Menu.Separator className="my-1 h-px bg-line" />
            <Menu.Item onClick={onReset} className={itemClass}>
              <span className="size-4 shrink-0" />
              {t('results.allColumns')}
            </Menu.Item>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  </CSPProvider>
)
