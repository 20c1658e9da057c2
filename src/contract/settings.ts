import { z } from 'zod'
import { defaultShortcut } from './plain/default-shortcut'
import { languages } from './plain/languages'
import { commandIds } from './plain/commands'

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

/** What can be wrong with the value of a variable. */
export const configurationProblems = [
  'no-address',
  'insecure',
  'has-user',
  'has-hash',
  'has-query',
  'too-long',
  'not-a-word',
  'not-a-redirect',
  'unclear',
] as const

/** What can be wrong with the value of a variable. */
export type ConfigurationProblem = (typeof configurationProblems)[number]

/** Where a value comes from. Secrets are never part of it: `value` is absent for them. */
export const configurationEntrySchema = z.object({
  variable: z.enum(configurationVariables),
  secret: z.boolean(),
  source: z.enum(['environment', 'dotenv', 'settings', 'none']),
  value: z.string().optional(),
})

const preferences = {
  theme: z.enum(['system', 'light', 'dark']),
  language: z.enum(['system', ...languages]),
  /** `more`: edges and text that everybody can tell from what is around them, whatever the system says. */
  contrast: z.enum(['system', 'more']),
  /** Whether the first steps are still to be shown. */
  guide: z.enum(['open', 'done']),
  /** Whether the system tells of what happens while nobody looks at the app. */
  notifications: z.enum(['on', 'off']),
  /** Whether that says what a conversation is about. */
  notificationContent: z.enum(['hidden', 'shown']),
  quickAskShortcut: z.string().min(1).max(60),
  /** The keys of commands that were chosen in place of the given ones; null takes them away. */
  shortcuts: z.partialRecord(z.enum(commandIds), z.string().min(1).max(60).nullable()),
}

/** What a person chose. A choice that can't be understood, or isn't there yet, is the one that people start with. */
export const preferencesSchema = z.object({
  theme: preferences.theme.catch('system'),
  language: preferences.language.catch('system'),
  contrast: preferences.contrast.catch('system'),
  guide: preferences.guide.catch('open'),
  quickAskShortcut: preferences.quickAskShortcut.catch(defaultShortcut),
  notifications: preferences.notifications.catch('on'),
  notificationContent: preferences.notificationContent.catch('hidden'),
  shortcuts: preferences.shortcuts.catch({}),
})

/** Some of what a person chose; the rest stays as it is. */
export const preferencesChangeSchema = z.object({
  theme: preferences.theme.exactOptional(),
  language: preferences.language.exactOptional(),
  contrast: preferences.contrast.exactOptional(),
  guide: preferences.guide.exactOptional(),
  notifications: preferences.notifications.exactOptional(),
  notificationContent: preferences.notificationContent.exactOptional(),
  quickAskShortcut: preferences.quickAskShortcut.exactOptional(),
  shortcuts: preferences.shortcuts.exactOptional(),
})

/** Everything the Settings screen shows. */
export const settingsSchema = z.object({
  preferences: preferencesSchema,
  configuration: z.array(configurationEntrySchema),
  /** Whether this computer has a keychain that secrets can be kept in. */
  keychain: z.boolean(),
  dataPath: z.string(),
  /** As the system has it, not as it was chosen once. */
  startAtLogin: z.boolean(),
})

/** One row of the configuration. */
export type ConfigurationEntry = z.infer<typeof configurationEntrySchema>
/** What a person chose. */
export type Preferences = z.infer<typeof preferencesSchema>
/** Some of what a person chose. */
export type PreferencesChange = z.infer<typeof preferencesChangeSchema>
/** Everything the Settings screen shows. */
export type Settings = z.infer<typeof settingsSchema>
