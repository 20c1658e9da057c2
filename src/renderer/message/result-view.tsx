import { useMemo, useState, type ReactNode } from 'react'
import type { ToolCall } from '../../contract/conversation'
import { t } from '../../language/words'
import { Button } from '../ui/button'
import { JsonText } from './json-view'
import { resultTable } from './result-summary'
import { ResultTableView, type RowCount } from './result-table'

type ResultViewProps = { readonly callId: string; readonly result: NonNullable<ToolCall['result']> }

type HeadProps = { readonly raw: boolean; readonly onToggle: (() => void) | undefined }

const Head = ({ raw, onToggle }: HeadProps): ReactNode => (
  <div className="flex min-h-7 items-center gap-2">
    <p className="text-xs font-medium text-faint">{t('call.returned')}</p>
    {onToggle !== undefined && (
      <span className="ms-auto">
        <Button tone="quiet" size="small" onPress={onToggle}>
          {raw ? t('result.table') : t('call.raw')}
        </Button>
      </span>
    )}
  </div>
)

const WordForWord = ({ result }: Pick<ResultViewProps, 'result'>): ReactNode => (
  <>
    <JsonText value={result.value} label={t('call.returned')} />
    {result.truncated && <p className="text-xs text-faint">{t('call.truncated')}</p>}
  </>
)

const countOf = ({ rows, kept }: ResultViewProps['result'], here: number): RowCount => ({
  total: rows ?? here,
  kept: kept ?? here,
})

/** What a call returned: a list as a table, anything else word for word, and that of every list a click away. */
export const ResultView = ({ callId, result }: ResultViewProps): ReactNode => {
  const table = useMemo(() => resultTable(result.value), [result.value])
  const [raw, setRaw] = useState(false)
  const toggle = (): void => {
    setRaw(!raw)
  }
  return (
    <section className="grid grid-cols-[minmax(0,1fr)] gap-1.5">
      <Head raw={raw} onToggle={table === undefined ? undefined : toggle} />
      {table === undefined || raw ? (
        <WordForWord result={result} />
      ) : (
        <ResultTableView
          callId={callId}
          label={t('call.returned')}
          table={table}
          count={countOf(result, table.rows.length)}
        />
      )}
    </section>
  )
}
