import type { Message } from '../../contract/conversation'
import { editOf, keptFiles, leftBehind, saidText, type LeftBehind } from '../state/edits'
import type { MessageEdit } from '../state/message-edit'
import { orAlert, type ActionContext } from './context'

/** Saying or answering something again, and going on. */
export type MessageActions = {
  readonly startEdit: (message: Message) => void
  readonly typeEdit: (message: Message, text: string) => void
  /** What the message is changed to comes without this file of it. */
  readonly leaveOutFile: (message: Message, fileId: string) => void
  /** Closes the box; what was typed comes back with the next edit, as long as the window is there. */
  readonly cancelEdit: (message: Message) => void
  readonly sendEdit: (message: Message) => Promise<void>
  readonly regenerate: (message: Message) => void
  readonly showVersion: (messageId: string) => void
  readonly goOn: (threadId: string) => void
  /** What is left behind when a message and all that follows it is left. */
  readonly leftBehind: (message: Message) => LeftBehind
  /** Whether this window asked for that message, and nobody took the focus to it yet. */
  readonly takeAwaited: (messageId: string) => boolean
}

const settleMs = 300

const createEditing = (
  { bridge, store }: ActionContext,
  awaited: Set<string>,
): Pick<MessageActions, 'startEdit' | 'typeEdit' | 'leaveOutFile' | 'cancelEdit' | 'sendEdit'> => {
  const due = new Map<string, ReturnType<typeof setTimeout>>()
  const editing = (message: Message): MessageEdit =>
    editOf(store.get().edits[message.id], message) ?? { open: true, text: saidText(message), sending: false }
  const change = (message: Message, edit: MessageEdit): void => {
    store.dispatch({ type: 'message-edit', messageId: message.id, edit })
  }
  // Another text, or other files, are another message.
  const anew = (message: Message, part: Partial<Pick<MessageEdit, 'text' | 'leftOut'>>): void => {
    const { text, leftOut = [] } = editing(message)
    change(message, { open: true, sending: false, text, leftOut, ...part })
  }
  const save = (messageId: string, text: string | null): void => {
    clearTimeout(due.get(messageId))
    due.delete(messageId)
    void bridge.saveEdit({ messageId, text })
  }
  return {
    startEdit: (message) => {
      change(message, { ...editing(message), open: true })
    },
    typeEdit: (message, text) => {
      anew(message, { text })
      clearTimeout(due.get(message.id))
      due.set(
        message.id,
        setTimeout(() => {
          save(message.id, text)
        }, settleMs),
      )
    },
    leaveOutFile: (message, fileId) => {
      anew(message, { leftOut: [...(editing(message).leftOut ?? []), fileId] })
    },
    cancelEdit: (message) => {
      change(message, { ...editing(message), open: false, leftOut: [] })
      save(message.id, null)
    },
    sendEdit: async (message) => {
      const edit = editing(message)
      const text = edit.text.trim()
      if (edit.sending || text === '') return
      clearTimeout(due.get(message.id))
      const newId = edit.newId ?? crypto.randomUUID()
      const sent: MessageEdit = { open: true, text: edit.text, leftOut: edit.leftOut ?? [], newId, sending: true }
      change(message, sent)
      awaited.add(newId)
      const reply = await bridge.editMessage({
        messageId: message.id,
        newId,
        text,
        // What was taken out on the screen is what is left out; a file that nobody saw does not come with it.
        files: keptFiles(message, edit).map(({ id }) => id),
      })
      if (reply.ok) change(message, { open: false, text: saidText(message), sending: false })
      else change(message, { ...sent, sending: false, failure: reply.failure })
    },
  }
}

/** Makes the actions on messages. */
export const createMessageActions = (context: ActionContext): MessageActions => {
  const { bridge, store } = context
  const awaited = new Set<string>()
  return {
    ...createEditing(context, awaited),
    regenerate: ({ id: messageId }) => {
      const newId = crypto.randomUUID()
      awaited.add(newId)
      void orAlert(context, async () => await bridge.regenerate({ messageId, newId }))
    },
    showVersion: (messageId) => {
      awaited.add(messageId)
      void orAlert(context, async () => await bridge.showVersion({ messageId }))
    },
    goOn: (threadId) => void orAlert(context, async () => await bridge.goOn({ threadId })),
    leftBehind: ({ id, threadId }) => leftBehind(store.get().conversations[threadId]?.messages ?? [], id),
    takeAwaited: (messageId) => awaited.delete(messageId),
  }
}
