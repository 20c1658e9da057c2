import { z } from 'zod'
import { fileBounds, fileTypeOf, isPlainFileName } from './plain/file-bounds'

/** A file that is attached, without what it says. `size` is in bytes of UTF-8. */
export const attachedFileSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  mediaType: z.enum(['text/plain', 'text/markdown', 'text/csv', 'text/tab-separated-values']),
  size: z.number().int().nonnegative(),
})

/** A file as a window reads it and gives it over. `id` is made by the window, so that a repeated call stores it once. */
export const newFileSchema = z.object({
  id: z.uuid(),
  name: z
    .string()
    .refine(isPlainFileName)
    .refine((name) => fileTypeOf(name) !== undefined),
  text: z
    .string()
    .max(fileBounds.bytes)
    .refine((text) => !/[\0\p{Surrogate}]/u.test(text)),
})

/** A file that is attached, without what it says. */
export type AttachedFile = z.infer<typeof attachedFileSchema>
/** A file as a window gives it over. */
export type NewFile = z.infer<typeof newFileSchema>
