import type { Message } from '../../contract/conversation'
import type { AttachedFile } from '../../contract/files'
import { withHiddenNamed } from '../../contract/plain/hidden-characters'
import { t } from '../../language/words'
import type { Action } from './action'
import type { MessageEdit } from './message-edit'

/** The edits of this window by message. */
export type Edits = Readonly<Record<string, MessageEdit>>

/** The edit of a message: this window's, or one that was kept from before. */
export const editOf = (kept: MessageEdit | undefined, message: Message): MessageEdit | undefined =>
  kept ?? (message.edit === undefined ? undefined : { open: true, text: message.edit, sending: false })

/** Keeps what messages are being changed to. */
export const reduceEdits = (edits: Edits, action: Action): Edits =>
  action.type === 'message-edit' ? { ...edits, [action.messageId]: action.edit } : edits

/** What a person said, as text. */
export const saidText = (message: Message): string =>
  message.parts.map((part) => (part.kind === 'text' ? part.text : '')).join('')

// A name may look like Markdown.
const asCode = (name: string): string => `\`${withHiddenNamed(name).replaceAll('`', '’')}\``

/** The files that a message came with. */
export const attachedTo = (message: Message): readonly AttachedFile[] =>
  message.parts.flatMap((part) => (part.kind === 'file' ? [part] : []))

/** The files that come with what a message is changed to. */
export const keptFiles = (message: Message, { leftOut = [] }: MessageEdit): readonly AttachedFile[] =>
  attachedTo(message).filter(({ id }) => !leftOut.includes(id))

/** A message as Markdown: an answer is written in it already. Of files, their names. */
export const messageMarkdown = (message: Message): string =>
  message.parts
    .flatMap((part) => {
      if (part.kind === 'file') return [t('files.copied', { name: asCode(part.name) })]
      return part.kind === 'text' ? [part.text.trim()] : []
    })
    .filter((text) => text !== '')
    .join('\n\n')

/** What leaving a message and all that follows it means: changes that stay done, and requests that are withdrawn. */
export type LeftBehind = { readonly done: number; readonly waiting: number }

/** What is left behind from a message on. */
export const leftBehind = (messages: readonly Message[], messageId: string): LeftBehind => {
  const at = messages.findIndex(({ id }) => id === messageId)
  const calls = messages
    .slice(at === -1 ? messages.length : at)
    .flatMap(({ parts }) => parts.flatMap((part) => (part.kind === 'tool-call' ? [part.call] : [])))
    .filter(({ risk }) => risk !== 'read')
  const takenBack = new Set(calls.flatMap(({ state, undoes }) => (state === 'done' ? (undoes ?? []) : [])))
  return {
    done: calls.filter(({ id, state, undoes }) => state === 'done' && undoes === undefined && !takenBack.has(id))
      .length,
    waiting: calls.filter(({ state }) => state === 'pending').length,
  }
}
