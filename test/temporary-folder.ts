import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** Gives one run of the unit tests a temporary folder of its own, and takes it away afterwards. */
export const setup = (): (() => void) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'onbehalf-unit-'))
  // Some tests run a program as another user, who has to get through.
  chmodSync(folder, 0o755)
  process.env['TMPDIR'] = folder
  return () => {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}
