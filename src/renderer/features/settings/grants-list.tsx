import { useEffect, type ReactNode } from 'react'
import type { Grant } from '../../../contract/grants'
import { formatMoment } from '../../../language/formats'
import { t } from '../../../language/words'
import { useActions, useAppState } from '../../app/use-app'
import { callPlace } from '../../message/call-words'
import { targetText, untilText, usesText } from '../../message/grant-words'
import { Button } from '../../ui/button'
import { panelClass } from '../../ui/page'
import { Spinner } from '../../ui/spinner'

const whose = ({ account, connection, providerName }: Grant): string =>
  [account.label, account.workspace, callPlace({ connection, providerName })]
    .filter((part) => part !== undefined)
    .join(' · ')

const Facts = ({ grant }: { readonly grant: Grant }): ReactNode => (
  <div className="min-w-48 flex-1 select-text">
    <p className="font-medium wrap-anywhere">{grant.title}</p>
    <p className="text-sm wrap-anywhere text-muted">{t('grants.on', { where: targetText(grant.target) })}</p>
    <p className="text-sm wrap-anywhere text-muted">{whose(grant)}</p>
    <p className="text-xs text-faint">
      {grant.ended === undefined
        ? untilText(grant)
        : `${t(`grants.ends.${grant.ended.because}`)}, ${formatMoment(grant.ended.at)}`}{' '}
      · {usesText(grant)}
    </p>
  </div>
)

const Standing = ({ grants }: { readonly grants: readonly Grant[] }): ReactNode => {
  const actions = useActions()
  if (grants.length === 0) return <p className="text-sm text-pretty text-muted">{t('grants.empty')}</p>
  return (
    <>
      <ul role="list" aria-label={t('grants.list')} className={panelClass}>
        {grants.map((grant) => (
          <li key={grant.id} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
            <Facts grant={grant} />
            <Button
              size="small"
              label={t('grants.revokeNamed', { what: grant.title, where: targetText(grant.target) })}
              onPress={() => void actions.revokeGrant(grant.id)}
            >
              {t('grants.revoke')}
            </Button>
          </li>
        ))}
      </ul>
      <div>
        <Button onPress={() => void actions.revokeGrants()}>{t('grants.revokeAll')}</Button>
      </div>
    </>
  )
}

const Ended = ({ grants }: { readonly grants: readonly Grant[] }): ReactNode =>
  grants.length === 0 ? null : (
    <details>
      <summary className="w-fit rounded-sm text-sm text-muted hover:text-ink">{t('grants.endedList')}</summary>
      <ul role="list" aria-label={t('grants.endedList')} className={`mt-2 ${panelClass}`}>
        {grants.map((grant) => (
          <li key={grant.id} className="px-4 py-3">
            <Facts grant={grant} />
          </li>
        ))}
      </ul>
    </details>
  )

/** What may go on by itself, each with a way to take it back, and what ended lately with the reason. */
export const GrantsList = (): ReactNode => {
  const actions = useActions()
  const grants = useAppState((state) => state.grants)
  useEffect(() => {
    const refresh = (): void => void actions.loadGrants()
    refresh()
    window.addEventListener('focus', refresh)
    return () => {
      window.removeEventListener('focus', refresh)
    }
  }, [actions])
  if (grants === null)
    return (
      <p role="status" className="flex items-center gap-2 text-sm text-muted">
        <Spinner />
        {t('grants.loading')}
      </p>
    )
  return (
    <>
      <Standing grants={grants.filter(({ ended }) => ended === undefined)} />
      <Ended grants={grants.filter(({ ended }) => ended !== undefined)} />
    </>
  )
}
