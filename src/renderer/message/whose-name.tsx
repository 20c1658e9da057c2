import { TriangleAlert, UserRound } from 'lucide-react'
import type { ReactNode } from 'react'
import { accountForArguments } from '../../contract/plain/account-place'
import type { Account, NamedObject, ToolCall } from '../../contract/conversation'
import { withHiddenNamed } from '../../contract/plain/hidden-characters'
import type { JsonObject } from '../../contract/json'
import { t } from '../../language/words'
import { readable } from './argument-fields'
import { accountWords, callPlace } from './call-words'

const Strong = ({ children }: { readonly children: string }): ReactNode => (
  <strong className="font-semibold text-ink">{withHiddenNamed(children)}</strong>
)

const Id = ({ children }: { readonly children: string }): ReactNode => (
  <code className="font-mono text-xs text-faint">{withHiddenNamed(children)}</code>
)

const Objects = ({ objects }: { readonly objects: readonly NamedObject[] }): ReactNode => (
  <ul role="list" aria-label={t('call.objects')} className="mt-1 grid gap-0.5">
    {objects.map(({ kind, id, name }) => (
      <li key={`${kind} ${id}`}>
        <bdi>
          {readable(kind)} <Strong>{name}</Strong> <Id>{id}</Id>
        </bdi>
      </li>
    ))}
  </ul>
)

const Thing = ({ account: { object, objects } }: { readonly account: Account }): ReactNode => {
  if (objects !== undefined && objects.length > 0) return <Objects objects={objects} />
  if (object === undefined) return null
  return (
    <span className="block">
      {t('call.on')} <Strong>{object}</Strong>
    </span>
  )
}

const addressOf = ({ account, person }: ToolCall): string | undefined =>
  account.email ?? (account.label === undefined ? person.email : undefined)

const house = ({ tenant, workspace }: Account): string | undefined => (tenant === workspace ? undefined : tenant)

const SmallPrint = ({ call, account }: { readonly call: ToolCall; readonly account: Account }): ReactNode => {
  const place = account.workspace === undefined ? undefined : house(account)
  const parts = [addressOf(call), place].filter((part) => part !== undefined)
  return parts.length === 0 ? null : (
    <span className="block text-xs text-faint">{withHiddenNamed(parts.join(' · '))}</span>
  )
}

/** Said where this conversation worked with another account before. */
const OtherBefore = ({ call }: { readonly call: ToolCall }): ReactNode => {
  const { accountBefore: before, account } = call
  if (before === undefined) return null
  return (
    <p className="flex items-start gap-2 text-sm font-medium text-warn-ink select-text">
      <TriangleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
      <span className="wrap-anywhere">
        {t('call.otherAccount', {
          before: accountWords(before) ?? t('call.namelessBefore'),
          now: accountWords(account) ?? t('call.namelessNow'),
        })}
      </span>
    </p>
  )
}

type WhoseNameProps = {
  readonly call: ToolCall
  /** The arguments as they stand on the card, when they are being edited. */
  readonly args?: JsonObject
}

/** Under whose name a call happens, in which workspace and on what. */
export const WhoseName = ({ call, args = call.args }: WhoseNameProps): ReactNode => {
  const account = accountForArguments(call.account, call.args, args)
  const workspace = account.workspace ?? account.tenant
  return (
    <>
      <div className="flex items-start gap-2 text-sm text-muted select-text">
        <UserRound aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
        <div className="min-w-0 wrap-anywhere">
          <p>
            {t('call.as')} <Strong>{account.label ?? call.person.name}</Strong>
            {workspace !== undefined && (
              <>
                {' '}
                {t('call.in')} <Strong>{workspace}</Strong>
              </>
            )}{' '}
            ({callPlace(call)})
            <SmallPrint call={call} account={account} />
          </p>
          <Thing account={account} />
        </div>
      </div>
      <OtherBefore call={call} />
    </>
  )
}
