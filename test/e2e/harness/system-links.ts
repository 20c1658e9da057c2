import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, expect, type Page } from '@playwright/test'
import { minimalEnvironment, type PrivateFolders } from './private-folders'

/** A link that was given to the system. */
export type OpenedLink = {
  /** How the opening ended. Without a desktop xdg-open ends with the program that it started. */
  readonly ended: Promise<number | null>
  /** Ends whatever it started. */
  readonly end: () => void
}

const openers = { 'xdg-open': ['xdg-open'], GIO: ['gio', 'open'] } as const

/** Opens a link as any program on a Linux desktop does, or as those of GNOME do. */
export const openBySystem = (
  { folders, display }: { readonly folders: PrivateFolders; readonly display: string },
  link: string,
  by: keyof typeof openers = 'xdg-open',
): OpenedLink => {
  const [program, ...args] = openers[by]
  const env = minimalEnvironment(folders.home, display)
  const child = spawn(program, [...args, link], { env, stdio: 'ignore', detached: true })
  const ended = once(child, 'exit').then(([code]) => (typeof code === 'number' ? code : null))
  return {
    ended,
    end: () => {
      if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGKILL')
    },
  }
}

const readIfThere = (file: string): string => {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

/** Waits until the app has asked for its links, in the file that every desktop reads. */
export const waitForRegistration = async (folders: PrivateFolders): Promise<void> => {
  await expect
    .poll(() => readIfThere(join(folders.home, 'config', 'mimeapps.list')), { message: 'the registration' })
    .toContain('x-scheme-handler/onbehalf=onbehalf.desktop')
}

const entryOf = ({ home }: PrivateFolders): string => join(home, 'data', 'applications', 'onbehalf.desktop')

const portFile = ({ userData }: PrivateFolders): string => join(userData, 'DevToolsActivePort')

/** Adds to the command that the app registered what lets a test look into an app that it has not started itself. */
export const allowInspection = (folders: PrivateFolders): void => {
  const entry = readFileSync(entryOf(folders), 'utf8')
  writeFileSync(entryOf(folders), entry.replace(/ %u$/m, ' --remote-debugging-port=0 %u'))
  rmSync(portFile(folders), { force: true })
}

const inspectorPort = (folders: PrivateFolders): string => {
  const [port = ''] = readIfThere(portFile(folders)).split('\n')
  return port
}

/** The chat window of an app that the system has started. */
export const inspectChat = async (folders: PrivateFolders): Promise<Page> => {
  await expect.poll(() => inspectorPort(folders), { message: 'the app', timeout: 30_000 }).not.toBe('')
  const app = await chromium.connectOverCDP(`http://127.0.0.1:${inspectorPort(folders)}`)
  const pages = (): Page[] => app.contexts().flatMap((context) => context.pages())
  const chat = (): Page | undefined => pages().find((page) => page.url().includes('chat.html'))
  await expect.poll(() => chat() !== undefined, { message: 'the chat window' }).toBe(true)
  const page = chat()
  if (page === undefined) throw new Error('The chat window went away')
  return page
}
