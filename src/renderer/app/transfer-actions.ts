import type { ThreadFormat } from '../../contract/transfer'
import type { Toast } from '../state/toast'
import { orAlert, type ActionContext } from './context'

/** Single conversations on their way to a file and back. */
export type TransferActions = {
  readonly exportThread: (threadId: string, format: ThreadFormat) => void
  /** Copies a whole conversation as Markdown. */
  readonly copyThread: (threadId: string) => void
  /** Takes a conversation in from a file that the person chooses, and opens it. */
  readonly importThread: () => void
}

/** Makes the actions that bring conversations into files and back. */
export const createTransferActions = (
  context: ActionContext,
  openThread: (threadId: string) => Promise<void>,
): TransferActions => {
  const { bridge, store } = context
  const say = (toast: Toast): void => {
    store.dispatch({ type: 'toast', toast })
  }
  return {
    exportThread: (threadId, format) =>
      void orAlert(context, async () => await bridge.exportThread({ threadId, format })).then((saved) => {
        if (saved !== undefined && saved.file !== null) say({ kind: 'exported', file: saved.file })
      }),
    copyThread: (threadId) =>
      void orAlert(context, async () => await bridge.threadMarkdown({ threadId })).then(async (written) => {
        if (written === undefined) return
        const copied = navigator.clipboard.writeText(written.text)
        say(
          await copied.then(
            (): Toast => ({ kind: 'copied' }),
            (): Toast => ({ kind: 'refused' }),
          ),
        )
      }),
    importThread: () =>
      void orAlert(context, async () => await bridge.importThread()).then(async (imported) => {
        if (imported === undefined || imported === null) return
        await openThread(imported.threadId)
        say({ kind: 'imported', file: imported.file })
      }),
  }
}
