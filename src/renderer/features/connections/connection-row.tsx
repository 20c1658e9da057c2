import type { ReactNode } from 'react'
import type { Connection } from '../../../contract/connections'
import { t } from '../../../language/words'
import { FailureText } from '../../failure/failure-notice'
import { buttonOf, ownName } from '../../state/connections'
import { Badge, type BadgeTone } from '../../ui/badge'
import { Banner } from '../../ui/banner'
import { Button } from '../../ui/button'
import { Monogram } from '../../ui/monogram'
import { Spinner } from '../../ui/spinner'

const tones: Record<Connection['status'], BadgeTone> = {
  connected: 'good',
  'not-connected': 'neutral',
  waiting: 'warn',
  expired: 'warn',
  disconnected: 'danger',
}

type ConnectionRowProps = {
  readonly connection: Connection
  readonly onConnect: () => void
  readonly onDisconnect: () => void
}

const ConnectionButton = ({ connection, onConnect, onDisconnect }: ConnectionRowProps): ReactNode => {
  const kind = buttonOf(connection)
  const word = t(`connections.buttons.${kind}`)
  return (
    <Button
      tone={kind === 'disconnect' ? 'quiet' : connection.connecting ? 'secondary' : 'primary'}
      label={t(`connections.named.${kind}`, { name: connection.providerName })}
      onPress={kind === 'disconnect' ? onDisconnect : onConnect}
    >
      {word}
    </Button>
  )
}

/** A connection: what it is, where it stands, and the one button that helps. */
export const ConnectionRow = (props: ConnectionRowProps): ReactNode => {
  const { connection } = props
  const own = ownName(connection)
  return (
    <li className="grid gap-3 px-4 py-3.5">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <Monogram name={connection.providerName} />
        <div className="min-w-40 flex-1">
          <p className="font-medium select-text">{connection.providerName}</p>
          {own !== null && <p className="font-mono text-xs text-faint select-text">{own}</p>}
        </div>
        <div className="flex flex-wrap items-center gap-3">
          <Badge tone={tones[connection.status]}>{t(`connections.statuses.${connection.status}`)}</Badge>
          <ConnectionButton {...props} />
        </div>
      </div>
      {connection.connecting && (
        <p role="status" className="flex items-center gap-2 text-sm text-muted">
          <Spinner />
          {t('connections.connecting')}
        </p>
      )}
      {connection.failure !== undefined && !connection.connecting && (
        <Banner tone="problem" announce>
          <FailureText failure={connection.failure} />
        </Banner>
      )}
    </li>
  )
}
