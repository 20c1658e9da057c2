import { safeStorage } from 'electron'
import type { SafeStorage } from './safe-storage'

/** Electron's safeStorage. Its methods may block until the keychain's dialog is answered. */
export const electronSafeStorage: SafeStorage = {
  isEncryptionAvailable: () => safeStorage.isEncryptionAvailable(),
  encryptString: (text) => safeStorage.encryptString(text),
  decryptString: (encrypted) => safeStorage.decryptString(encrypted),
  // Electron has this method on Linux only; elsewhere there is one keychain.
  getSelectedStorageBackend: () => (process.platform === 'linux' ? safeStorage.getSelectedStorageBackend() : 'system'),
}
