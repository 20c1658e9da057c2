import { z } from 'zod'

/** What the app keeps in its folder, by kind. `set-aside`: damaged files that were moved out of the way. */
export const dataKinds = [
  'database',
  'activity-heads',
  'settings',
  'logs',
  'code-cache',
  'sandbox',
  'set-aside',
  'other',
] as const

/** How much there is of each kind, and how much more the disk takes, in bytes. */
export const dataSizesSchema = z.object({
  sizes: z.array(z.object({ kind: z.enum(dataKinds), bytes: z.number() })),
  freeBytes: z.number(),
})

/** Where everything was written: the file's name, null when the person chose none. */
export const dataExportSchema = z.object({ file: z.string().nullable() })

/** A kind of what the app keeps. */
export type DataKind = (typeof dataKinds)[number]
/** How much there is. */
export type DataSizes = z.infer<typeof dataSizesSchema>
/** Where everything was written. */
export type DataExport = z.infer<typeof dataExportSchema>
