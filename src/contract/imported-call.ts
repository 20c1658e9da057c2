import { z } from 'zod'
import { jsonObjectSchema, jsonSchema } from './json'

/** What became of a call, as a file tells it; `open`: it was not through when the file was written. */
export const importedOutcomes = ['done', 'failed', 'unknown', 'declined', 'stopped', 'withdrawn', 'open'] as const

/** A call in a conversation that came from a file: something to read, and nothing that anything can be done with. */
export const importedCallSchema = z.object({
  title: z.string().max(300),
  tool: z.string().max(300),
  providerName: z.string().max(300),
  /** Whose account it was, and in which workspace, by the names that they had. */
  account: z.string().max(300).optional(),
  workspace: z.string().max(300).optional(),
  args: jsonObjectSchema,
  outcome: z.enum(importedOutcomes),
  result: z.object({ value: jsonSchema, truncated: z.boolean() }).optional(),
  startedAt: z.number(),
  endedAt: z.number().optional(),
})

/** A call in a conversation that came from a file. */
export type ImportedCall = z.infer<typeof importedCallSchema>
