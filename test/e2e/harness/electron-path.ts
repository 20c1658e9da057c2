import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** The folder that Electron opens as the app. */
export const projectRoot = resolve(import.meta.dirname, '../../..')

const bootstrap = join(projectRoot, 'scripts/bootstrap.mjs')

/** The Electron that the app runs on: the one asked for, else the one that `npm start` would use. */
export const electronPath = (): string => {
  const asked = process.env['ONBEHALF_ELECTRON']
  if (asked !== undefined && asked !== '') return asked
  const printed = execFileSync(process.execPath, [bootstrap, '--print-electron'], {
    cwd: projectRoot,
    encoding: 'utf8',
  })
  const path = printed.trim()
  if (!existsSync(path)) throw new Error(`The bootstrap names an Electron that is not there: ${path}`)
  return path
}
