import { Undo2, type LucideIcon, OctagonX } from 'lucide-react'
import type { ReactNode } from 'react'
import type { ToolCall } from '../../contract/conversation'
import { t } from '../../language/words'

const Line = ({ icon: Icon, text }: { readonly icon: LucideIcon; readonly text: string }): ReactNode => (
  <p className="flex items-center gap-2 text-sm text-muted">
    <Icon aria-hidden="true" className="size-4 shrink-0" />
    {text}
  </p>
)

/** Whether a call can be taken back, said before it is approved. What destroys says so already. */
export const UndoLine = ({ call }: { readonly call: ToolCall }): ReactNode => {
  if (call.undo === undefined || call.risk === 'destructive') return null
  return call.undo.kind === 'none' ? (
    <Line icon={OctagonX} text={t('call.cantUndo')} />
  ) : (
    <Line icon={Undo2} text={t('call.canUndo')} />
  )
}
