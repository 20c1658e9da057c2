import { channels } from '../../contract/channels'
import type { Failure } from '../../contract/failure'
import { ok, type Result } from '../../contract/result'
import type { Preferences, PreferencesChange, Settings } from '../../contract/settings'
import { isModelVariable } from '../platform/configuration-variables'
import { describeConfiguration } from '../platform/describe-configuration'
import { failure } from '../platform/failures'
import type { LoginStart } from '../platform/login-start'
import type { SecretStore } from '../platform/secret-store'
import type { SettingsStore } from '../platform/settings'
import type { ShortcutState } from '../platform/shortcut'
import type { StoredConfiguration } from '../platform/stored-configuration'
import type { HandlersOf } from './handlers'

/** What the Settings screen reads and changes. */
export type SettingsPorts = {
  readonly dataPath: string
  readonly settings: SettingsStore
  readonly secrets: SecretStore
  readonly configuration: StoredConfiguration
  readonly setTheme: (theme: Preferences['theme']) => void
  readonly setContrast: (contrast: Preferences['contrast']) => void
  /** Tells the windows. */
  readonly setPreferences: (preferences: Preferences) => void
  readonly loginStart: LoginStart
  readonly setLanguage: (language: Preferences['language']) => void
  /** Takes the model of the configuration into use; everything else of it waits for a restart. */
  readonly useModel: () => Promise<void>
  readonly setShortcut: (accelerator: string) => ShortcutState
  readonly notice: (failure: Failure) => void
}

const describe = async (ports: SettingsPorts): Promise<Settings> => ({
  preferences: ports.settings.read().preferences,
  configuration: describeConfiguration(await ports.configuration.read()),
  keychain: await ports.secrets.available(),
  dataPath: ports.dataPath,
  startAtLogin: ports.loginStart.isOn(),
})

// Each choice takes effect by itself, at once; what was not changed is left alone. What is kept is what took effect.
const takeEffect = (ports: SettingsPorts, change: PreferencesChange): PreferencesChange => {
  if (change.theme !== undefined) ports.setTheme(change.theme)
  if (change.language !== undefined) ports.setLanguage(change.language)
  if (change.contrast !== undefined) ports.setContrast(change.contrast)
  if (change.quickAskShortcut === undefined) return change
  const { registered, wayland, accelerator } = ports.setShortcut(change.quickAskShortcut)
  if (!registered && !wayland) ports.notice(failure('shortcut-taken', { subject: accelerator }))
  return { ...change, quickAskShortcut: accelerator }
}

const savePreferences = async (ports: SettingsPorts, change: PreferencesChange): Promise<Result<Settings, Failure>> => {
  const saved = ports.settings.save({ preferences: takeEffect(ports, change) })
  ports.setPreferences(ports.settings.read().preferences)
  return saved.ok ? ok(await describe(ports)) : saved
}

/** Preferences and configuration, as the Settings screen asks for them. */
export const settingsHandlers = (
  ports: SettingsPorts,
): HandlersOf<'readSettings' | 'savePreferences' | 'saveConfiguration' | 'setStartAtLogin'> => ({
  [channels.readSettings]: async () => ok(await describe(ports)),
  [channels.savePreferences]: async (change) => await savePreferences(ports, change),
  [channels.saveConfiguration]: async ({ values }) => {
    const saved = await ports.configuration.save(values)
    if (!saved.ok) return saved
    if (Object.keys(values).every(isModelVariable)) await ports.useModel()
    return ok(await describe(ports))
  },
  [channels.setStartAtLogin]: async ({ on }) => {
    const set = ports.loginStart.set(on)
    return set.ok ? ok(await describe(ports)) : set
  },
})
