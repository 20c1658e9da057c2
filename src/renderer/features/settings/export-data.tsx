import { useState, type ReactNode } from 'react'
import type { DataExport } from '../../../contract/data'
import type { Failure } from '../../../contract/failure'
import { t } from '../../../language/words'
import { useActions } from '../../app/use-app'
import { FailureNotice } from '../../failure/failure-notice'
import { Button } from '../../ui/button'

const doneText = ({ file }: DataExport): string =>
  file === null ? t('data.export.nothing') : t('data.export.done', { file })

/** Takes all data of the person along in one archive. */
export const ExportData = (): ReactNode => {
  const actions = useActions()
  const [busy, setBusy] = useState(false)
  const [done, setDone] = useState<DataExport>()
  const [failure, setFailure] = useState<Failure>()
  const write = (): void => {
    setBusy(true)
    void actions.exportData().then((reply) => {
      setBusy(false)
      setDone(reply.ok ? reply.value : undefined)
      setFailure(reply.ok ? undefined : reply.failure)
    })
  }
  return (
    <div className="grid gap-2 border-t border-line pt-4">
      <h3 className="font-medium">{t('data.export.title')}</h3>
      <p className="text-sm text-pretty text-muted">{t('data.export.lead')}</p>
      <div className="flex flex-wrap items-center gap-3">
        <Button disabled={busy} onPress={write}>
          {t('data.export.button')}
        </Button>
        <p role="status" className="text-sm wrap-anywhere text-muted select-text">
          {busy ? t('data.export.writing') : done !== undefined && doneText(done)}
        </p>
      </div>
      {failure !== undefined && <FailureNotice failure={failure} announce place={{ retry: write }} />}
    </div>
  )
}
