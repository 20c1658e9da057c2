import { channels } from '../../contract/channels'
import { withSession, type HandlersOf, type ServicesSource } from './handlers'

/** A person's saved prompts, as the windows ask for them. */
export const promptHandlers = (
  services: ServicesSource,
): HandlersOf<'listPrompts' | 'savePrompt' | 'deletePrompt'> => ({
  [channels.listPrompts]: async () =>
    await withSession(services, ({ assistant }, { owner }) => assistant.prompts.list(owner)),
  [channels.savePrompt]: async (prompt) =>
    await withSession(services, ({ assistant }, { owner }) => assistant.prompts.save(owner, prompt)),
  [channels.deletePrompt]: async ({ promptId }) =>
    await withSession(services, ({ assistant }, { owner }) => assistant.prompts.remove(owner, promptId)),
})
