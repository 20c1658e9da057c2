import type { ReactNode } from 'react'
import type { Failure } from '../../contract/failure'
import { t } from '../../language/words'
import { FailureText } from '../failure/failure-notice'

/** A failure that a file tells of: not to be taken for one of the app's own, and with nothing that could be pressed. */
export const ImportedFailure = ({ failure }: { readonly failure: Failure }): ReactNode => (
  <div className="rounded-lg border border-dashed border-line-strong px-3 py-2 text-sm text-muted">
    <p className="text-xs">{t('transfer.saidThen')}</p>
    <FailureText failure={failure} />
  </div>
)
