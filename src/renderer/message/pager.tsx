import { ChevronLeft, ChevronRight, ChevronsLeft, ChevronsRight } from 'lucide-react'
import { useId, type ReactNode } from 'react'
import { t } from '../../language/words'
import { inputClass } from '../ui/field'
import { IconButton } from '../ui/icon-button'

type PagerProps = {
  /** What is paged through. */
  readonly label: string
  /** From 0. */
  readonly page: number
  readonly pages: number
  readonly onPage: (page: number) => void
}

/** Goes through the pages of a list: by buttons, or by the number of a page. */
export const Pager = ({ label, page, pages, onPage }: PagerProps): ReactNode => {
  const id = useId()
  const step = (name: string, to: number, icon: ReactNode): ReactNode => (
    <IconButton
      label={name}
      disabled={to < 0 || to >= pages || to === page}
      className="size-7"
      onPress={() => {
        onPage(to)
      }}
    >
      {icon}
    </IconButton>
  )
  return (
    <nav aria-label={label} className="flex flex-wrap items-center gap-1 text-xs text-muted tabular-nums">
      {step(t('result.first'), 0, <ChevronsLeft />)}
      {step(t('result.previous'), page - 1, <ChevronLeft />)}
      <label htmlFor={id} className="ms-1">
        {t('result.page')}
      </label>
      <input
        id={id}
        key={page}
        inputMode="numeric"
        defaultValue={page + 1}
        onBlur={(event) => {
          event.target.value = String(page + 1)
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return
          const wanted = Number(event.currentTarget.value)
          if (Number.isInteger(wanted)) onPage(Math.min(Math.max(wanted, 1), pages) - 1)
        }}
        className={`${inputClass} h-7 w-14! px-1.5 py-0 text-center text-xs!`}
      />
      <span className="me-1">{t('result.ofPages', { pages })}</span>
      {step(t('result.next'), page + 1, <ChevronRight />)}
      {step(t('result.last'), pages - 1, <ChevronsRight />)}
    </nav>
  )
}
