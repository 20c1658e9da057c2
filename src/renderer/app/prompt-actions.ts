import type { Failure } from '../../contract/failure'
import { handleOf } from '../../contract/plain/chosen-connections'
import type { SavedPrompt } from '../../contract/prompts'
import type { Result } from '../../contract/result'
import { fillVariables, variablesIn } from '../ask/prompt-variables'
import { draftOf } from '../state/drafts'
import type { UsablePrompt } from '../state/prompts'
import { orAlert, type ActionContext } from './context'

/** Saved prompts, and using one. */
export type PromptActions = {
  readonly loadPrompts: () => Promise<void>
  readonly savePrompt: (prompt: SavedPrompt) => Promise<Result<null, Failure>>
  readonly deletePrompt: (promptId: string) => Promise<boolean>
  /** Asks for what the prompt leaves open, if anything, then puts it into the field for a last look. */
  readonly usePrompt: (prompt: UsablePrompt) => void
  /** What was filled in, by key of the variable; null gives up. */
  readonly fillPrompt: (values: Readonly<Record<string, string>> | null) => void
}

type Needs = {
  readonly type: (owner: string | null, text: string) => void
  readonly navigate: (view: 'chat') => void
}

const putter =
  ({ store }: ActionContext, { type }: Needs) =>
  ({ text, connection }: UsablePrompt): void => {
    const { place, drafts, connections } = store.get()
    const all = connections.connections
    const chosen = all.find(({ name }) => name === connection)
    const said = chosen === undefined ? text : `@${handleOf(chosen, all)} ${text}`
    const owner = place.threadId ?? null
    const before = draftOf(drafts, owner).text.trimEnd()
    type(owner, before === '' ? said : `${before}\n\n${said}`)
  }

/** Makes the actions on saved prompts. What is saved comes back by a push, to every window. */
export const createPromptActions = (context: ActionContext, needs: Needs): PromptActions => {
  const { bridge, store } = context
  const put = putter(context, needs)
  return {
    loadPrompts: async () => {
      const reply = await bridge.listPrompts()
      if (reply.ok) store.dispatch({ type: 'prompts', prompts: reply.value })
    },
    savePrompt: async (prompt) => await bridge.savePrompt(prompt),
    deletePrompt: async (promptId) =>
      (await orAlert(context, async () => await bridge.deletePrompt({ promptId }))) !== undefined,
    usePrompt: (prompt) => {
      if (store.get().place.view !== 'chat') needs.navigate('chat')
      if (variablesIn(prompt.text).length === 0) put(prompt)
      else store.dispatch({ type: 'filling', prompt })
    },
    fillPrompt: (values) => {
      const { filling } = store.get()
      if (filling === null) return
      store.dispatch({ type: 'filling', prompt: null })
      if (values !== null) put({ ...filling, text: fillVariables(filling.text, values) })
    },
  }
}
