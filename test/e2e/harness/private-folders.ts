import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A home of its own for one test, so that no run sees another's settings, keyring or data. */
export type PrivateFolders = {
  readonly home: string
  readonly userData: string
  readonly remove: () => void
}

/** Makes a private home; call `remove` when the test is over. */
export const makePrivateFolders = (): PrivateFolders => {
  const home = mkdtempSync(join(tmpdir(), 'onbehalf-e2e-'))
  const userData = join(home, 'user-data')
  for (const folder of [userData, join(home, 'run'), join(home, 'config'), join(home, 'cache'), join(home, 'data')]) {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
  }
  return {
    home,
    userData,
    remove: () => {
      rmSync(home, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
    },
  }
}

/** What the app's process gets to see of this machine: nothing of the developer's own set-up. */
export const minimalEnvironment = (home: string, display: string): Record<string, string> => ({
  PATH: process.env['PATH'] ?? '',
  LANG: 'en_US.UTF-8',
  HOME: home,
  DISPLAY: display,
  XDG_RUNTIME_DIR: join(home, 'run'),
  XDG_CONFIG_HOME: join(home, 'config'),
  XDG_CACHE_HOME: join(home, 'cache'),
  XDG_DATA_HOME: join(home, 'data'),
  XDG_SESSION_TYPE: 'x11',
  DBUS_SESSION_BUS_ADDRESS: 'disabled:',
})
