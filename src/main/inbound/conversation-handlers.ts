import { channels, pushes } from '../../contract/channels'
import type { StopEverything } from './stop-everything'
import type { Push } from './pushes'
import { tellDraftFiles } from './file-handlers'
import { withLocal, withSession, type HandlersOf, type ServicesSource } from './handlers'

/** What the windows' conversations reach beside the services. */
export type ConversationPorts = { readonly stopEverything: StopEverything; readonly tellAll: Push }

/** Threads, asking and stopping, as the windows ask for them. */
export const conversationHandlers = (
  services: ServicesSource,
  { stopEverything, tellAll }: ConversationPorts,
): HandlersOf<'listThreads' | 'openThread' | 'readDraft' | 'saveDraft' | 'send' | 'stop' | 'stopAll' | 'retry'> => ({
  [channels.listThreads]: async () =>
    await withLocal(services, ({ assistant }, session) => assistant.listThreads(session)),
  [channels.openThread]: async ({ threadId, before }) =>
    await withLocal(services, ({ assistant }, session) => assistant.openThread(session, threadId, before)),
  [channels.readDraft]: async ({ threadId }) =>
    await withLocal(services, ({ assistant }, session) => assistant.readDraft(session, threadId)),
  [channels.saveDraft]: async (draft) =>
    await withLocal(services, ({ assistant }, session) => {
      const saved = assistant.saveDraft(session, draft.threadId, draft.text)
      if (saved.ok) tellAll(pushes.draft, draft)
      return saved
    }),
  [channels.send]: async (message) =>
    await withSession(services, async ({ assistant }, session) => {
      const sent = await assistant.send(session, message)
      if (sent.ok) tellDraftFiles(tellAll, { assistant, session }, message.threadId)
      return sent
    }),
  [channels.stop]: async ({ threadId }) =>
    await withLocal(services, ({ assistant }, session) => assistant.stop(session, threadId)),
  [channels.stopAll]: async () => await stopEverything(),
  [channels.retry]: async ({ threadId }) =>
    await withSession(services, async ({ assistant }, session) => await assistant.retry(session, threadId)),
})

/** Deciding about calls, as the windows ask for it. */
export const approvalHandlers = (
  services: ServicesSource,
): HandlersOf<'approve' | 'decline' | 'readBack' | 'resultRows' | 'undo' | 'settle'> => ({
  [channels.approve]: async ({ callId, args, always }) =>
    await withSession(services, async ({ assistant }, session) =>
      always === undefined
        ? await assistant.approve(session, callId, args)
        : await assistant.approveAlways(session, callId, { args, always }),
    ),
  [channels.decline]: async ({ callId }) =>
    await withSession(services, async ({ assistant }, session) => await assistant.decline(session, callId)),
  [channels.resultRows]: async (asked) =>
    await withLocal(services, ({ assistant }, session) => assistant.readResultRows(session, asked)),
  [channels.readBack]: async ({ callId }) =>
    await withSession(services, async ({ assistant }, session) => await assistant.readBack(session, callId)),
  [channels.undo]: async ({ callId }) =>
    await withSession(services, async ({ assistant }, session) => await assistant.undo(session, callId)),
  [channels.settle]: async ({ callId, done }) =>
    await withSession(services, async ({ assistant }, session) => await assistant.settle(session, callId, done)),
})
