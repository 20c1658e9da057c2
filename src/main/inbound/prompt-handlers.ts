import { channels } from '../../contract/channels'
import { withLocal, type HandlersOf, type ServicesSource } from './handlers'

/** A person's saved prompts, as the windows ask for them. */
export const promptHandlers = (
  services: ServicesSource,
): HandlersOf<'listPrompts' | 'savePrompt' | 'deletePrompt'> => ({
  [channels.listPrompts]: async () =>
    await withLocal(services, ({ assistant }, { owner }) => assistant.prompts.list(owner)),
  [channels.savePrompt]: async (prompt) =>
    await withLocal(services, ({ assistant }, { owner }) => assistant.prompts.save(owner, prompt)),
  [channels.deletePrompt]: async ({ promptId }) =>
    await withLocal(services, ({ assistant }, { owner }) => assistant.prompts.remove(owner, promptId)),
})
