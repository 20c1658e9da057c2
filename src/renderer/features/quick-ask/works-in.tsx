import { Plug } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Connection } from '../../../contract/connections'
import { t } from '../../../language/words'
import { useActions, useAppState } from '../../app/use-app'
import { offeredConnections } from '../../state/offered-connections'
import { Button } from '../../ui/button'

const mostNamed = 5

const Connected = ({ connections }: { readonly connections: readonly Connection[] }): ReactNode => (
  <>
    <span className="text-xs font-medium text-faint">{t('quickAsk.worksIn')}</span>
    <ul role="list" aria-label={t('quickAsk.worksIn')} className="flex min-w-0 flex-wrap gap-1.5">
      {connections.slice(0, mostNamed).map(({ name, providerName }) => (
        <li
          key={name}
          className="inline-flex h-6 items-center gap-1.5 rounded-full border border-line bg-surface ps-2 pe-2.5 text-xs font-medium text-muted"
        >
          <span aria-hidden="true" className="size-1.5 rounded-full bg-accent" />
          {providerName}
        </li>
      ))}
      {connections.length > mostNamed && (
        <li className="inline-flex h-6 items-center text-xs text-faint">
          {t('quickAsk.more', { count: connections.length - mostNamed })}
        </li>
      )}
    </ul>
  </>
)

const ConnectFirst = ({ connections }: { readonly connections: readonly Connection[] }): ReactNode => {
  const actions = useActions()
  return (
    <>
      <Plug aria-hidden="true" className="size-4 shrink-0 text-accent-ink" />
      <p className="min-w-48 flex-1 text-sm text-muted">{t('quickAsk.connectFirst')}</p>
      <span className="flex flex-wrap gap-1.5">
        {offeredConnections(connections).map(({ name, providerName }) => (
          <Button
            key={name}
            size="small"
            onPress={() => {
              actions.connect(name)
            }}
          >
            {t('quickAsk.connect', { name: providerName })}
          </Button>
        ))}
      </span>
    </>
  )
}

/** Before the first question: the accounts that it can be about, or how to connect one. */
export const WorksIn = (): ReactNode => {
  const state = useAppState(({ connections }) => connections)
  if (state.kind !== 'ready' || state.connections.length === 0) return null
  const connected = state.connections.filter(({ status }) => status === 'connected')
  return (
    <div className="flex flex-wrap items-center gap-x-2.5 gap-y-2 border-t border-line px-5 py-2.5">
      {connected.length > 0 ? <Connected connections={connected} /> : <ConnectFirst connections={state.connections} />}
    </div>
  )
}
