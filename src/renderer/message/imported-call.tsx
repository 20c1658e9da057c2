import { ChevronRight, FileClock } from 'lucide-react'
import type { ReactNode } from 'react'
import type { ImportedCall } from '../../contract/imported-call'
import { withHiddenNamed } from '../../contract/plain/hidden-characters'
import { t } from '../../language/words'
import { JsonView } from './json-view'
import { useOpened } from './use-opened'

const whereOf = ({ providerName, account, workspace }: ImportedCall): string =>
  [providerName, account, workspace]
    .flatMap((name) => (name === undefined || name === '' ? [] : [withHiddenNamed(name)]))
    .join(' · ')

/** A call that a file tells of: a record to be read, with nothing that could be pressed. */
export const ImportedCallView = ({ call }: { readonly call: ImportedCall }): ReactNode => {
  const { opened, onToggle } = useOpened()
  const title = withHiddenNamed(call.title)
  return (
    <details
      onToggle={onToggle}
      className="group/line rounded-lg border border-dashed border-line-strong text-sm"
      aria-label={title}
    >
      <summary className="flex items-center gap-2 rounded-lg px-3 py-2 transition-colors group-open/line:rounded-b-none hover:bg-hover">
        <FileClock aria-hidden="true" className="size-3.5 shrink-0 text-faint" />
        <span className="min-w-0 truncate">
          {title} <span className="text-faint">· {whereOf(call)}</span>
        </span>
        <span className="ms-auto flex shrink-0 items-center gap-2 text-xs text-muted">
          {t(`transfer.outcomes.${call.outcome}`)}
          <ChevronRight
            aria-hidden="true"
            className="size-3.5 text-faint transition-transform group-open/line:rotate-90 rtl:not-group-open/line:-scale-x-100"
          />
        </span>
      </summary>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-3 px-3 pt-1 pb-3">
        <p className="text-xs text-muted">{t('transfer.noteOfCall')}</p>
        {opened && <JsonView label={t('call.given')} value={call.args} />}
        {opened && call.result !== undefined && <JsonView label={t('call.returned')} value={call.result.value} />}
        {call.result?.truncated === true && <p className="text-xs text-faint">{t('call.truncated')}</p>}
      </div>
    </details>
  )
}
