import { orAlert, type ActionContext } from './context'

/** What the quick-ask window can do with itself. */
export type QuickAskActions = {
  readonly hideQuickAsk: () => void
  readonly resizeQuickAsk: (height: number) => void
  readonly openInChat: (threadId: string | null) => void
  /** Called whenever the window comes up. Returns the function that stops it. */
  readonly onQuickAskShown: (listener: () => void) => () => void
}

const minimumHeight = 60
const maximumHeight = 900

/** Makes the actions of the quick-ask window. */
export const createQuickAskActions = (context: ActionContext): QuickAskActions => {
  const { bridge } = context
  return {
    hideQuickAsk: () => void orAlert(context, async () => await bridge.hideQuickAsk()),
    resizeQuickAsk: (height) => {
      const bounded = Math.min(maximumHeight, Math.max(minimumHeight, Math.ceil(height)))
      void bridge.resizeQuickAsk({ height: bounded })
    },
    openInChat: (threadId) => void orAlert(context, async () => await bridge.openInChat({ threadId })),
    onQuickAskShown: (listener) => bridge.on.quickAskShown(listener),
  }
}
