import type { Navigation } from '../../contract/methods'
import { orAlert, type ActionContext } from './context'

/** Signing in and out, moving around, and the app itself. */
export type SessionActions = {
  readonly signIn: () => Promise<void>
  readonly cancelSignIn: () => void
  readonly signOut: () => void
  /** Goes to a screen; to a section of it, where one is named. */
  readonly navigate: (view: Navigation['view'], section?: Navigation['section']) => void
  readonly askToOpenLink: (url: string) => void
  readonly answerLink: (open: boolean) => void
  readonly dismissNotice: (id: string) => void
  readonly dismissAlert: (id: string) => void
  readonly retryAlert: (id: string) => void
  readonly showFile: (noticeId: string) => void
  readonly restart: () => void
}

/** Makes the actions on the session and the app. */
export const createSessionActions = (context: ActionContext): SessionActions => {
  const { bridge, store } = context
  const forget = (id: string): void => {
    context.retries.delete(id)
    store.dispatch({ type: 'alert-dismissed', id })
  }
  return {
    signIn: async () => {
      await orAlert(context, async () => await bridge.signIn())
    },
    cancelSignIn: () => void orAlert(context, async () => await bridge.cancelSignIn()),
    signOut: () => void orAlert(context, async () => await bridge.signOut()),
    navigate: (view, section) => {
      const { threadId } = store.get().place
      const to = {
        view,
        ...(threadId === undefined ? {} : { threadId }),
        ...(section === undefined ? {} : { section }),
      }
      store.dispatch({ type: 'navigated', to })
    },
    askToOpenLink: (url) => {
      store.dispatch({ type: 'link-asked', url })
    },
    answerLink: (open) => {
      const { link } = store.get()
      store.dispatch({ type: 'link-answered' })
      if (open && link !== null) void orAlert(context, async () => await bridge.openLink({ url: link }))
    },
    dismissNotice: (id) => void orAlert(context, async () => await bridge.dismissNotice({ id })),
    dismissAlert: forget,
    retryAlert: (id) => {
      const again = context.retries.get(id)
      forget(id)
      again?.()
    },
    showFile: (noticeId) => void orAlert(context, async () => await bridge.showFile({ noticeId })),
    restart: () => void orAlert(context, async () => await bridge.restart()),
  }
}
