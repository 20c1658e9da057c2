import { FileClock } from 'lucide-react'
import type { ReactNode } from 'react'
import { t } from '../../../language/words'

/** Says, for as long as the conversation is open, that it came from a file. */
export const ImportedNote = (): ReactNode => (
  <div role="note" className="border-b border-line bg-warn-soft text-sm text-ink">
    <p className="mx-auto flex max-w-184 items-start gap-2.5 px-6 py-2 text-pretty max-[46rem]:px-4">
      <FileClock aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-warn-ink" />
      {t('transfer.note')}
    </p>
  </div>
)
