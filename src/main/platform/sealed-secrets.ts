import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { z } from 'zod'
import type { SafeStorage } from './safe-storage'

const algorithm = 'aes-256-gcm'
const keyBytes = 32
const ivBytes = 12
const tagBytes = 16

const base64 = z.base64().max(1_000_000)

const sealedValueSchema = z.object({ iv: base64, tag: base64, data: base64 })

const sealedSecretsSchema = z.object({
  version: z.literal(1),
  /** The keychain that `key` is under. */
  backend: z.string(),
  /** The key of the values, encrypted by safeStorage. */
  key: base64,
  values: z.record(z.string(), sealedValueSchema),
})

/** One secret as it lies on disk. */
export type SealedValue = z.infer<typeof sealedValueSchema>
/** All secrets as they lie on disk. */
export type SealedSecrets = z.infer<typeof sealedSecretsSchema>

/** Parses the file. Throws when it is anything else. */
export const parseSealed = (text: string): SealedSecrets => sealedSecretsSchema.parse(JSON.parse(text))

/** No secrets yet, under a new random key; null when the keychain refuses it. */
export const newSealed = (
  safeStorage: SafeStorage,
): { readonly sealed: SealedSecrets; readonly key: Buffer } | null => {
  const key = randomBytes(keyBytes)
  try {
    const encrypted = safeStorage.encryptString(key.toString('base64')).toString('base64')
    return { key, sealed: { version: 1, backend: safeStorage.getSelectedStorageBackend(), key: encrypted, values: {} } }
  } catch {
    return null
  }
}

/** The key of the values, or null when this keychain doesn't open it. */
export const unlock = (sealed: SealedSecrets, safeStorage: SafeStorage): Buffer | null => {
  try {
    const key = Buffer.from(safeStorage.decryptString(Buffer.from(sealed.key, 'base64')), 'base64')
    return key.length === keyBytes ? key : null
  } catch {
    return null
  }
}

/**
 * Encrypts one secret. safeStorage alone would decrypt a flipped byte to garbage without a word, so the values are
 * authenticated, each together with its name, so that none can be passed off as another.
 */
export const seal = (key: Buffer, name: string, text: string): SealedValue => {
  const iv = randomBytes(ivBytes)
  const cipher = createCipheriv(algorithm, key, iv, { authTagLength: tagBytes }).setAAD(Buffer.from(name))
  const data = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return { iv: iv.toString('base64'), tag: cipher.getAuthTag().toString('base64'), data: data.toString('base64') }
}

/** Decrypts one secret, or null when anything about it was changed. */
export const open = (key: Buffer, name: string, value: SealedValue): string | null => {
  try {
    const iv = Buffer.from(value.iv, 'base64')
    const decipher = createDecipheriv(algorithm, key, iv, { authTagLength: tagBytes }).setAAD(Buffer.from(name))
    decipher.setAuthTag(Buffer.from(value.tag, 'base64'))
    return Buffer.concat([decipher.update(Buffer.from(value.data, 'base64')), decipher.final()]).toString('utf8')
  } catch {
    return null
  }
}
