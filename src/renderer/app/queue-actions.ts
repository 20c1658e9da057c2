import { orAlert, type ActionContext } from './context'

/** Messages that wait until the run before them is through. */
export type QueueActions = {
  /** `done: false` while it is being typed: nothing is sent meanwhile. */
  readonly changeQueued: (id: string, text: string, done: boolean) => void
  readonly removeQueued: (id: string) => void
  readonly sendQueued: (id: string) => void
}

/** Makes the actions on messages that wait. */
export const createQueueActions = (context: ActionContext): QueueActions => {
  const { bridge } = context
  return {
    changeQueued: (id, text, done) => void orAlert(context, async () => await bridge.changeQueued({ id, text, done })),
    removeQueued: (id) => void orAlert(context, async () => await bridge.removeQueued({ id })),
    sendQueued: (id) => void orAlert(context, async () => await bridge.sendQueued({ id })),
  }
}
