import type { ReactNode } from 'react'
import { rowsAtOnce } from '../../../contract/plain/rows-at-once'
import { t } from '../../../language/words'
import { FailureNotice } from '../../failure/failure-notice'
import { Spinner } from '../../ui/spinner'
import { Pager } from '../pager'
import type { List, Shown } from './use-list'

/** How much of a list is shown, in words: "10,000 rows · 26 to 50 · only the first 5,000 were kept". */
export const listCaption = (
  what: string,
  { total, kept }: List,
  { from, shown }: { readonly from: number; readonly shown: number },
): string => {
  const range = total > rowsAtOnce && shown > 0 ? t('result.range', { first: from + 1, last: from + shown }) : ''
  const left = kept < total ? t('result.keptOf', { kept }) : ''
  return [what, range, left].filter((part) => part !== '').join(' · ')
}

type ListPagerProps = {
  readonly label: string
  readonly kept: number
  readonly page: number
  readonly onPage: (page: number) => void
}

/** Goes through the pages of a list that has several. */
export const ListPager = ({ label, kept, page, onPage }: ListPagerProps): ReactNode => {
  const pages = Math.max(1, Math.ceil(kept / rowsAtOnce))
  return pages === 1 ? null : (
    <Pager label={t('result.pagesOf', { what: label })} page={page} pages={pages} onPage={onPage} />
  )
}

/** Says that rows are being read, or why they could not be. */
export const Reading = ({ shown }: { readonly shown: Shown }): ReactNode => (
  <>
    {shown.loading && (
      <p role="status" className="flex items-center gap-2 px-3 py-2 text-xs text-faint">
        <Spinner />
        {t('result.loading')}
      </p>
    )}
    {shown.failure !== undefined && <FailureNotice failure={shown.failure} place={{ retry: shown.retry }} />}
  </>
)
