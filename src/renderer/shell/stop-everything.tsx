import { OctagonX } from 'lucide-react'
import type { ReactNode } from 'react'
import { t } from '../../language/words'
import { useActions, useAppState } from '../app/use-app'

/** Stops all conversations that are at work; shown as long as there is one, whatever is on screen. It takes free room: nothing moves when it comes and goes. */
export const StopEverything = (): ReactNode => {
  const actions = useActions()
  const working = useAppState((state) => state.threads.items.some(({ run }) => run === 'running'))
  if (!working) return null
  return (
    <button
      type="button"
      aria-label={t('stopping.everything')}
      data-tip={t('stopping.everythingHint')}
      onClick={actions.stopEverything}
      className="ms-auto inline-flex size-8 shrink-0 items-center justify-center rounded-md text-danger-ink transition-colors hover:bg-hover"
    >
      <OctagonX aria-hidden="true" className="size-4" />
    </button>
  )
}
