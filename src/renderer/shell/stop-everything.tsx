import { OctagonX } from 'lucide-react'
import type { ReactNode } from 'react'
import { t } from '../../language/words'
import { useActions, useAppState } from '../app/use-app'

/** Stops all conversations that are at work; shown as long as there is one, whatever is on screen. */
export const StopEverything = (): ReactNode => {
  const actions = useActions()
  const working = useAppState((state) => state.threads.items.some(({ run }) => run === 'running'))
  if (!working) return null
  return (
    <button
      type="button"
      aria-label={t('stopping.everything')}
      title={t('stopping.everythingHint')}
      onClick={actions.stopEverything}
      className="-my-1 ms-auto inline-flex items-center gap-1 rounded-md border border-line-strong bg-surface px-1.5 py-1 text-xs whitespace-nowrap font-medium text-danger-ink transition-colors hover:bg-hover [&+.shell-narrow]:ms-1"
    >
      <OctagonX aria-hidden="true" className="size-3.5" />
      <span className="max-[46rem]:sr-only">{t('stopping.everything')}</span>
    </button>
  )
}
