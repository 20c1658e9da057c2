import { z } from 'zod'

/** The longest text that a link may bring, in UTF-16 code units. */
export const longestAsked = 8000

/** A question that a link brought: how it reads, and how many characters that nobody sees were taken out of it. */
export const askedSchema = z.object({
  text: z.string().min(1).max(longestAsked),
  removed: z.number().int().nonnegative(),
})

/** A question that a link brought. */
export type Asked = z.infer<typeof askedSchema>
