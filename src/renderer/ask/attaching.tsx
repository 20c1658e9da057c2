import { Paperclip, X } from 'lucide-react'
import { useEffect, useRef, useState, type ClipboardEvent, type ReactNode } from 'react'
import { fileBounds, fileTypes } from '../../contract/plain/file-bounds'
import { withHiddenNamed } from '../../contract/plain/hidden-characters'
import { formatBytes } from '../../language/formats'
import { t } from '../../language/words'
import type { RefusedFile } from '../state/refused-file'
import { IconButton } from '../ui/icon-button'

const endings = Object.keys(fileTypes).map((ending) => `.${ending}`)

type OnFiles = (files: readonly File[]) => void

const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') === true

/** Takes files that are dropped anywhere in the window; true while some are held over it. */
export const useFileDrop = (onFiles: OnFiles): boolean => {
  const [over, setOver] = useState(false)
  useEffect(() => {
    const drag = (event: DragEvent): void => {
      if (!hasFiles(event)) return
      event.preventDefault()
      setOver(true)
    }
    const leave = (event: DragEvent): void => {
      // Into another element is still over the window.
      if (event.relatedTarget === null) setOver(false)
    }
    const drop = (event: DragEvent): void => {
      if (!hasFiles(event)) return
      event.preventDefault()
      setOver(false)
      onFiles([...(event.dataTransfer?.files ?? [])])
    }
    document.addEventListener('dragover', drag)
    document.addEventListener('dragleave', leave)
    document.addEventListener('drop', drop)
    return () => {
      document.removeEventListener('dragover', drag)
      document.removeEventListener('dragleave', leave)
      document.removeEventListener('drop', drop)
    }
  }, [onFiles])
  return over
}

/** Attaches files that are pasted; what also is a text, as cells of a spreadsheet are, is pasted as one. */
export const pasteFiles = (event: ClipboardEvent, onFiles: OnFiles): void => {
  const { files, types } = event.clipboardData
  if (files.length === 0 || types.includes('text/plain')) return
  event.preventDefault()
  onFiles([...files])
}

type AttachProps = {
  readonly onFiles: OnFiles
  /** Hears when the system's dialog opens and when it is gone. */
  readonly onDialog?: (open: boolean) => void
}

/** The button that opens the system's dialog to choose files. */
export const AttachButton = ({ onFiles, onDialog }: AttachProps): ReactNode => {
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    const element = input.current
    const cancelled = (): void => onDialog?.(false)
    element?.addEventListener('cancel', cancelled)
    return () => element?.removeEventListener('cancel', cancelled)
  }, [onDialog])
  return (
    <>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept={endings.join(',')}
        onChange={({ target }) => {
          onDialog?.(false)
          onFiles([...(target.files ?? [])])
          // The same file can be chosen again.
          target.value = ''
        }}
      />
      <IconButton
        label={t('files.attach')}
        round
        onPress={() => {
          onDialog?.(true)
          input.current?.click()
        }}
      >
        <Paperclip />
      </IconButton>
    </>
  )
}

type RefusedProps = { readonly refused: readonly RefusedFile[]; readonly onDismiss: () => void }

/** Which files were not attached, why, and what can be. */
export const RefusedFiles = ({ refused, onDismiss }: RefusedProps): ReactNode =>
  refused.length === 0 ? null : (
    <div className="flex items-start gap-2 rounded-xl border border-line bg-danger-soft py-2 ps-3 pe-1.5 text-sm">
      <div role="alert" className="grid min-w-0 flex-1 gap-0.5 py-1 wrap-anywhere">
        {refused.map(({ name, reason }, index) => (
          <p key={index} className="font-medium text-danger-ink">
            {t(`files.refused.${reason}`, { name: withHiddenNamed(name) })}
          </p>
        ))}
        <p className="text-ink">
          {t('files.allowed', {
            endings: endings.join(', '),
            size: formatBytes(fileBounds.bytes),
            count: fileBounds.files,
            total: formatBytes(fileBounds.total),
          })}
        </p>
      </div>
      <IconButton label={t('files.dismiss')} onPress={onDismiss}>
        <X />
      </IconButton>
    </div>
  )
