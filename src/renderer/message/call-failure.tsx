import type { ReactNode } from 'react'
import type { ToolCall } from '../../contract/conversation'
import type { Failure } from '../../contract/failure'
import { t } from '../../language/words'
import { useActions, useAppState } from '../app/use-app'
import { FailureNotice } from '../failure/failure-notice'
import { Banner } from '../ui/banner'
import { needsAccount } from './reconnect-decision'

/** What went wrong with a call, with what helps: also once the account is connected again. */
export const CallFailure = ({ call, failure }: { readonly call: ToolCall; readonly failure: Failure }): ReactNode => {
  const actions = useActions()
  const connected = useAppState((state) =>
    state.connections.connections.some(({ name, status }) => name === call.connection && status === 'connected'),
  )
  const retry = (): void => {
    actions.retry(call.threadId)
  }
  // An account that lacks a permission is connected all the while.
  if (needsAccount(failure) && connected && failure.code !== 'connection-scope-missing') {
    return (
      <Banner tone="info">
        <p>{t('call.reconnected')}</p>
      </Banner>
    )
  }
  return <FailureNotice failure={failure} place={{ retry, readBack: () => void actions.readBack(call) }} />
}
