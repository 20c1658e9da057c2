import { z } from 'zod'
import { promptBounds } from './plain/prompt-bounds'

/**
 * A text that a person asks with again and again. `{{board}}` in it is asked for on use.
 * `connection` is the name of the connection that it is meant for; it may be gone by now.
 * `id` is made by the window, so that saving again saves once and what was deleted can come back.
 */
export const savedPromptSchema = z.object({
  id: z.uuid(),
  name: z.string().trim().min(1).max(promptBounds.name),
  text: z.string().trim().min(1).max(promptBounds.text),
  connection: z.string().min(1).max(200).optional(),
})

/** A text that a person asks with again and again. */
export type SavedPrompt = z.infer<typeof savedPromptSchema>
