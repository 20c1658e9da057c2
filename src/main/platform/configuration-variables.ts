import { z } from 'zod'
import type { ConfigurationProblem, ConfigurationVariable } from '../../contract/settings'

/** The variables that must never be shown, logged or written in the clear. */
export const secretVariables = ['SCALEKIT_CLIENT_SECRET', 'OPENAI_API_KEY'] as const

/** The variables that may be shown and written in the clear. */
export const plainVariables = [
  'SCALEKIT_ENV_URL',
  'SCALEKIT_CLIENT_ID',
  'ONBEHALF_ISSUER',
  'ONBEHALF_CLIENT_ID',
  'ONBEHALF_SESSION_URL',
  'ONBEHALF_IDENTIFIER_CLAIM',
  'ONBEHALF_VERIFY_URL',
  'ONBEHALF_REDIRECT',
  'OPENAI_BASE_URL',
  'OPENAI_MODEL',
] as const satisfies readonly Exclude<ConfigurationVariable, (typeof secretVariables)[number]>[]

/** Whether a variable holds a secret. */
export const isSecretVariable = (variable: ConfigurationVariable): boolean =>
  secretVariables.some((secret) => secret === variable)

const loopbackHosts: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]'])

/** Whether a URL leads to this computer itself, so that http is as good as https. */
export const isLoopback = (url: URL): boolean => loopbackHosts.has(url.hostname)

// SECURITY: reasons are shown and logged as codes; none of them repeats the value, which may be a secret in the wrong place.
const problemWith = (url: URL): ConfigurationProblem | null => {
  if (!['http:', 'https:'].includes(url.protocol)) return 'no-address'
  if (url.protocol === 'http:' && !isLoopback(url)) return 'insecure'
  if (url.username !== '' || url.password !== '') return 'has-user'
  return url.hash === '' ? null : 'has-hash'
}

const url = z
  .string()
  .refine((text) => URL.canParse(text), { error: 'no-address', abort: true })
  .transform((text) => new URL(text))
  .superRefine((parsed, context) => {
    const problem = problemWith(parsed)
    if (problem !== null) context.addIssue({ code: 'custom', message: problem })
  })

/** An address without a query: what paths are appended to. */
const base = url.refine((parsed) => parsed.search === '', 'has-query')

const word = z
  .string()
  .max(4000, 'too-long')
  .regex(/^[\x21-\x7e]+$/, 'not-a-word')

/** How the variables of the model are parsed. */
export const modelVariablesSchema = z.object({
  OPENAI_API_KEY: word.optional(),
  OPENAI_BASE_URL: base.optional(),
  OPENAI_MODEL: word.default('gpt-4o'),
})

/** Whether a variable is one of the model's. */
export const isModelVariable = (name: string): boolean => name in modelVariablesSchema.shape

/** How all variables are parsed when the app is to work with real services. */
export const allVariablesSchema = modelVariablesSchema.extend({
  SCALEKIT_ENV_URL: base,
  SCALEKIT_CLIENT_ID: word,
  SCALEKIT_CLIENT_SECRET: word,
  ONBEHALF_ISSUER: base,
  ONBEHALF_CLIENT_ID: word,
  ONBEHALF_SESSION_URL: url.optional(),
  ONBEHALF_IDENTIFIER_CLAIM: word.default('sub'),
  ONBEHALF_VERIFY_URL: url.optional(),
  ONBEHALF_REDIRECT: z.enum(['scheme', 'loopback'], 'not-a-redirect').default('scheme'),
} satisfies Partial<Record<ConfigurationVariable, z.ZodType>>)
