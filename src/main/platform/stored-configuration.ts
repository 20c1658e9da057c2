import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Failure } from '../../contract/failure'
import { ok, type Result } from '../../contract/result'
import type { ConfigurationVariable } from '../../contract/settings'
import type { ConfigurationSources } from './configuration-sources'
import { plainVariables, secretVariables } from './configuration-variables'
import { readDotenv } from './dotenv'
import type { SecretStore } from './secret-store'
import type { SettingsStore } from './settings'

/** Values by the name of their variable; an empty one means "not set any more". */
export type GivenValues = Readonly<Partial<Record<ConfigurationVariable, string | undefined>>>

/** Where configuration is read from and written to. */
export type StoredConfiguration = {
  readonly dotenvPath: string
  /** Whether anything was ever stored under the keychain: a secret of the configuration, or a session. */
  readonly hasSecrets: () => boolean
  /** Reads every source anew. Waits for the keychain only when something was ever stored under it. */
  readonly read: () => Promise<ConfigurationSources>
  /** Keeps what Settings was given: secrets under the keychain, the rest in the settings file. */
  readonly save: (values: GivenValues) => Promise<Result<null, Failure>>
}

/** What stored configuration is made of. */
export type StoredConfigurationOptions = {
  readonly directory: string
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly settings: SettingsStore
  readonly secrets: SecretStore
  readonly report: (failure: Failure) => void
}

const secretName = (variable: (typeof secretVariables)[number]): string => `configuration.${variable}`

const saveSecrets = async (secrets: SecretStore, values: GivenValues): Promise<Result<null, Failure>> => {
  for (const variable of secretVariables) {
    const value = values[variable]
    if (value === undefined) continue
    const name = secretName(variable)
    const saved = value === '' ? await secrets.remove(name) : await secrets.write(name, value)
    if (!saved.ok) return saved
  }
  return ok(null)
}

const savePlain = (settings: SettingsStore, values: GivenValues): Result<null, Failure> => {
  const given = { ...settings.read().configuration, ...values }
  const kept = plainVariables.flatMap((variable) => {
    const value = given[variable]
    return value === undefined || value === '' ? [] : [[variable, value] as const]
  })
  const saved = settings.save({ configuration: Object.fromEntries(kept) })
  return saved.ok ? ok(null) : saved
}

/** Opens the configuration of a data folder. */
export const openStoredConfiguration = (options: StoredConfigurationOptions): StoredConfiguration => {
  const { directory, environment, settings, secrets, report } = options
  const dotenvPath = join(directory, '.env')
  const hasSecrets = (): boolean => existsSync(join(directory, 'secrets.json'))
  const readSecrets = async (): Promise<GivenValues> => {
    if (!hasSecrets()) return {}
    const entries = secretVariables.map(
      async (variable) => [variable, (await secrets.read(secretName(variable))) ?? undefined] as const,
    )
    return Object.fromEntries(await Promise.all(entries))
  }
  return {
    dotenvPath,
    hasSecrets,
    read: async () => {
      const dotenv = readDotenv(dotenvPath)
      if (!dotenv.ok) report(dotenv.failure)
      const stored = { ...settings.read().configuration, ...(await readSecrets()) }
      return { environment, dotenv: dotenv.ok ? dotenv.value : {}, stored }
    },
    save: async (values) => {
      const saved = await saveSecrets(secrets, values)
      return saved.ok ? savePlain(settings, values) : saved
    },
  }
}
