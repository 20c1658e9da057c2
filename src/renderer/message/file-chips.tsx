import { FileText, Table2, X } from 'lucide-react'
import { Suspense, useRef, useState, type ReactNode } from 'react'
import type { AttachedFile } from '../../contract/files'
import { withHiddenNamed } from '../../contract/plain/hidden-characters'
import { formatBytes } from '../../language/formats'
import { t } from '../../language/words'
import { classNames } from '../ui/class-names'
import { lazyComponent } from '../ui/lazy-component'

const FilePreview = lazyComponent(async () => (await import('./file-preview')).FilePreview)

const FileName = ({ file }: { readonly file: AttachedFile }): ReactNode => {
  const Icon = file.mediaType === 'text/csv' || file.mediaType === 'text/tab-separated-values' ? Table2 : FileText
  return (
    <>
      <Icon aria-hidden="true" className="size-4 shrink-0 text-accent-ink" />
      <bdi className="max-w-56 truncate font-medium text-ink">{withHiddenNamed(file.name)}</bdi>
      <span className="shrink-0 text-xs text-muted tabular-nums">{formatBytes(file.size)}</span>
    </>
  )
}

const chip = 'flex max-w-full min-w-0 items-center rounded-lg border border-line bg-surface text-sm'

type ChipProps = { readonly file: AttachedFile; readonly onRemove?: ((id: string) => void) | undefined }

const Chip = ({ file, onRemove }: ChipProps): ReactNode => {
  const [open, setOpen] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)
  const name = withHiddenNamed(file.name)
  return (
    <li className={chip}>
      <button
        ref={opener}
        type="button"
        aria-haspopup="dialog"
        onClick={() => {
          setOpen(true)
        }}
        className={classNames(
          'flex min-w-0 items-center gap-1.5 rounded-lg py-1 ps-2 transition-colors hover:bg-hover',
          onRemove === undefined ? 'pe-2.5' : 'pe-1.5',
        )}
      >
        <FileName file={file} />
        <span className="sr-only">{t('files.show')}</span>
      </button>
      {onRemove !== undefined && (
        <button
          type="button"
          aria-label={t('files.remove', { name })}
          title={t('files.remove', { name })}
          onClick={() => {
            onRemove(file.id)
          }}
          className="me-1 inline-flex size-6 shrink-0 items-center justify-center rounded-md text-muted transition-colors hover:bg-hover hover:text-ink"
        >
          <X aria-hidden="true" className="size-3.5" />
        </button>
      )}
      {open && (
        <Suspense>
          <FilePreview
            file={file}
            opener={opener}
            onClose={() => {
              setOpen(false)
            }}
          />
        </Suspense>
      )}
    </li>
  )
}

type FileChipsProps = {
  readonly files: readonly AttachedFile[]
  /** Takes one away; where nothing is given, they stay. */
  readonly onRemove?: (id: string) => void
  /** What they say is not here: there is nothing to show. */
  readonly namesOnly?: boolean
  readonly className?: string
}

/** The files that come with a message. Pressing one shows what it says. */
export const FileChips = ({ files, onRemove, namesOnly = false, className }: FileChipsProps): ReactNode =>
  files.length === 0 ? null : (
    <ul aria-label={t('files.label')} className={classNames('flex min-w-0 flex-wrap gap-1.5', className)}>
      {files.map((file) =>
        namesOnly ? (
          <li key={file.id} className={classNames(chip, 'gap-1.5 px-2 py-1')}>
            <FileName file={file} />
          </li>
        ) : (
          <Chip key={file.id} file={file} onRemove={onRemove} />
        ),
      )}
    </ul>
  )
