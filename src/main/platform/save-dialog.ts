import { basename, join } from 'node:path'
import { app, dialog } from 'electron'
import type { Failure } from '../../contract/failure'
import { err, ok, type Result } from '../../contract/result'
import { failure } from './failures'
import { writePrivately } from './private-file'

/** A file to be saved where the person says: `name` is proposed. `bytes` is asked once they chose a place. */
export type FileToSave = { readonly name: string; readonly extension: string } & (
  { readonly text: string } | { readonly bytes: () => Promise<Uint8Array> }
)

/** Asks the person where a file should go and writes it there; its name, or null when they chose nothing. */
export type SaveFile = (file: FileToSave) => Promise<Result<string | null, Failure>>

/** Shows the system's own dialog and writes a file that only this user can read. */
export const saveFile: SaveFile = async ({ name, extension, ...content }) => {
  const day = new Date().toISOString().slice(0, 10)
  const chosen = await dialog.showSaveDialog({
    defaultPath: join(app.getPath('documents'), `${name}-${day}.${extension}`),
    filters: [{ name: extension.toUpperCase(), extensions: [extension] }],
    properties: ['showOverwriteConfirmation', 'createDirectory'],
  })
  if (chosen.canceled || chosen.filePath === '') return ok(null)
  try {
    writePrivately(chosen.filePath, 'text' in content ? content.text : await content.bytes())
    return ok(basename(chosen.filePath))
  } catch {
    return err(failure('not-saved', { subject: basename(chosen.filePath) }))
  }
}
