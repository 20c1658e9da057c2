import { CSPProvider } from '@base-ui/react/csp-provider'
import { Dialog } from '@base-ui/react/dialog'
import { X } from 'lucide-react'
import { useEffect, useState, type ReactNode, type RefObject } from 'react'
import type { Failure } from '../../contract/failure'
import type { AttachedFile } from '../../contract/files'
import { delimitedRows } from '../../contract/plain/delimited-rows'
import { withHiddenNamed } from '../../contract/plain/hidden-characters'
import type { Result } from '../../contract/result'
import { formatBytes } from '../../language/formats'
import { t } from '../../language/words'
import { useActions } from '../app/use-app'
import { FailureNotice } from '../failure/failure-notice'
import { Spinner } from '../ui/spinner'
import { VisibleText } from './visible-text'

const mostRows = 200
const mostColumns = 50
const mostCharacters = 50_000

const Table = ({ text, name }: { readonly text: string; readonly name: string }): ReactNode => {
  const [head = [], ...rows] = delimitedRows(text, mostRows + 1)
  const columns = head.slice(0, mostColumns)
  return (
    <table aria-label={name} className="w-full border-collapse text-start text-sm select-text">
      <thead>
        <tr>
          {columns.map((cell, index) => (
            <th
              key={index}
              scope="col"
              className="sticky top-0 border-b border-line-strong bg-sunken px-3 py-2 text-start font-medium whitespace-nowrap"
            >
              <VisibleText text={cell} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr key={index} className="border-b border-line last:border-b-0">
            {columns.map((_column, at) => (
              <td key={at} dir="auto" className="px-3 py-1.5 align-top wrap-anywhere">
                <VisibleText text={row[at] ?? ''} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const isTable = ({ mediaType }: AttachedFile): boolean =>
  mediaType === 'text/csv' || mediaType === 'text/tab-separated-values'

const isCut = (file: AttachedFile, text: string): boolean =>
  isTable(file) ? delimitedRows(text, mostRows + 2).length > mostRows + 1 : text.length > mostCharacters

const Content = ({ file, text }: { readonly file: AttachedFile; readonly text: string }): ReactNode => {
  const name = withHiddenNamed(file.name)
  return (
    <>
      <div
        role="region"
        aria-label={t('files.content', { name })}
        tabIndex={0}
        className="min-h-0 overflow-auto rounded-lg border border-line bg-sunken"
      >
        {text.trim() === '' && <p className="px-3 py-2 text-sm text-muted">{t('files.empty')}</p>}
        {text.trim() !== '' && isTable(file) && <Table text={text} name={name} />}
        {text.trim() !== '' && !isTable(file) && (
          <pre dir="auto" className="px-3 py-2 font-mono text-sm wrap-anywhere whitespace-pre-wrap select-text">
            <VisibleText text={text.slice(0, mostCharacters)} />
          </pre>
        )}
      </div>
      {isCut(file, text) && <p className="text-xs text-muted">{t('files.onlyBeginning')}</p>}
    </>
  )
}

type Read = Result<{ text: string }, Failure>

const useContent = (id: string): { readonly read: Read | undefined; readonly again: () => void } => {
  const actions = useActions()
  const [read, setRead] = useState<Read>()
  const [tries, setTries] = useState(0)
  useEffect(() => {
    let gone = false
    void actions.readFile(id).then((result) => {
      if (!gone) setRead(result)
    })
    return () => {
      gone = true
    }
  }, [actions, id, tries])
  const again = (): void => {
    setRead(undefined)
    setTries((before) => before + 1)
  }
  return { read, again }
}

type FilePreviewProps = {
  readonly file: AttachedFile
  /** Where the focus goes back to. */
  readonly opener: RefObject<HTMLElement | null>
  readonly onClose: () => void
}

/** What an attached file says: a table of its first rows, or its text. */
export const FilePreview = ({ file, opener, onClose }: FilePreviewProps): ReactNode => {
  const { read, again } = useContent(file.id)
  return (
    <CSPProvider disableStyleElements>
      <Dialog.Root
        open
        onOpenChange={(open) => {
          if (!open) onClose()
        }}
      >
        <Dialog.Portal>
          <Dialog.Backdrop className="fixed inset-0 z-40 bg-[oklch(0.15_0.01_170/0.38)] fade" />
          <Dialog.Popup
            finalFocus={opener}
            className="fade fixed top-1/2 left-1/2 z-50 flex max-h-[calc(100dvh-2rem)] w-[min(48rem,calc(100vw-2rem))] -translate-1/2 flex-col gap-3 rounded-xl border border-line bg-surface p-5 shadow-high"
          >
            <div className="flex items-start gap-3">
              <div className="min-w-0 flex-1">
                <Dialog.Title className="text-lg font-semibold tracking-tight wrap-anywhere">
                  <bdi>{withHiddenNamed(file.name)}</bdi>
                </Dialog.Title>
                <Dialog.Description className="text-xs text-muted">
                  {t('files.about', { size: formatBytes(file.size) })}
                </Dialog.Description>
              </div>
              <Dialog.Close
                aria-label={t('files.close')}
                className="inline-flex size-8 shrink-0 items-center justify-center rounded-md text-muted transition-colors hover:bg-hover hover:text-ink"
              >
                <X aria-hidden="true" className="size-4" />
              </Dialog.Close>
            </div>
            {read === undefined && <Spinner />}
            {read?.ok === true && <Content file={file} text={read.value.text} />}
            {read?.ok === false && <FailureNotice failure={read.failure} place={{ retry: again }} />}
          </Dialog.Popup>
        </Dialog.Portal>
      </Dialog.Root>
    </CSPProvider>
  )
}
