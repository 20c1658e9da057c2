import { z } from 'zod'
import { failureSchema } from './failure'

/** What the doctor looks at, in this order. */
export const doctorChecks = [
  'shortcut',
  'deep-link',
  'keychain',
  'issuer',
  'scalekit',
  'model',
  'clock',
  'disk',
] as const

/** What one check found. `subject` is a host or an accelerator; `value` is milliseconds ahead, or bytes free. */
export const findingSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('well'), subject: z.string().optional(), value: z.number().optional() }),
  z.object({ state: z.literal('ill'), failure: failureSchema, value: z.number().optional() }),
  /** There is nothing to look at: not set up, or part of the sandbox. */
  z.object({ state: z.literal('unused') }),
])

/** One check: what it found, and how long it took in milliseconds. */
export const checkSchema = z.object({ name: z.enum(doctorChecks), finding: findingSchema, durationMs: z.number() })

/** What the doctor found. `report` is all of it as a text to send to somebody: no secret, no address of a person. */
export const examinationSchema = z.object({
  at: z.number(),
  platform: z.enum(['linux', 'darwin', 'win32', 'other']),
  checks: z.array(checkSchema),
  report: z.string(),
})

/** What the doctor looks at. */
export type DoctorCheck = (typeof doctorChecks)[number]
/** What one check found. */
export type Finding = z.infer<typeof findingSchema>
/** One check. */
export type Check = z.infer<typeof checkSchema>
/** What the doctor found. */
export type Examination = z.infer<typeof examinationSchema>
