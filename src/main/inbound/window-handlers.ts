import { channels } from '../../contract/channels'
import type { Failure } from '../../contract/failure'
import { err, ok, type Result } from '../../contract/result'
import { failure } from '../platform/failures'
import type { Windows } from '../platform/windows'
import type { AppStateStore } from './app-state'
import type { HandlersOf } from './handlers'

/** What windows may do to themselves and to the app around them. */
export type WindowPorts = {
  readonly state: AppStateStore
  readonly windows: Windows
  readonly openLink: (url: URL) => Promise<Result<null, Failure>>
  readonly showFile: (path: string) => void
  readonly restart: () => void
}

/** The app's own state, links and files, as the windows ask for them. */
export const appHandlers = ({
  state,
  openLink,
  showFile,
  restart,
  windows,
}: WindowPorts): HandlersOf<'appState' | 'openLink' | 'dismissNotice' | 'showFile' | 'restart' | 'openWindow'> => ({
  [channels.appState]: async () => ok(await state.whenKnown()),
  [channels.openLink]: async ({ url }) => await openLink(new URL(url)),
  [channels.dismissNotice]: ({ id }) => {
    state.dismiss(id)
    return ok(null)
  },
  // SECURITY: a window names a notice, never a path; the path is the one that main put into it.
  [channels.showFile]: ({ noticeId }) => {
    const action = state.findNotice(noticeId)?.failure.action
    if (action?.kind !== 'show-file') return err(failure('not-found'))
    showFile(action.path)
    return ok(null)
  },
  [channels.restart]: () => {
    restart()
    return ok(null)
  },
  [channels.openWindow]: ({ threadId }) => {
    windows.openAnother(threadId)
    return ok(null)
  },
})
