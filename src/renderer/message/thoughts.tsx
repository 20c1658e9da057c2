import { ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { t } from '../../language/words'

/** What the model thought, a click away. */
export const Thoughts = ({ text }: { readonly text: string }): ReactNode => (
  <details className="group/why">
    <summary className="inline-flex items-center gap-1 rounded-sm text-sm text-faint hover:text-ink">
      <ChevronRight aria-hidden="true" className="size-3.5 transition-transform group-open/why:rotate-90" />
      {t('chat.thoughts')}
    </summary>
    <p className="mt-2 border-s-2 border-line ps-3 text-sm whitespace-pre-wrap text-muted select-text">{text}</p>
  </details>
)
