import { readFileSync } from 'node:fs'
import { z } from 'zod'

const places = ['conversation', 'item-name', 'contact-field', 'tool-description', 'error-message'] as const

const injectionSchema = z.object({
  place: z.enum(places),
  /** What it wants: a write, by its name in a test, or to learn or to load something. */
  demand: z.enum(['reply', 'delete', 'invite', 'create', 'erase', 'wipe', 'leak', 'image']),
  encoding: z.string(),
  text: z.string(),
})

/** A text that tries to give orders. */
export type Injection = z.infer<typeof injectionSchema>

/** Texts that try to give orders, from where third parties can write. */
export const injections = (): readonly Injection[] =>
  z.array(injectionSchema).parse(JSON.parse(readFileSync(new URL('fixtures/injections.json', import.meta.url), 'utf8')))
