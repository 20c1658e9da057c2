import { KeyRound } from 'lucide-react'
import type { ReactNode } from 'react'
import type { ToolCall } from '../../contract/conversation'
import { useActions, useAppState } from '../app/use-app'
import { en } from '../strings/en'
import { Button } from '../ui/button'
import { timeText } from './time-text'

/** Says under which standing permission a call ran, and takes it back. */
export const GrantedLine = ({ call }: { readonly call: ToolCall }): ReactNode => {
  const actions = useActions()
  const grant = useAppState((state) => state.grants?.find(({ id }) => id === call.grant))
  if (call.grant === undefined) return null
  const stands = grant !== undefined && grant.ended === undefined
  return (
    <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm text-muted">
      <KeyRound aria-hidden="true" className="size-4 shrink-0" />
      {grant === undefined ? en.grants.allowed : en.grants.allowedUntil(grant, timeText(grant.expiresAt))}
      {grant?.ended !== undefined && <span className="text-faint">({en.grants.ends[grant.ended.because]})</span>}
      {stands && (
        <Button
          size="small"
          tone="quiet"
          label={en.grants.revokeNamed(grant.title, grant.target)}
          onPress={() => void actions.revokeGrant(grant.id)}
        >
          {en.grants.revoke}
        </Button>
      )}
    </p>
  )
}
