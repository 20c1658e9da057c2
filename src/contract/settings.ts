import { z } from 'zod'

/** The variables of configured mode that Settings may store, each under the same name as in the environment. */
export const configurationVariables = [
  'SCALEKIT_ENV_URL',
  'SCALEKIT_CLIENT_ID',
  'SCALEKIT_CLIENT_SECRET',
  'ONBEHALF_ISSUER',
  'ONBEHALF_CLIENT_ID',
  'ONBEHALF_SESSION_URL',
  'ONBEHALF_IDENTIFIER_CLAIM',
  'ONBEHALF_VERIFY_URL',
  'ONBEHALF_REDIRECT',
  'OPENAI_API_KEY',
  'OPENAI_BASE_URL',
  'OPENAI_MODEL',
] as const

/** The name of a configuration variable. */
export type ConfigurationVariable = (typeof configurationVariables)[number]

/** Where a value comes from. Secrets are never part of it: `value` is absent for them. */
export const configurationEntrySchema = z.object({
  variable: z.enum(configurationVariables),
  secret: z.boolean(),
  source: z.enum(['environment', 'dotenv', 'settings', 'none']),
  value: z.string().optional(),
})

/** What a person chose. */
export const preferencesSchema = z.object({
  theme: z.enum(['system', 'light', 'dark']),
  quickAskShortcut: z.string().min(1).max(60),
})

/** Everything the Settings screen shows. */
export const settingsSchema = z.object({
  preferences: preferencesSchema,
  configuration: z.array(configurationEntrySchema),
  /** Whether this computer has a keychain that secrets can be kept in. */
  keychain: z.boolean(),
  dataPath: z.string(),
})

/** One row of the configuration. */
export type ConfigurationEntry = z.infer<typeof configurationEntrySchema>
/** What a person chose. */
export type Preferences = z.infer<typeof preferencesSchema>
/** Everything the Settings screen shows. */
export type Settings = z.infer<typeof settingsSchema>
