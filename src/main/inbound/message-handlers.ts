import { channels } from '../../contract/channels'
import { withLocal, withSession, type HandlersOf, type ServicesSource } from './handlers'

/** Saying or answering something again, as the windows ask for it. */
export const messageHandlers = (
  services: ServicesSource,
): HandlersOf<
  'editMessage' | 'regenerate' | 'showVersion' | 'saveEdit' | 'goOn' | 'changeQueued' | 'removeQueued' | 'sendQueued'
> => ({
  [channels.editMessage]: async (edited) =>
    await withSession(services, async ({ assistant }, session) => await assistant.edit(session, edited)),
  [channels.regenerate]: async (asked) =>
    await withSession(services, ({ assistant }, session) => assistant.regenerate(session, asked)),
  [channels.showVersion]: async ({ messageId }) =>
    await withLocal(services, ({ assistant }, session) => assistant.showVersion(session, messageId)),
  [channels.saveEdit]: async ({ messageId, text }) =>
    await withLocal(services, ({ assistant }, session) => assistant.saveEdit(session, messageId, text)),
  [channels.goOn]: async ({ threadId }) =>
    await withSession(services, ({ assistant }, session) => assistant.goOn(session, threadId)),
  [channels.changeQueued]: async (change) =>
    await withLocal(services, async ({ assistant }, session) => await assistant.changeQueued(session, change)),
  [channels.removeQueued]: async ({ id }) =>
    await withLocal(services, ({ assistant }, session) => assistant.removeQueued(session, id)),
  [channels.sendQueued]: async ({ id }) =>
    await withSession(services, ({ assistant }, session) => assistant.sendQueued(session, id)),
})
