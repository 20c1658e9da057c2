import type { ReactNode } from 'react'
import type { Failure } from '../../contract/failure'
import { t } from '../../language/words'
import { actOn } from '../app/failure-action'
import { useActions, useAppState } from '../app/use-app'
import { failureButton } from '../failure/failure-words'
import { Button } from '../ui/button'
import { Spinner } from '../ui/spinner'

/** Whether connecting the account is what a call waits for. */
export const needsAccount = (failure: Failure): boolean =>
  failure.action.kind === 'reconnect' || failure.action.kind === 'connect'

/** What stands in the place of the approval while the account is missing: main goes on by itself afterwards. */
export const ReconnectDecision = ({ failure }: { readonly failure: Failure }): ReactNode => {
  const actions = useActions()
  const { action } = failure
  const name = action.kind === 'reconnect' || action.kind === 'connect' ? action.connection : undefined
  const connection = useAppState((state) => state.connections.connections.find((one) => one.name === name))
  const connecting = connection?.connecting === true
  return (
    <>
      <Button
        tone={connecting ? 'secondary' : 'primary'}
        onPress={() => {
          actOn(failure, actions, {})
        }}
      >
        {failureButton(failure, connection?.providerName)}
      </Button>
      {connecting && (
        <span role="status" className="order-last inline-flex basis-full items-center gap-2 text-sm text-muted">
          <Spinner />
          {t('connections.connecting')}
        </span>
      )}
    </>
  )
}
