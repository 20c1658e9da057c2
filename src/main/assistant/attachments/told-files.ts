import type { AttachedFile } from '../../../contract/files'
import type { JsonObject } from '../../../contract/json'
import type { Owner } from '../../identity/identifier'
import type { StoredMessage } from '../thread-store'
import { visibleObject } from '../visible-json'
import type { FileStore } from './file-store'

/** The tool as whose result the model is given an attached file: data, as everything that tools return. */
export const attachedFileTool = 'read_attached_file'

/** A file with what the model is given of it. */
export type ToldFile = AttachedFile & { readonly text: string; readonly characters: number }

// As much of the files of one message as leaves room for a conversation.
const mostForModel = 120_000

const beginning = (text: string, room: number): string =>
  text.length <= room ? text : text.slice(0, room).replace(/[\ud800-\udbff]$/, '')

/** The files that a message came with. */
export const filesOf = ({ parts }: Pick<StoredMessage, 'parts'>): readonly AttachedFile[] =>
  parts.flatMap((part) => (part.kind === 'file' ? [part] : []))

/** What the model is given of the files of messages: as much as all of them leave room for. */
export const toldFiles = (
  files: Pick<FileStore, 'texts'>,
  owner: Owner,
  messages: readonly StoredMessage[],
): readonly ToldFile[] => {
  const attached = messages.map(filesOf)
  const ids = attached.flatMap((some) => some.map(({ id }) => id))
  if (ids.length === 0) return []
  const texts = files.texts(owner, ids)
  return attached.flatMap((some) =>
    some.flatMap((file): readonly ToldFile[] => {
      const text = texts.get(file.id)
      if (text === undefined) return []
      return [{ ...file, text: beginning(text, Math.floor(mostForModel / some.length)), characters: text.length }]
    }),
  )
}

/** A file as the model reads it: marked as data that nobody here vouches for, with nothing hidden in it. */
export const fileAnswer = ({ name, mediaType, text, characters }: ToldFile): JsonObject =>
  visibleObject({
    untrusted: true,
    name,
    mediaType,
    data: text,
    characters,
    ...(text.length < characters ? { truncated: true, leftOut: characters - text.length } : {}),
  })
