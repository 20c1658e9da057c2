import type { Navigation } from '../../contract/methods'
import { orAlert, type ActionContext } from './context'

/** Signing in and out, moving around, and the app itself. */
export type SessionActions = {
  readonly signIn: () => Promise<void>
  readonly cancelSignIn: () => void
  readonly signOut: () => void
  readonly navigate: (view: Navigation['view']) => void
  readonly askToOpenLink: (url: string) => void
  readonly answerLink: (open: boolean) => void
  readonly dismissNotice: (id: string) => void
  readonly dismissAlert: (id: string) => void
  readonly showFile: (noticeId: string) => void
  readonly restart: () => void
}

/** Makes the actions on the session and the app. */
export const createSessionActions = (context: ActionContext): SessionActions => {
  const { bridge, store } = context
  return {
    signIn: async () => {
      await orAlert(context, bridge.signIn())
    },
    cancelSignIn: () => void orAlert(context, bridge.cancelSignIn()),
    signOut: () => void orAlert(context, bridge.signOut()),
    navigate: (view) => {
      const { threadId } = store.get().place
      store.dispatch({ type: 'navigated', to: threadId === undefined ? { view } : { view, threadId } })
    },
    askToOpenLink: (url) => {
      store.dispatch({ type: 'link-asked', url })
    },
    answerLink: (open) => {
      const { link } = store.get()
      store.dispatch({ type: 'link-answered' })
      if (open && link !== null) void orAlert(context, bridge.openLink({ url: link }))
    },
    dismissNotice: (id) => void orAlert(context, bridge.dismissNotice({ id })),
    dismissAlert: (id) => {
      store.dispatch({ type: 'alert-dismissed', id })
    },
    showFile: (noticeId) => void orAlert(context, bridge.showFile({ noticeId })),
    restart: () => void orAlert(context, bridge.restart()),
  }
}
