import { Suspense, useState, type ReactNode } from 'react'
import type { Connection, ConnectionsState } from '../../../contract/connections'
import { t } from '../../../language/words'
import { useActions, useAppState } from '../../app/use-app'
import { FailureNotice } from '../../failure/failure-notice'
import { Button } from '../../ui/button'
import { inputClass } from '../../ui/field'
import { Page, panelClass } from '../../ui/page'
import { Spinner } from '../../ui/spinner'
import { ConnectionRow } from './connection-row'
import { DisconnectEverything } from './disconnect-everything'
import { lazyComponent } from '../../ui/lazy-component'

const QuestionDialog = lazyComponent(async () => (await import('../../ui/question-dialog')).QuestionDialog)

const RefreshButton = (): ReactNode => {
  const actions = useActions()
  const [reading, setReading] = useState(false)
  return (
    <Button
      disabled={reading}
      onPress={() => {
        setReading(true)
        void actions.refreshConnections().finally(() => {
          setReading(false)
        })
      }}
    >
      {reading && <Spinner />}
      {t('connections.refresh')}
    </Button>
  )
}

const Empty = ({ state }: { readonly state: ConnectionsState }): ReactNode => {
  if (state.connections.length > 0) return null
  if (state.kind === 'loading') {
    return (
      <p role="status" className="flex items-center gap-2 text-sm text-muted">
        <Spinner />
        {t('connections.loading')}
      </p>
    )
  }
  return state.kind === 'ready' ? <p className="text-sm text-muted">{t('connections.empty')}</p> : null
}

const DisconnectQuestion = ({
  connection,
  onDone,
}: {
  readonly connection: Connection
  readonly onDone: () => void
}): ReactNode => {
  const actions = useActions()
  return (
    <Suspense>
      <QuestionDialog
        title={t('connections.disconnectTitle', { name: connection.providerName })}
        yes={t('connections.disconnectConfirm')}
        no={t('connections.keep')}
        tone="danger"
        onAnswer={(yes) => {
          if (yes) actions.disconnect(connection.name)
          onDone()
        }}
      >
        {t('connections.disconnectText', { name: connection.providerName })}
      </QuestionDialog>
    </Suspense>
  )
}

// So many are seen at a glance.
const fewEnough = 8

const contains = ({ name, providerName }: Connection, words: string): boolean =>
  `${providerName}\n${name}`.toLocaleLowerCase().includes(words.trim().toLocaleLowerCase())

/** The connections of the environment, each with this person's own status. */
export const Connections = (): ReactNode => {
  const actions = useActions()
  const state = useAppState((root) => root.connections)
  const [words, setWords] = useState('')
  const found = state.connections.filter((connection) => contains(connection, words))
  const [leaving, setLeaving] = useState<Connection | null>(null)
  return (
    <Page title={t('connections.title')} lead={t('connections.lead')} action={<RefreshButton />}>
      {state.failure !== undefined && (
        <FailureNotice
          failure={state.failure}
          announce
          place={{
            retry: () => void actions.refreshConnections(),
          }}
        />
      )}
      <Empty state={state} />
      {state.connections.length > fewEnough && (
        <input
          type="search"
          aria-label={t('connections.search')}
          placeholder={t('connections.search')}
          value={words}
          onChange={(event) => {
            setWords(event.target.value)
          }}
          className={inputClass}
        />
      )}
      <p role="status" className="text-sm text-muted empty:hidden">
        {state.connections.length > 0 && found.length === 0 && t('connections.noneFound', { words: words.trim() })}
      </p>
      {found.length > 0 && (
        <ul role="list" aria-label={t('connections.title')} className={panelClass}>
          {found.map((connection) => (
            <ConnectionRow
              key={connection.name}
              connection={connection}
              onConnect={() => {
                actions.connect(connection.name)
              }}
              onDisconnect={() => {
                setLeaving(connection)
              }}
            />
          ))}
        </ul>
      )}
      {state.connections.length > 0 && <DisconnectEverything connections={state.connections} />}
      {leaving !== null && (
        <DisconnectQuestion
          connection={leaving}
          onDone={() => {
            setLeaving(null)
          }}
        />
      )}
    </Page>
  )
}
