import { channels, pushes } from '../../contract/channels'
import type { Assistant } from '../assistant/assistant'
import type { LocalSession } from '../identity/session'
import { withLocal, type HandlersOf, type ServicesSource } from './handlers'
import type { Push } from './pushes'

/** Tells all windows which files a draft has now, so that none sends it without those that came from another one. */
export const tellDraftFiles = (
  tellAll: Push,
  { assistant, session }: { readonly assistant: Pick<Assistant, 'draftFiles'>; readonly session: LocalSession },
  threadId: string | null,
): void => {
  const files = assistant.draftFiles(session, threadId)
  if (files.ok) tellAll(pushes.draftFiles, { threadId, files: files.value })
}

/** Files that a person attaches, as the windows ask for them. */
export const fileHandlers = (
  services: ServicesSource,
  tellAll: Push,
): HandlersOf<'attachFile' | 'detachFile' | 'draftFiles' | 'readFile'> => ({
  [channels.attachFile]: async (attached) =>
    await withLocal(services, ({ assistant }, session) => {
      const file = assistant.attach(session, attached)
      if (file.ok) tellDraftFiles(tellAll, { assistant, session }, attached.threadId)
      return file
    }),
  [channels.detachFile]: async ({ threadId, id }) =>
    await withLocal(services, ({ assistant }, session) => {
      const detached = assistant.detach(session, id)
      if (detached.ok) tellDraftFiles(tellAll, { assistant, session }, threadId)
      return detached
    }),
  [channels.draftFiles]: async ({ threadId }) =>
    await withLocal(services, ({ assistant }, session) => assistant.draftFiles(session, threadId)),
  [channels.readFile]: async ({ id }) =>
    await withLocal(services, ({ assistant }, session) => assistant.readFile(session, id)),
})
