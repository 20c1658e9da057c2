import { channels } from '../../contract/channels'
import { withLocal, type HandlersOf, type ServicesSource } from './handlers'

/** Files that a person attaches, as the windows ask for them. */
export const fileHandlers = (
  services: ServicesSource,
): HandlersOf<'attachFile' | 'detachFile' | 'draftFiles' | 'readFile'> => ({
  [channels.attachFile]: async (attached) =>
    await withLocal(services, ({ assistant }, session) => assistant.attach(session, attached)),
  [channels.detachFile]: async ({ id }) =>
    await withLocal(services, ({ assistant }, session) => assistant.detach(session, id)),
  [channels.draftFiles]: async ({ threadId }) =>
    await withLocal(services, ({ assistant }, session) => assistant.draftFiles(session, threadId)),
  [channels.readFile]: async ({ id }) =>
    await withLocal(services, ({ assistant }, session) => assistant.readFile(session, id)),
})
