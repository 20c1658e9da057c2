import { z } from 'zod'
import { jsonSchema } from './json'
import { mostRowsAtOnce } from './plain/rows-at-once'

/**
 * Some rows of a result that is too long to come with the conversation: fewer than were asked for where they are long,
 * none after the last one. `shortened`: how many of them were too long to come whole.
 */
export const resultRowsSchema = z.object({
  rows: z.array(jsonSchema).max(mostRowsAtOnce),
  shortened: z.number().int().nonnegative(),
})

/** Some rows of a long result. */
export type ResultRows = z.infer<typeof resultRowsSchema>
