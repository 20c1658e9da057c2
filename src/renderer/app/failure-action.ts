import type { Failure, FailureCode } from '../../contract/failure'
import type { SettingsSection } from '../../contract/plain/settings-sections'
import type { Actions } from './actions'

/** What to do for the actions of a failure that depend on where it is shown. */
export type FailurePlace = {
  readonly retry?: () => void
  readonly readBack?: () => void
  readonly dismiss?: () => void
  readonly noticeId?: string
}

/** Does what the one button beside a failure says. */
export const actOn = (failure: Failure, actions: Actions, place: FailurePlace): void => {
  const { action } = failure
  switch (action.kind) {
    case 'none':
      return
    case 'dismiss':
      place.dismiss?.()
      return
    case 'retry':
      place.retry?.()
      return
    case 'read-back':
      place.readBack?.()
      return
    case 'show-file':
      if (place.noticeId !== undefined) actions.showFile(place.noticeId)
      return
    default:
      goTo(action, failure, actions)
  }
}

// Where in Settings the thing is that a failure is about.
const sections: Partial<Record<FailureCode, SettingsSection>> = {
  'model-key': 'model',
  'model-missing': 'model',
  'scalekit-credentials': 'set-up',
  'not-signed-in': 'set-up',
  'shortcut-taken': 'quick-ask',
  'shortcut-wayland': 'quick-ask',
}

type Destination = Extract<
  Failure['action'],
  { kind: 'sign-in' | 'connect' | 'reconnect' | 'open-settings' | 'open-connections' }
>

const goTo = (action: Destination, { code }: Failure, actions: Actions): void => {
  switch (action.kind) {
    case 'sign-in':
      void actions.signIn()
      return
    case 'connect':
    case 'reconnect':
      actions.connect(action.connection)
      return
    case 'open-settings':
      actions.navigate('settings', sections[code])
      return
    case 'open-connections':
      actions.navigate('connections')
  }
}
