import { z } from 'zod'
import { toolCallSchema } from './conversation'

/** One line of Activity: a tool call and who decided about it. Newest first. */
export const activityEntrySchema = z.object({
  call: toolCallSchema,
  decision: z.enum(['automatic', 'approved', 'edited', 'declined', 'waiting', 'withdrawn']),
  threadTitle: z.string(),
})

/** A page of Activity; `before` is the cursor of older entries. */
export const activityPageSchema = z.object({ entries: z.array(activityEntrySchema), before: z.string().optional() })

/** One line of Activity. */
export type ActivityEntry = z.infer<typeof activityEntrySchema>
/** A page of Activity. */
export type ActivityPage = z.infer<typeof activityPageSchema>
