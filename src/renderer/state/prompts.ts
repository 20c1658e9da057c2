import type { SavedPrompt } from '../../contract/prompts'

/** What of a prompt is needed to use it: a person's own, or one that the app suggests. */
export type UsablePrompt = Pick<SavedPrompt, 'name' | 'text' | 'connection'>
