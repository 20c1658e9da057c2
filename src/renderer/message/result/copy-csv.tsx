import { Copy } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import type { Failure } from '../../../contract/failure'
import type { JsonObject } from '../../../contract/json'
import { t } from '../../../language/words'
import { FailureNotice } from '../../failure/failure-notice'
import { Button } from '../../ui/button'
import { csvOf } from './csv'
import { useReadAll, type List } from './use-list'

type CopyCsvProps = {
  readonly list: List
  /** The columns and rows of the copy, out of all rows. */
  readonly content: (rows: readonly JsonObject[]) => {
    readonly columns: readonly string[]
    readonly rows: readonly JsonObject[]
  }
}

type State =
  | { readonly kind: 'ready' | 'busy' | 'refused' }
  | { readonly kind: 'copied'; readonly count: number; readonly shortened: number }
  | { readonly kind: 'failed'; readonly failure: Failure }

const said = (state: State, missing: number): string => {
  if (state.kind === 'refused') return t('results.refused')
  if (state.kind === 'busy') return t('results.copying')
  if (state.kind !== 'copied') return ''
  return [
    t('results.copied', { count: state.count }),
    missing > 0 ? t('results.notKept', { count: missing }) : '',
    state.shortened > 0 ? t('results.shortened', { count: state.shortened }) : '',
  ]
    .filter((sentence) => sentence !== '')
    .join(' ')
}

/** Copies a list as CSV, with every row that is kept and not only the page that is shown. */
export const CopyCsv = ({ list, content }: CopyCsvProps): ReactNode => {
  const readAll = useReadAll(list)
  const [state, setState] = useState<State>({ kind: 'ready' })
  const copy = async (): Promise<void> => {
    setState({ kind: 'busy' })
    const all = await readAll()
    if (!all.ok) {
      setState({ kind: 'failed', failure: all.failure })
      return
    }
    const { columns, rows } = content(all.value.rows)
    const written = navigator.clipboard.writeText(csvOf(columns, rows))
    setState(
      await written.then(
        (): State => ({ kind: 'copied', count: rows.length, shortened: all.value.shortened }),
        (): State => ({ kind: 'refused' }),
      ),
    )
  }
  return (
    <>
      <Button tone="quiet" size="small" disabled={state.kind === 'busy'} onPress={() => void copy()}>
        <Copy aria-hidden="true" />
        {t('results.copyCsv')}
      </Button>
      <span role="status" className="text-xs text-faint">
        {said(state, list.total - list.kept)}
      </span>
      {state.kind === 'failed' && (
        <div className="basis-full">
          <FailureNotice failure={state.failure} announce place={{ retry: () => void copy() }} />
        </div>
      )}
    </>
  )
}
