import { KeyRound } from 'lucide-react'
import type { ReactNode } from 'react'
import type { ToolCall } from '../../contract/conversation'
import { t } from '../../language/words'
import { useActions, useAppState } from '../app/use-app'
import { Button } from '../ui/button'
import { allowedText, targetText } from './grant-words'

/** Says under which standing permission a call ran, and takes it back. */
export const GrantedLine = ({ call }: { readonly call: ToolCall }): ReactNode => {
  const actions = useActions()
  const grant = useAppState((state) => state.grants?.find(({ id }) => id === call.grant))
  if (call.grant === undefined) return null
  const stands = grant !== undefined && grant.ended === undefined
  return (
    <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm text-muted">
      <KeyRound aria-hidden="true" className="size-4 shrink-0" />
      {allowedText(grant)}
      {grant?.ended !== undefined && <span className="text-faint">({t(`grants.ends.${grant.ended.because}`)})</span>}
      {stands && (
        <Button
          size="small"
          tone="quiet"
          label={t('grants.revokeNamed', { what: grant.title, where: targetText(grant.target) })}
          onPress={() => void actions.revokeGrant(grant.id)}
        >
          {t('grants.revoke')}
        </Button>
      )}
    </p>
  )
}
