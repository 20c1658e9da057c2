import type { CommandId } from '../../contract/plain/commands'
import { orAlert, type ActionContext } from './context'

/** The palette, the message box and windows. */
export type CommandActions = {
  readonly showPalette: (shown: boolean) => void
  /** Goes to the message box of the chat. */
  readonly write: () => void
  /** Opens one more chat window, on a thread or on a new chat. */
  readonly openWindow: (threadId: string | null) => void
  /** Hears of what is chosen in the application menu. Returns the function that stops it. */
  readonly onMenu: (listener: (id: CommandId) => void) => () => void
}

/** Makes the actions that commands need beside what screens need. */
export const createCommandActions = (context: ActionContext): CommandActions => {
  const { bridge, store } = context
  return {
    showPalette: (shown) => {
      if (store.get().palette !== shown) store.dispatch({ type: 'palette-shown', shown })
    },
    write: () => {
      const { view, threadId } = store.get().place
      if (view !== 'chat') {
        store.dispatch({ type: 'navigated', to: { view: 'chat', ...(threadId === undefined ? {} : { threadId }) } })
      }
      store.dispatch({ type: 'writing-asked' })
    },
    openWindow: (threadId) => void orAlert(context, async () => await bridge.openWindow({ threadId })),
    onMenu: (listener) => bridge.on.command(listener),
  }
}
