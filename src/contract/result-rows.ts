import { z } from 'zod'
import { jsonSchema } from './json'
import { rowsAtOnce } from './plain/rows-at-once'

/** Some rows of a result that is too long to come with the conversation. */
export const resultRowsSchema = z.object({ rows: z.array(jsonSchema).max(rowsAtOnce) })

/** Some rows of a long result. */
export type ResultRows = z.infer<typeof resultRowsSchema>
