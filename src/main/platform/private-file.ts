import { mkdirSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { writeFileSync as writeAtomically } from 'atomically'

/** The text of a file, or null when there is none. Throws when there is one that can't be read. */
export const readIfThere = (path: string): string | null => {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}

/** Writes a file that only this user can read: whole or not at all. Throws when the disk refuses. */
export const writePrivately = (path: string, content: string | Uint8Array): void => {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  writeAtomically(path, typeof content === 'string' ? content : Buffer.from(content), { mode: 0o600, chown: false })
}
