import { join } from 'node:path'
import Store from 'electron-store'
import { z } from 'zod'
import type { Failure } from '../../contract/failure'
import { err, ok, type Result } from '../../contract/result'
import { preferencesSchema, type PreferencesChange } from '../../contract/settings'
import type { Clock } from './clock'
import { plainVariables } from './configuration-variables'
import { failure } from './failures'
import { setAside } from './set-aside'

const name = 'settings'
const fileName = `${name}.json`

// What a newer version wrote beside these keys is kept when this one writes.
const storedSchema = z.looseObject({
  preferences: preferencesSchema.loose().default(preferencesSchema.parse({})),
  configuration: z.partialRecord(z.enum(plainVariables), z.string().max(4000)).default({}),
  /** What was said once and is not said again. */
  told: z.array(z.enum(['wayland'])).default([]),
})

/** What the settings file holds. Secrets are never in it. */
type StoredSettings = z.infer<typeof storedSchema>

type SettingsChange = {
  readonly preferences?: PreferencesChange
  readonly configuration?: StoredSettings['configuration']
  readonly told?: StoredSettings['told']
}

/** The settings of this user on this computer. */
export type SettingsStore = {
  readonly path: string
  readonly read: () => StoredSettings
  /**
   * Replaces the given preferences, and the other parts if there are any, and writes the file. In memory they hold
   * even when the file could not be written.
   */
  readonly save: (change: SettingsChange) => Result<StoredSettings, Failure>
}

const openFile = (directory: string): Store<StoredSettings> =>
  new Store({
    cwd: directory,
    name,
    configFileMode: 0o600,
    // What can't be understood is set aside, not emptied.
    clearInvalidConfig: false,
    deserialize: (text) => storedSchema.parse(JSON.parse(text)),
    serialize: (settings) => `${JSON.stringify(settings, null, 2)}\n`,
  })

/**
 * Opens `settings.json` in the directory. A file that can't be read or understood is kept under another name,
 * reported, and replaced by the defaults; one that can't even be moved is left alone and nothing is written.
 */
export const openSettings = (options: {
  readonly directory: string
  readonly clock: Pick<Clock, 'now'>
  readonly report: (failure: Failure) => void
}): SettingsStore => {
  const path = join(options.directory, fileName)
  let file: Store<StoredSettings> | undefined
  const open = (): StoredSettings => {
    try {
      file = openFile(options.directory)
      return storedSchema.parse(file.store)
    } catch {
      const aside = setAside(path, 'settings-unreadable', options.clock)
      file = aside.kept ? openFile(options.directory) : undefined
      options.report(aside.failure)
      return storedSchema.parse({})
    }
  }
  let current = open()
  return {
    path,
    read: () => current,
    save: (change) => {
      current = { ...current, ...change, preferences: { ...current.preferences, ...change.preferences } }
      if (file === undefined) return err(failure('not-saved', { subject: fileName }))
      try {
        file.store = current
        return ok(current)
      } catch {
        return err(failure('not-saved', { subject: fileName }))
      }
    },
  }
}
