import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Connection } from '../../contract/connections'
import type { ToolCall } from '../../contract/conversation'
import type { Failure } from '../../contract/failure'
import { t } from '../../language/words'
import { useAppState } from '../app/use-app'
import { FailureText } from '../failure/failure-notice'
import { ownName } from '../state/connections'
import { Banner } from '../ui/banner'
import { Monogram } from '../ui/monogram'
import { ReconnectDecision } from './reconnect-decision'

const Connected = ({ call }: { readonly call: ToolCall }): ReactNode => (
  <p className="flex items-center gap-2 py-1.5 text-sm">
    <Check aria-hidden="true" className="size-3.5 text-accent-ink" />
    {t('call.connect.done', { name: call.providerName })}
  </p>
)

// What went wrong in the browser the last time the button was pressed.
const LastTry = ({ connection }: { readonly connection: Connection | undefined }): ReactNode =>
  connection?.failure === undefined || connection.connecting ? null : (
    <Banner tone="problem" announce>
      <FailureText failure={connection.failure} />
    </Banner>
  )

type WaitingProps = {
  readonly call: ToolCall
  readonly failure: Failure
  readonly connection: Connection | undefined
}

const Waiting = ({ call, failure, connection }: WaitingProps): ReactNode => {
  const title = t(`call.connect.title.${failure.action.kind === 'reconnect' ? 'reconnect' : 'connect'}`, {
    name: call.providerName,
  })
  const own = ownName({ name: call.connection, providerName: call.providerName })
  return (
    <div
      role="group"
      aria-label={title}
      className="rise grid overflow-hidden rounded-xl border border-line-strong bg-surface shadow-mid"
    >
      <div className="grid gap-3 p-4">
        <header className="flex items-center gap-3">
          <Monogram name={call.providerName} />
          <div className="min-w-0 flex-1">
            <h2 className="leading-snug font-semibold tracking-tight wrap-anywhere">{title}</h2>
            {own !== null && <p className="font-mono text-xs wrap-anywhere text-faint select-text">{own}</p>}
          </div>
        </header>
        <p className="text-sm text-muted">{t('call.connect.text')}</p>
        <LastTry connection={connection} />
      </div>
      <footer className="flex flex-wrap items-center gap-2 border-t border-line bg-sunken px-4 py-3">
        <ReconnectDecision failure={failure} />
      </footer>
    </div>
  )
}

/** An account that the model asked for: the button opens the browser, and main goes on once it is connected. */
export const ConnectCard = ({ call }: { readonly call: ToolCall }): ReactNode => {
  const connection = useAppState((state) => state.connections.connections.find(({ name }) => name === call.connection))
  const there = call.state === 'done' || (connection?.status === 'connected' && !connection.connecting)
  if (there || call.failure === undefined) return <Connected call={call} />
  return <Waiting call={call} failure={call.failure} connection={connection} />
}
