import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import type { SafeStorage } from '../../../src/main/platform/safe-storage'

/** A keychain that really encrypts, as safeStorage does: without authentication. */
export type FakeSafeStorage = SafeStorage & { backend: string; available: boolean; calls: number }

/** Makes a keychain with a key of its own. */
export const fakeSafeStorage = (): FakeSafeStorage => {
  const key = randomBytes(16)
  const iv = Buffer.alloc(16, 0x20)
  const storage: FakeSafeStorage = {
    backend: 'gnome_libsecret',
    available: true,
    calls: 0,
    isEncryptionAvailable: () => {
      storage.calls += 1
      return storage.available
    },
    getSelectedStorageBackend: () => {
      storage.calls += 1
      return storage.backend
    },
    encryptString: (text) => {
      const cipher = createCipheriv('aes-128-cbc', key, iv)
      return Buffer.concat([Buffer.from('v11'), cipher.update(text, 'utf8'), cipher.final()])
    },
    decryptString: (encrypted) => {
      const decipher = createDecipheriv('aes-128-cbc', key, iv)
      return Buffer.concat([decipher.update(encrypted.subarray(3)), decipher.final()]).toString('utf8')
    },
  }
  return storage
}
