import { z } from 'zod'

const wireJsonSchema = z.record(z.string(), z.json())

/** A copy of a JSON object in the type that the descriptors take. */
export const wireJson = (value: unknown): z.infer<typeof wireJsonSchema> => wireJsonSchema.parse(value)
