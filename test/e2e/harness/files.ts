import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** Every file below a folder. */
export const listFiles = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path, { throwIfNoEntry: false })?.isFile() === true)

/** The files below a folder in which a text occurs, in whatever format they are. */
export const filesContaining = (folder: string, text: string): string[] =>
  listFiles(folder).filter((path) => readFileSync(path).includes(text))
