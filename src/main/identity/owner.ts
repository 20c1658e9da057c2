import { createHash } from 'node:crypto'
import type { Identifier, Owner } from './identifier'

const isOwner = (text: string): text is Owner => /^[0-9a-f]{64}$/.test(text)

/** Reads the key of an owner from what was kept under the keychain; null when it is none. */
export const parseOwner = (text: string): Owner | null => (isOwner(text) ? text : null)

/** The key of what this person has on this computer. The same identifier at another issuer is somebody else. */
export const ownerOf = (issuer: string, identifier: Identifier): Owner => {
  const hash = createHash('sha256').update(`${issuer}\n${identifier}`).digest('hex')
  if (!isOwner(hash)) throw new Error('A SHA-256 hash is 64 hexadecimal digits')
  return hash
}
