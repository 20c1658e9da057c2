import { UserRound } from 'lucide-react'
import type { ReactNode } from 'react'
import type { ToolCall } from '../../contract/conversation'
import { en } from '../strings/en'
import { callPlace } from './call-words'

/** Under whose name a call happens, and in which workspace. */
export const WhoseName = ({ call }: { readonly call: ToolCall }): ReactNode => {
  const { label, email, workspace } = call.account
  const name = label ?? call.person.name
  const address = email ?? call.person.email
  return (
    <p className="flex items-start gap-2 text-sm text-muted select-text">
      <UserRound aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
      <span className="wrap-anywhere">
        {en.call.as} <strong className="font-semibold text-ink">{name}</strong>
        {workspace !== undefined && (
          <>
            {' '}
            {en.call.in} <strong className="font-semibold text-ink">{workspace}</strong>
          </>
        )}{' '}
        ({callPlace(call)}){address !== undefined && <span className="block text-xs text-faint">{address}</span>}
      </span>
    </p>
  )
}
