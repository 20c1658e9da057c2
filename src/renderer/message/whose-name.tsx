import { UserRound } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Account, ToolCall } from '../../contract/conversation'
import type { JsonObject } from '../../contract/json'
import { en } from '../strings/en'
import { callPlace } from './call-words'

const placeArgument = /^(board|item|parent_item|workspace)_ids?$/

// What was found out is about the arguments as they were: pointed at something else, they name no place any more.
const accountFor = ({ account, args }: ToolCall, shown: JsonObject): Account => {
  const moved = [...new Set([...Object.keys(args), ...Object.keys(shown)])].some(
    (name) => placeArgument.test(name) && JSON.stringify(args[name]) !== JSON.stringify(shown[name]),
  )
  return moved ? { ...account, workspace: undefined, object: undefined } : account
}

const Strong = ({ children }: { readonly children: string }): ReactNode => (
  <strong className="font-semibold text-ink">{children}</strong>
)

type WhoseNameProps = {
  readonly call: ToolCall
  /** The arguments as they stand on the card, when they are being edited. */
  readonly args?: JsonObject
}

/** Under whose name a call happens, in which workspace and on what. */
export const WhoseName = ({ call, args = call.args }: WhoseNameProps): ReactNode => {
  const { label, email, workspace, object } = accountFor(call, args)
  const address = email ?? call.person.email
  return (
    <p className="flex items-start gap-2 text-sm text-muted select-text">
      <UserRound aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
      <span className="wrap-anywhere">
        {en.call.as} <Strong>{label ?? call.person.name}</Strong>
        {workspace !== undefined && (
          <>
            {' '}
            {en.call.in} <Strong>{workspace}</Strong>
          </>
        )}{' '}
        ({callPlace(call)})
        {object !== undefined && (
          <span className="block">
            {en.call.on} <Strong>{object}</Strong>
          </span>
        )}
        {address !== undefined && <span className="block text-xs text-faint">{address}</span>}
      </span>
    </p>
  )
}
