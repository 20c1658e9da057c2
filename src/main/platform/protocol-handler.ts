import { execFile } from 'node:child_process'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { app } from 'electron'
import { deepLinkScheme } from './deep-links'
import { desktopEntryText } from './desktop-entry'
import { environment } from './environment'
import { startCommand } from './instance'

/** Whether the system hands our links to this app. */
export type ProtocolHandler = {
  /** As far as is known yet. */
  readonly isRegistered: () => boolean
  /** Once it is known. */
  readonly whenKnown: () => Promise<boolean>
  /** Asks the system once more. */
  readonly again: () => Promise<boolean>
}

const linkScheme = deepLinkScheme.replace(':', '')
const desktopFile = 'onbehalf.desktop'
const mimeType = `x-scheme-handler/${linkScheme}`
const commandLimitMs = 5000

const run = async (command: string, args: readonly string[]): Promise<string> =>
  await new Promise((resolve, reject) => {
    execFile(command, args, { timeout: commandLimitMs, encoding: 'utf8' }, (error, output) => {
      if (error === null) resolve(output)
      else reject(new Error(`${command} failed`, { cause: error }))
    })
  })

// The same association, by whichever tool the desktop has.
const associations = [
  { tool: 'xdg-mime', set: ['default', desktopFile, mimeType], query: ['query', 'default', mimeType] },
  { tool: 'gio', set: ['mime', mimeType, desktopFile], query: ['mime', mimeType] },
] as const

const associate = async (association: (typeof associations)[number]): Promise<boolean> => {
  try {
    // Set even if the answer would be ours already: xdg-mime then answers by the entry alone, which GIO takes no note of.
    await run(association.tool, association.set)
    return (await run(association.tool, association.query)).includes(desktopFile)
  } catch {
    return false
  }
}

const writeWhenDifferent = async (path: string, text: string): Promise<void> => {
  const present = await readFile(path, 'utf8').catch(() => undefined)
  if (present !== text) await writeFile(path, text)
}

const registerOnLinux = async (): Promise<boolean> => {
  const data = environment['XDG_DATA_HOME']
  const folder = join(data === undefined || data === '' ? join(homedir(), '.local', 'share') : data, 'applications')
  await mkdir(folder, { recursive: true })
  const entry = desktopEntryText({ name: app.getName(), command: startCommand(), scheme: linkScheme })
  await writeWhenDifferent(join(folder, desktopFile), entry)
  for (const association of associations) {
    if (await associate(association)) return true
  }
  return false
}

const registerElsewhere = (): boolean => {
  const [path, ...args] = startCommand()
  return app.setAsDefaultProtocolClient(linkScheme, path, args)
}

/**
 * Asks the system to hand links of our scheme to this app, once `after` has happened. Where it can't be done,
 * `isRegistered` stays false and links still arrive by every other way.
 */
export const registerProtocolHandler = (after: Promise<void>, onError: (error: unknown) => void): ProtocolHandler => {
  let registered = false
  const register = async (): Promise<boolean> => {
    await after
    try {
      registered = process.platform === 'linux' ? await registerOnLinux() : registerElsewhere()
    } catch (error) {
      onError(error)
    }
    return registered
  }
  const known = register()
  return { isRegistered: () => registered, whenKnown: async () => await known, again: register }
}
