import { join } from 'node:path'
import type { Failure } from '../../contract/failure'
import { err, ok, type Result } from '../../contract/result'
import type { Clock } from './clock'
import { failure } from './failures'
import { readIfThere, writePrivately } from './private-file'
import type { SafeStorage } from './safe-storage'
import { newSealed, open, parseSealed, seal, unlock, type SealedSecrets } from './sealed-secrets'
import { setAside } from './set-aside'

/** Secrets at rest under the keychain of this user on this computer; nothing at all where there is none. */
export type SecretStore = {
  /** Whether there is a keychain to keep secrets under. */
  readonly available: () => Promise<boolean>
  /** The secret of that name, or null: none stored, no keychain, or a file that no longer opens. */
  readonly read: (name: string) => Promise<string | null>
  /** Stores a secret. Fails with `keychain-unavailable` or `not-saved`; then nothing was written. */
  readonly write: (name: string, text: string) => Promise<Result<null, Failure>>
  /** Forgets a secret, keychain or not. */
  readonly remove: (name: string) => Promise<Result<null, Failure>>
}

/** What a secret store is made of. */
export type SecretStoreOptions = {
  readonly directory: string
  readonly safeStorage: SafeStorage
  readonly clock: Pick<Clock, 'now'>
  readonly report: (failure: Failure) => void
  /** Resolves once a window is shown: a locked keychain blocks the main process until its dialog is answered. */
  readonly windowShown: Promise<void>
}

const fileName = 'secrets.json'

type Unlocked = { readonly sealed: SealedSecrets; readonly key: Buffer }

// SECURITY: basic_text is encryption with a key that everyone knows.
// https://www.electronjs.org/docs/latest/api/safe-storage
const hasKeychain = (safeStorage: SafeStorage): boolean =>
  safeStorage.isEncryptionAvailable() && safeStorage.getSelectedStorageBackend() !== 'basic_text'

/** The file behind the store: read whole, written whole, kept under another name when it can't be understood. */
const openFile = ({ directory, safeStorage, clock, report }: SecretStoreOptions) => {
  const path = join(directory, fileName)
  // False once there is a file that can neither be read nor moved: it is not overwritten.
  let writable = true

  const drop = (): null => {
    const aside = setAside(path, 'settings-unreadable', clock)
    writable = aside.kept
    report(aside.failure)
    return null
  }

  const load = (): SealedSecrets | null => {
    try {
      const text = readIfThere(path)
      return text === null ? null : parseSealed(text)
    } catch {
      return drop()
    }
  }

  const loadUnlocked = (): Unlocked | null => {
    const sealed = load()
    if (sealed === null) return null
    const key = sealed.backend === safeStorage.getSelectedStorageBackend() ? unlock(sealed, safeStorage) : null
    return key === null ? drop() : { sealed, key }
  }

  const save = (sealed: SealedSecrets): Result<null, Failure> => {
    try {
      if (!writable) return err(failure('not-saved', { subject: fileName }))
      writePrivately(path, JSON.stringify(sealed))
      return ok(null)
    } catch {
      return err(failure('not-saved', { subject: fileName }))
    }
  }

  return { drop, load, loadUnlocked, save }
}

/**
 * Opens `secrets.json` in the directory, at the first call after a window is shown. A file that was tampered with,
 * or sealed under another keychain, is kept under another name and counts as empty: sign in again, never a crash.
 */
export const createSecretStore = (options: SecretStoreOptions): SecretStore => {
  const { safeStorage, windowShown } = options
  const file = openFile(options)
  return {
    available: async () => {
      await windowShown
      return hasKeychain(safeStorage)
    },
    read: async (name) => {
      await windowShown
      const unlocked = hasKeychain(safeStorage) ? file.loadUnlocked() : null
      const value = unlocked?.sealed.values[name]
      return unlocked === null || value === undefined ? null : (open(unlocked.key, name, value) ?? file.drop())
    },
    write: async (name, text) => {
      await windowShown
      const unlocked = hasKeychain(safeStorage) ? (file.loadUnlocked() ?? newSealed(safeStorage)) : null
      if (unlocked === null) return err(failure('keychain-unavailable'))
      const { sealed, key } = unlocked
      return file.save({ ...sealed, values: { ...sealed.values, [name]: seal(key, name, text) } })
    },
    remove: async (name) => {
      await windowShown
      const sealed = file.load()
      if (sealed === null || !(name in sealed.values)) return ok(null)
      const kept = Object.entries(sealed.values).filter(([other]) => other !== name)
      return file.save({ ...sealed, values: Object.fromEntries(kept) })
    },
  }
}
