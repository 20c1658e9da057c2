import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { expect } from '@playwright/test'
import { minimalEnvironment, type PrivateFolders } from './private-folders'

/** A session bus of one test with an unlocked keyring on it, as a GNOME session has one. */
export type Keyring = {
  /** The variables by which the app finds it; a GNOME session sets the same. */
  readonly environment: Readonly<Record<string, string>>
  readonly close: () => Promise<void>
}

const start = (program: string, args: readonly string[], env: Readonly<Record<string, string>>): ChildProcess =>
  spawn(program, args, { env, stdio: ['pipe', 'pipe', 'ignore'] })

const firstLine = async (child: ChildProcess): Promise<string> => {
  if (!(child.stdout instanceof Readable)) throw new Error(`${child.spawnfile} says nothing`)
  for await (const line of createInterface({ input: child.stdout })) return line
  throw new Error(`${child.spawnfile} ended without a word`)
}

const end = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill()
  await ended
}

const question = ['/', 'org.freedesktop.DBus.NameHasOwner', 'string:org.freedesktop.secrets']

/** Whether somebody on the bus keeps secrets. */
const keepsSecrets = (address: string): boolean =>
  execFileSync('dbus-send', [`--bus=${address}`, '--dest=org.freedesktop.DBus', '--print-reply', ...question], {
    encoding: 'utf8',
  }).includes('boolean true')

/** Starts both with everything they keep inside the private folders. The keyring's password is of no use to anyone. */
export const startKeyring = async (folders: PrivateFolders): Promise<Keyring> => {
  const env = { ...minimalEnvironment(folders.home, ''), XDG_CURRENT_DESKTOP: 'GNOME' }
  const bus = start('dbus-daemon', ['--session', '--nofork', '--print-address=1'], env)
  const address = await firstLine(bus)
  const environment = { XDG_CURRENT_DESKTOP: 'GNOME', DBUS_SESSION_BUS_ADDRESS: address }
  const options = ['--foreground', '--unlock', '--components=secrets']
  const daemon = start('gnome-keyring-daemon', options, { ...env, ...environment })
  daemon.stdin?.end('a throw-away password')
  // It takes the name once it is unlocked.
  await expect.poll(() => keepsSecrets(address), { message: 'an unlocked keyring' }).toBe(true)
  return {
    environment,
    close: async () => {
      await end(daemon)
      await end(bus)
    },
  }
}
