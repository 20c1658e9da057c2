import { useCallback, useEffect, type ReactNode, type RefObject } from 'react'
import { t } from '../../language/words'
import { useActions, useAppState } from '../app/use-app'
import { FileChips } from '../message/file-chips'
import type { DraftOwner } from '../state/action'
import type { Draft } from '../state/drafts'
import { classNames } from '../ui/class-names'
import { RefusedFiles, useFileDrop } from './attaching'

/** Files on their way into a draft: what takes them, and whether some are held over the window. */
export const useDraftFiles = (
  owner: DraftOwner,
): { readonly onFiles: (files: readonly File[]) => void; readonly over: boolean } => {
  const actions = useActions()
  const person = useAppState((state) => state.owner)
  useEffect(() => {
    if (person !== null) void actions.loadFiles(owner)
  }, [actions, owner, person])
  const onFiles = useCallback(
    (files: readonly File[]) => {
      if (files.length > 0) void actions.attachFiles(owner, files)
    },
    [actions, owner],
  )
  return { onFiles, over: useFileDrop(onFiles) }
}

type OfDraft = {
  readonly owner: DraftOwner
  readonly draft: Draft
  /** Where one writes: it takes the focus back. */
  readonly input: RefObject<HTMLTextAreaElement | null>
  readonly className?: string
}

/** The files of a draft, to be looked at and taken out. */
export const DraftFiles = ({ owner, draft, input, className }: OfDraft): ReactNode => {
  const actions = useActions()
  return (
    <>
      <FileChips
        files={draft.files}
        onRemove={(id) => {
          actions.detachFile(owner, id)
          input.current?.focus()
        }}
        {...(className === undefined ? {} : { className })}
      />
      <span role="status" className="sr-only">
        {draft.attaching && t('files.reading')}
        {!draft.attaching && draft.files.length > 0 && t('files.attached', { count: draft.files.length })}
      </span>
    </>
  )
}

/** What could not be attached to a draft, and why. */
export const RefusedByDraft = ({ owner, draft, input }: OfDraft): ReactNode => {
  const actions = useActions()
  return (
    <RefusedFiles
      refused={draft.refused}
      onDismiss={() => {
        actions.dismissRefused(owner)
        input.current?.focus()
      }}
    />
  )
}

/** Says that files held over the window can be dropped. */
export const DropHint = ({ className }: { readonly className?: string }): ReactNode => (
  <div
    className={classNames(
      'pointer-events-none absolute inset-0 z-30 grid place-items-center border-2 border-dashed border-accent bg-accent-soft text-sm font-medium text-accent-ink',
      className,
    )}
  >
    {t('files.drop')}
  </div>
)
