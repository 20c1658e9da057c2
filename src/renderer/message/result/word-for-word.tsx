import { Copy } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import type { ToolCall } from '../../../contract/conversation'
import { t } from '../../../language/words'
import { Button } from '../../ui/button'
import { JsonText } from '../json-view'
import { jsonText } from '../result-summary'

type WordForWordProps = { readonly result: NonNullable<ToolCall['result']> }

/** A result as it came, and a copy of it. */
export const WordForWord = ({ result }: WordForWordProps): ReactNode => {
  const [said, setSaid] = useState('')
  const copy = async (): Promise<void> => {
    const written = navigator.clipboard.writeText(jsonText(result.value))
    setSaid(
      await written.then(
        () => (result.truncated ? t('results.copiedJsonPart') : t('results.copiedJson')),
        () => t('results.refused'),
      ),
    )
  }
  return (
    <>
      <JsonText value={result.value} label={t('call.returned')} />
      {result.truncated && <p className="text-xs text-faint">{t('call.truncated')}</p>}
      <div className="flex flex-wrap items-center gap-2">
        <Button tone="quiet" size="small" onPress={() => void copy()}>
          <Copy aria-hidden="true" />
          {t('results.copyJson')}
        </Button>
        <span role="status" className="text-xs text-faint">
          {said}
        </span>
      </div>
    </>
  )
}
