import { test as base, expect } from '@playwright/test'
import { launch, type App } from './app'
import { openBrowser, type Browser } from './browser'
import { openDisplay } from './display'
import { makePrivateFolders, type PrivateFolders } from './private-folders'

/** What a test may say about the app it starts. The user-data folder is the test's own, kept from one start to the next. */
export type AppOptions = {
  readonly environment?: Readonly<Record<string, string>>
  readonly chromiumSandbox?: boolean
  readonly args?: readonly string[]
}

type Fixtures = {
  readonly folders: PrivateFolders
  /** The person's system browser, which remembers them at the issuer. */
  readonly visitor: Browser
  /** Starts the app; starting it again in the same test finds the data of the first start. */
  readonly launchApp: (options?: AppOptions) => Promise<App>
}

/** Playwright's test with a display, a private home, a browser and the app. */
export const test = base.extend<Fixtures, { readonly display: string }>({
  display: [
    // Playwright reads a fixture's needs from this pattern.

    async ({}, use) => {
      const display = await openDisplay()
      await use(display.name)
      display.close()
    },
    { scope: 'worker' },
  ],

  folders: async ({}, use) => {
    const folders = makePrivateFolders()
    await use(folders)
    folders.remove()
  },

  visitor: async ({}, use) => {
    await use(openBrowser())
  },
  launchApp: async ({ folders, display }, use, info) => {
    const apps: App[] = []
    await use(async (options = {}) => {
      const app = await launch({ folders, display, ...options })
      apps.push(app)
      return app
    })
    const problems = apps.flatMap((app) => app.problems.found())
    const [last] = apps.filter((app) => app.isRunning())
    if (info.status !== info.expectedStatus && last !== undefined) {
      await info.attach('chat window', { body: await last.chat.screenshot(), contentType: 'image/png' })
    }
    for (const app of apps.filter((app) => app.isRunning())) await app.close()
    expect(problems, 'behind the scenes').toEqual([])
  },
})

export { expect }
