import { spawn, type ChildProcess } from 'node:child_process'
import { _electron, expect, type ElectronApplication, type Page } from '@playwright/test'
import { electronPath, projectRoot } from './electron-path'
import { minimalEnvironment, type PrivateFolders } from './private-folders'
import { watchProblems, type Problems } from './problems'
import { askMain, doInMain } from './in-main'

/** How to start the app under test. */
export type LaunchOptions = {
  readonly folders: PrivateFolders
  readonly display: string
  readonly environment?: Readonly<Record<string, string>>
  readonly chromiumSandbox?: boolean
  readonly args?: readonly string[]
}

/** A running Onbehalf, seen from outside: its windows, the pages it sent to the browser, and the links that come back. */
export type App = {
  readonly electron: ElectronApplication
  readonly userData: string
  readonly chat: Page
  readonly problems: Problems
  /** The address that the app opened in the system browser since the last call; waits for it. */
  readonly openedUrl: () => Promise<string>
  /** Every address that the app opened in the system browser so far. */
  readonly openedUrls: () => Promise<string[]>
  /** Hands a link over as a second instance would, without the time that starting one takes. */
  readonly deliver: (link: string) => Promise<void>
  /** Starts a real second instance with the link, as the desktop does, and waits for it to end. */
  readonly deliverBySecondInstance: (...args: readonly string[]) => Promise<number | null>
  readonly isRunning: () => boolean
  /** Quits as a person does; one that does not end in time is ended. */
  readonly close: () => Promise<void>
  /** Ends the process at once, as a crash or a lost battery would. */
  readonly kill: () => Promise<void>
}

const launchArguments = (options: LaunchOptions): string[] => {
  const asRoot = process.getuid?.() === 0
  return [
    projectRoot,
    `--user-data-dir=${options.folders.userData}`,
    ...(asRoot ? ['--no-sandbox'] : []),
    ...(options.args ?? []),
  ]
}

/** Replaces the system browser on Electron's own shell object with a list. */
const captureOpenedUrls = (electron: ElectronApplication): Promise<void> =>
  doInMain(() =>
    electron.evaluate(({ shell }) => {
      const opened: string[] = []
      Object.assign(globalThis, { openedUrls: opened })
      shell.openExternal = (url) => {
        opened.push(url)
        return Promise.resolve()
      }
    }),
  )

const readOpenedUrls = (electron: ElectronApplication): Promise<string[]> =>
  askMain(() =>
    electron.evaluate(() => {
      const found: unknown = Reflect.get(globalThis, 'openedUrls')
      return Array.isArray(found) ? found.map(String) : []
    }),
  )

const emitSecondInstance = (electron: ElectronApplication, link: string): Promise<void> =>
  doInMain(() =>
    electron.evaluate(({ app }, argument) => {
      app.emit(
        'second-instance',
        { preventDefault: () => undefined },
        [process.execPath, '--no-sandbox', argument],
        process.cwd(),
        null,
      )
    }, link),
  )

const runSecondInstance = (options: LaunchOptions, args: readonly string[]): Promise<number | null> =>
  new Promise((resolve, reject) => {
    const env = { ...minimalEnvironment(options.folders.home, options.display), ...options.environment }
    const child = spawn(electronPath(), [...launchArguments(options), ...args], { env, stdio: 'ignore' })
    child.once('error', reject)
    child.once('exit', resolve)
  })

/** The window that shows the chat. Windows carry their surface in the address they were loaded from. */
export const findWindow = async (electron: ElectronApplication, surface: 'chat' | 'quick-ask'): Promise<Page> => {
  const ours = (): Page | undefined =>
    electron.windows().find((page) => new RegExp(`^app:.*${surface}`).test(page.url()))
  await expect.poll(() => ours() !== undefined, { message: `the ${surface} window`, timeout: 20_000 }).toBe(true)
  const page = ours()
  if (page === undefined) throw new Error(`The ${surface} window went away`)
  return page
}

const start = (options: LaunchOptions): Promise<ElectronApplication> =>
  _electron.launch({
    executablePath: electronPath(),
    args: launchArguments(options),
    cwd: projectRoot,
    env: { ...minimalEnvironment(options.folders.home, options.display), ...options.environment },
    colorScheme: null,
    chromiumSandbox: options.chromiumSandbox ?? false,
    timeout: 30_000,
  })

/** Ends the process and its helpers, which Playwright starts as a group of their own. */
const endGroup = (child: ChildProcess): void => {
  if (child.pid === undefined || process.platform === 'win32') child.kill('SIGKILL')
  else process.kill(-child.pid, 'SIGKILL')
}

/** Starts the app and waits for its chat window. */
export const launch = async (options: LaunchOptions): Promise<App> => {
  const electron = await start(options)
  const problems = watchProblems(electron)
  const chat = await findWindow(electron, 'chat')
  await captureOpenedUrls(electron)
  const child = electron.process()
  const isRunning = (): boolean => child.exitCode === null && child.signalCode === null
  let seen = 0
  const openedUrl = async (): Promise<string> => {
    await expect
      .poll(async () => (await readOpenedUrls(electron)).length, { message: 'an address for the browser' })
      .toBeGreaterThan(seen)
    const urls = await readOpenedUrls(electron)
    seen += 1
    return urls[seen - 1] ?? ''
  }
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => {
      resolve()
    })
  })
  const kill = async (): Promise<void> => {
    endGroup(child)
    await ended
  }
  const close = async (): Promise<void> => {
    const late = setTimeout(() => {
      endGroup(child)
    }, 8_000)
    await electron.close()
    await ended
    clearTimeout(late)
  }
  return {
    electron,
    userData: options.folders.userData,
    chat,
    problems,
    openedUrl,
    openedUrls: () => readOpenedUrls(electron),
    deliver: (link) => emitSecondInstance(electron, link),
    deliverBySecondInstance: (...args) => runSecondInstance(options, args),
    isRunning,
    close,
    kill,
  }
}
