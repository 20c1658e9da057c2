import { channels } from '../../contract/channels'
import { withLocal, type HandlersOf, type ServicesSource } from './handlers'

/** Keeping the list of threads in order and searching it, as the windows ask for it. */
export const threadListHandlers = (
  services: ServicesSource,
): HandlersOf<'renameThread' | 'pinThread' | 'archiveThread' | 'deleteThread' | 'restoreThread' | 'searchThreads'> => ({
  [channels.renameThread]: async ({ threadId, title }) =>
    await withLocal(services, ({ assistant }, session) => assistant.renameThread(session, threadId, title)),
  [channels.pinThread]: async ({ threadId, pinned }) =>
    await withLocal(services, ({ assistant }, session) => assistant.pinThread(session, threadId, pinned)),
  [channels.archiveThread]: async ({ threadId, archived }) =>
    await withLocal(services, ({ assistant }, session) => assistant.archiveThread(session, threadId, archived)),
  [channels.deleteThread]: async ({ threadId }) =>
    await withLocal(services, ({ assistant }, session) => assistant.deleteThread(session, threadId)),
  [channels.restoreThread]: async ({ threadId }) =>
    await withLocal(services, ({ assistant }, session) => assistant.restoreThread(session, threadId)),
  [channels.searchThreads]: async ({ query }) =>
    await withLocal(services, ({ assistant }, session) => assistant.search(session, query)),
})
