import { join } from 'node:path'
import { _electron, type ElectronApplication, type Page } from '@playwright/test'
import { electronPath } from './electron-path'
import { askMain, doInMain } from './in-main'
import { minimalEnvironment, type PrivateFolders } from './private-folders'

/** A browser that runs scripts and hands links of other schemes to the system, as the person's own would. */
export type RealBrowser = {
  readonly electron: ElectronApplication
  readonly page: Page
  /** Opens links of other schemes, or leaves them alone as a browser does whose question was answered with no. */
  readonly answerLinks: (answer: 'open' | 'refuse') => Promise<void>
  /** Links of other schemes that pages led to since `answerLinks`. */
  readonly links: () => Promise<string[]>
  readonly close: () => Promise<void>
}

const watchLinks = (electron: ElectronApplication, open: boolean): Promise<void> =>
  doInMain(() =>
    electron.evaluate(({ session }, allowed) => {
      const links: string[] = []
      Object.assign(globalThis, { links })
      session.defaultSession.setPermissionRequestHandler((...[, permission, answer, details]) => {
        const url: unknown = Reflect.get(details, 'externalURL')
        if (permission === 'openExternal') links.push(String(url))
        answer(allowed)
      })
    }, open),
  )

/** Starts it in the same home as the app, so that both see the same registrations. */
export const launchRealBrowser = async (folders: PrivateFolders, display: string): Promise<RealBrowser> => {
  const asRoot = process.getuid?.() === 0
  const folder = join(import.meta.dirname, 'browser-app')
  const electron = await _electron.launch({
    executablePath: electronPath(),
    args: [folder, `--user-data-dir=${join(folders.home, 'browser')}`, ...(asRoot ? ['--no-sandbox'] : [])],
    env: minimalEnvironment(folders.home, display),
    colorScheme: null,
  })
  await watchLinks(electron, true)
  return {
    electron,
    page: await electron.firstWindow(),
    answerLinks: (answer) => watchLinks(electron, answer === 'open'),
    links: () =>
      askMain(() =>
        electron.evaluate(() => {
          const found: unknown = Reflect.get(globalThis, 'links')
          return Array.isArray(found) ? found.map(String) : []
        }),
      ),
    close: () => electron.close(),
  }
}
