import { constants } from 'node:fs'
import { open, stat, type FileHandle } from 'node:fs/promises'
import { basename } from 'node:path'
import { app, dialog } from 'electron'
import type { Failure, FailureCode } from '../../contract/failure'
import { withHiddenNamed } from '../../contract/plain/hidden-characters'
import { err, ok, type Result } from '../../contract/result'
import { failure } from './failures'

/** A file that a person chose, and what it holds. */
export type OpenedFile = { readonly name: string; readonly bytes: Uint8Array }

/** Asks the person for a file and reads it, unless it is longer than that; null when they chose none. */
export type OpenFile = (wanted: {
  readonly extension: string
  readonly mostBytes: number
}) => Promise<Result<OpenedFile | null, Failure>>

const readAtMost = async (handle: FileHandle, most: number): Promise<Uint8Array | null> => {
  const bytes = Buffer.alloc(most + 1)
  let length = 0
  while (length < bytes.byteLength) {
    const { bytesRead } = await handle.read(bytes, length, bytes.byteLength - length)
    if (bytesRead === 0) return bytes.subarray(0, length)
    length += bytesRead
  }
  return null
}

/**
 * The bytes of a file, or why there are none. SECURITY: no more is read than may be, whatever the size that the file
 * says it has, and what is no file (a device, a pipe) is not read at all.
 */
export const readBounded = async (path: string, most: number): Promise<Result<Uint8Array, FailureCode>> => {
  try {
    const about = await stat(path)
    if (!about.isFile()) return err('import-unreadable')
    if (about.size > most) return err('import-too-large')
    const handle = await open(path, constants.O_RDONLY)
    try {
      const bytes = await readAtMost(handle, most)
      return bytes === null ? err('import-too-large') : ok(bytes)
    } finally {
      await handle.close()
    }
  } catch {
    return err('import-unreadable')
  }
}

const longestName = 200

/** Shows the system's own dialog, and reads what was chosen in it. */
export const openFile: OpenFile = async ({ extension, mostBytes }) => {
  const chosen = await dialog.showOpenDialog({
    defaultPath: app.getPath('documents'),
    filters: [{ name: extension.toUpperCase(), extensions: [extension] }],
    properties: ['openFile'],
  })
  const [path] = chosen.filePaths
  if (chosen.canceled || path === undefined) return ok(null)
  const bytes = await readBounded(path, mostBytes)
  const name = withHiddenNamed(basename(path)).slice(0, longestName)
  return bytes.ok ? ok({ name, bytes: bytes.value }) : err(failure(bytes.failure, { subject: name }))
}
