import { z } from 'zod'

/** The longest thing that can be looked for, in UTF-16 code units. */
export const longestQuery = 300

/** A piece of a text that was found; `hit`: it is what was looked for. */
const searchPieceSchema = z.object({ text: z.string(), hit: z.boolean() })

/** A place where the words of a search stand. Without `messageId` it is the title of the thread itself. */
export const searchHitSchema = z.object({
  threadId: z.string(),
  title: z.string(),
  archived: z.boolean(),
  messageId: z.string().optional(),
  role: z.enum(['user', 'assistant']).optional(),
  /** When it was said; of a title, when something last happened in its thread. */
  at: z.number(),
  pieces: z.array(searchPieceSchema),
})

/** What a search found, newest first, titles before messages; `more`: there are others. */
export const searchResultsSchema = z.object({ hits: z.array(searchHitSchema), more: z.boolean() })

/** A piece of a text that was found. */
export type SearchPiece = z.infer<typeof searchPieceSchema>
/** A place where the words of a search stand. */
export type SearchHit = z.infer<typeof searchHitSchema>
/** What a search found. */
export type SearchResults = z.infer<typeof searchResultsSchema>
