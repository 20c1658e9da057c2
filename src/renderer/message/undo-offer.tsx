import { Undo2 } from 'lucide-react'
import type { ReactNode } from 'react'
import type { ToolCall } from '../../contract/conversation'
import { t } from '../../language/words'
import { useActions, useAppState } from '../app/use-app'
import { callsOf } from '../state/conversation'
import { Button } from '../ui/button'

const useCall = (threadId: string, callId: string | undefined): ToolCall | undefined =>
  useAppState((state) =>
    callId === undefined
      ? undefined
      : callsOf(state.conversations[threadId]?.messages ?? []).find(({ id }) => id === callId),
  )

const Line = ({ children }: { readonly children: string }): ReactNode => (
  <p className="flex items-center gap-2 text-sm text-muted">
    <Undo2 aria-hidden="true" className="size-4 shrink-0" />
    {children}
  </p>
)

/** What was done can be taken back: the offer, and what became of it. */
export const UndoOffer = ({ call, busy }: { readonly call: ToolCall; readonly busy: boolean }): ReactNode => {
  const actions = useActions()
  const { undo } = call
  const asked = useCall(call.threadId, undo?.kind === 'asked' ? undo.callId : undefined)
  if (call.state !== 'done' || undo === undefined) return null
  if (undo.kind === 'asked') return asked && <Line>{t(`call.undoStates.${asked.state}`)}</Line>
  if (undo.kind === 'none') return null
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
      <Button size="small" disabled={busy} onPress={() => void actions.undo(call)}>
        <Undo2 aria-hidden="true" />
        {t('call.undo')}
      </Button>
      <span className="text-xs text-faint">{t('call.undoBy', { title: undo.title })}</span>
    </div>
  )
}

/** Which call a card takes back. */
export const TakesBack = ({ call }: { readonly call: ToolCall }): ReactNode => {
  const first = useCall(call.threadId, call.undoes)
  return call.undoes === undefined ? null : (
    <Line>{first === undefined ? t('call.takesBackEarlier') : t('call.takesBack', { title: first.title })}</Line>
  )
}
