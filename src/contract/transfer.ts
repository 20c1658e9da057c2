import { z } from 'zod'

/** How one conversation can be written to a file. */
export const threadFormats = ['markdown', 'json'] as const

/** Where a conversation was written: the file's name, null when the person chose none. */
export const threadExportSchema = z.object({ file: z.string().nullable() })

/** The conversation that a file became; null when the person chose none. */
export const threadImportSchema = z.object({ threadId: z.string(), file: z.string() }).nullable()

/** How one conversation can be written to a file. */
export type ThreadFormat = (typeof threadFormats)[number]
/** The conversation that a file became; null when the person chose none. */
export type ThreadImport = z.infer<typeof threadImportSchema>
