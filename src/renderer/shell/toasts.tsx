import { useEffect, useState, type ReactNode } from 'react'
import { withHiddenNamed } from '../../contract/plain/hidden-characters'
import { t } from '../../language/words'
import { useActions, useAppState } from '../app/use-app'
import type { DeletedToast, Toast } from '../state/toast'
import { Button } from '../ui/button'

const shownMs = 10_000

const deleted = (toast: DeletedToast): string => {
  const title = withHiddenNamed(toast.title)
  return toast.waited ? t('threadList.deletedWaiting', { title }) : t('threadList.deleted', { title })
}

const sentence = (toast: Toast): string => {
  switch (toast.kind) {
    case 'deleted':
      return deleted(toast)
    case 'exported':
      return t('transfer.exported', { file: withHiddenNamed(toast.file) })
    case 'imported':
      return t('transfer.importedFrom', { file: withHiddenNamed(toast.file) })
    case 'copied':
      return t('transfer.copied')
    case 'refused':
      return t('transfer.refused')
  }
}

const Shown = ({ toast }: { readonly toast: Toast }): ReactNode => {
  const actions = useActions()
  const [held, setHeld] = useState(false)
  useEffect(() => {
    // Whoever is about to press it is not to find it gone.
    if (held) return undefined
    const timer = setTimeout(() => {
      actions.dismissToast(toast)
    }, shownMs)
    return () => {
      clearTimeout(timer)
    }
  }, [actions, toast, held])
  return (
    <div
      onPointerEnter={() => {
        setHeld(true)
      }}
      onPointerLeave={() => {
        setHeld(false)
      }}
      className="rise pointer-events-auto flex max-w-full items-center gap-3 rounded-lg border border-line bg-surface py-2 ps-3.5 pe-2 text-sm shadow-high"
    >
      <span className="min-w-0 wrap-anywhere">{sentence(toast)}</span>
      {toast.kind === 'deleted' && (
        <Button
          size="small"
          onPress={() => {
            actions.restoreThread(toast.threadId)
            actions.dismissToast(toast)
          }}
        >
          {t('threadList.undo')}
        </Button>
      )}
      <Button
        size="small"
        tone="quiet"
        onPress={() => {
          actions.dismissToast(toast)
        }}
      >
        {t('threadList.dismiss')}
      </Button>
    </div>
  )
}

/** What was done just now, and for a while the way back. */
export const Toasts = (): ReactNode => {
  const toast = useAppState((state) => state.toast)
  return (
    <div
      role="status"
      className="pointer-events-none fixed start-4 end-4 bottom-24 z-30 flex justify-center min-[46rem]:start-[17.25rem] [@media(height<30rem)]:bottom-12"
    >
      {toast !== null && <Shown key={JSON.stringify(toast)} toast={toast} />}
    </div>
  )
}
