import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { app } from 'electron'
import type { Failure } from '../../contract/failure'
import { err, ok, type Result } from '../../contract/result'
import { autostartEntryText, isAutostartEnabled } from './desktop-entry'
import { environment } from './environment'
import { failure } from './failures'
import { hiddenSwitch, startCommand } from './instance'

/** Whether the system starts the app at login, with its window hidden. */
export type LoginStart = {
  /** As the system has it right now: people change it in the system's settings, too. */
  readonly isOn: () => boolean
  readonly set: (on: boolean) => Result<null, Failure>
}

const fileName = 'onbehalf.desktop'

const folder = (): string => {
  const given = environment['XDG_CONFIG_HOME']
  return join(given === undefined || given === '' ? join(homedir(), '.config') : given, 'autostart')
}

const byDesktopEntry = (): LoginStart => {
  const path = join(folder(), fileName)
  return {
    isOn: () => {
      try {
        return isAutostartEnabled(readFileSync(path, 'utf8'))
      } catch {
        // Not there, or nothing that the desktop could start either.
        return false
      }
    },
    set: (on) => {
      try {
        if (on) {
          mkdirSync(folder(), { recursive: true })
          writeFileSync(path, autostartEntryText({ name: app.getName(), command: [...startCommand(), hiddenSwitch] }))
        } else rmSync(path, { force: true })
        return ok(null)
      } catch {
        return err(failure('not-saved', { subject: fileName }))
      }
    },
  }
}

const byTheSystem = (): LoginStart => {
  const [path, ...args] = startCommand()
  const item = { path, args: [...args, hiddenSwitch] }
  return {
    isOn: () => app.getLoginItemSettings(item).openAtLogin,
    set: (openAtLogin) => {
      app.setLoginItemSettings({ ...item, openAtLogin })
      return ok(null)
    },
  }
}

/** Asks the desktop, or Electron where it knows how. */
export const createLoginStart = (): LoginStart => (process.platform === 'linux' ? byDesktopEntry() : byTheSystem())
