import { join } from 'node:path'
import { z } from 'zod'
import type { Failure } from '../../contract/failure'
import { err, ok, type Result } from '../../contract/result'
import { preferencesSchema } from '../../contract/settings'
import type { Clock } from './clock'
import { plainVariables } from './configuration-variables'
import { failure } from './failures'
import { readIfThere, writePrivately } from './private-file'
import { setAside } from './set-aside'

const fileName = 'settings.json'

// What a newer version wrote beside these keys is kept when this one writes.
const storedSchema = z.looseObject({
  preferences: preferencesSchema.default({ theme: 'system', quickAskShortcut: 'CommandOrControl+Shift+Space' }),
  configuration: z.partialRecord(z.enum(plainVariables), z.string().max(4000)).default({}),
})

/** What the settings file holds. Secrets are never in it. */
type StoredSettings = z.infer<typeof storedSchema>

/** The settings of this user on this computer. */
export type SettingsStore = {
  readonly path: string
  readonly read: () => StoredSettings
  /** Replaces the given parts and writes the file. In memory they hold even when the file could not be written. */
  readonly save: (
    change: Partial<Pick<StoredSettings, 'preferences' | 'configuration'>>,
  ) => Result<StoredSettings, Failure>
}

const parseStored = (text: string | null): StoredSettings => storedSchema.parse(JSON.parse(text ?? '{}'))

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
  let writable = true
  const open = (): StoredSettings => {
    try {
      return parseStored(readIfThere(path))
    } catch {
      const aside = setAside(path, 'settings-unreadable', options.clock)
      writable = aside.kept
      options.report(aside.failure)
      return parseStored(null)
    }
  }
  let current = open()
  return {
    path,
    read: () => current,
    save: (change) => {
      current = { ...current, ...change }
      if (!writable) return err(failure('not-saved', { subject: fileName }))
      try {
        writePrivately(path, `${JSON.stringify(current, null, 2)}\n`)
        return ok(current)
      } catch {
        return err(failure('not-saved', { subject: fileName }))
      }
    },
  }
}
