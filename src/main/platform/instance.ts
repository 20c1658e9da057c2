import { mkdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { app } from 'electron'

/**
 * What reaches the app from outside: its own first start, another start of it, a link that macOS hands over,
 * or the wish to see it. A start may have a link among its arguments.
 */
export type Arrival =
  | { readonly kind: 'first-start'; readonly argv: readonly string[] }
  | { readonly kind: 'second-start'; readonly argv: readonly string[] }
  | { readonly kind: 'open-url'; readonly text: string }
  | { readonly kind: 'activate' }

/** Hands over what arrived so far and whatever arrives from then on. */
export type Arrivals = { readonly listen: (listener: (arrival: Arrival) => void) => void }

/** Keeps this instance's data where `--user-data-dir` says, whatever the runtime made of the switch. Returns the folder. */
export const useDataFolder = (): string => {
  const asked = app.commandLine.getSwitchValue('user-data-dir')
  const folder = asked === '' ? app.getPath('userData') : resolve(asked)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  app.setPath('userData', folder)
  return folder
}

// The folder given with `--user-data-dir`, for whoever starts this instance again.
const givenDataFolder = (): string | undefined =>
  app.commandLine.hasSwitch('user-data-dir') ? app.getPath('userData') : undefined

/** The switch of a start by the system, at login: the window stays hidden until it is called. */
export const hiddenSwitch = '--hidden'

/** Whether the system started the app by itself. */
export const isStartedHidden = (): boolean =>
  process.argv.includes(hiddenSwitch) || (process.platform === 'darwin' && app.getLoginItemSettings().wasOpenedAtLogin)

/** How this very app is started again: a packaged one by itself, another by Electron and the app's folder. */
export const startCommand = (): readonly [string, ...string[]] => {
  const folder = givenDataFolder()
  return [
    process.execPath,
    ...(process.argv.includes('--no-sandbox') ? ['--no-sandbox'] : []),
    ...(app.isPackaged ? [] : [app.getAppPath()]),
    ...(folder === undefined ? [] : [`--user-data-dir=${folder}`]),
  ]
}

/** Whether this is the first instance on its data folder. If not, the first one was told what this one was started with. */
export const isOnlyInstance = (): boolean => app.requestSingleInstanceLock()

/**
 * Collects arrivals from now on, and hands them over in order once somebody listens.
 *
 * Links come in three ways: Linux and Windows start a second process with the link as an argument,
 * which Electron turns into `second-instance`; macOS sends `open-url`, also before `ready`;
 * and a start by a link has it among its own arguments.
 */
export const collectArrivals = (): Arrivals => {
  const waiting: Arrival[] = [{ kind: 'first-start', argv: process.argv }]
  let deliver = (arrival: Arrival): void => {
    waiting.push(arrival)
  }
  app.on('second-instance', (_event, argv) => {
    deliver({ kind: 'second-start', argv })
  })
  app.on('open-url', (event, text) => {
    event.preventDefault()
    deliver({ kind: 'open-url', text })
  })
  app.on('activate', () => {
    deliver({ kind: 'activate' })
  })
  return {
    listen: (listener) => {
      deliver = listener
      for (const arrival of waiting.splice(0)) listener(arrival)
    },
  }
}
