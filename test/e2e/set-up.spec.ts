import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { _electron, type ElectronApplication } from '@playwright/test'
import { findWindow } from './harness/app'
import { projectRoot } from './harness/electron-path'
import { expect, test as base } from './harness/fixtures'
import { askMain, doInMain } from './harness/in-main'
import { minimalEnvironment } from './harness/private-folders'
import { samples } from './harness/samples'
import * as steps from './harness/steps'

const printElectron = (): string =>
  execFileSync(process.execPath, [join(projectRoot, 'scripts', 'bootstrap.mjs'), '--print-electron'], {
    encoding: 'utf8',
  })

/** Started with nothing but the printed executable and the folder, as a stranger would. */
const test = base.extend<{ readonly electron: ElectronApplication }>({
  electron: async ({ folders, display }, use) => {
    const electron = await _electron.launch({
      executablePath: printElectron().trim(),
      args: ['--no-sandbox', projectRoot, `--user-data-dir=${folders.userData}`],
      env: minimalEnvironment(folders.home, display),
    })
    await use(electron)
    await electron.close()
  },
})

test('--print-electron prints the path of the executable and nothing else', () => {
  const printed = printElectron()
  expect(printed).toMatch(/^\/[^\n]+\n$/)
  expect(existsSync(printed.trim())).toBe(true)
})

const openedUrl = async (electron: ElectronApplication): Promise<string> => {
  const read = (): Promise<string> => askMain(() => electron.evaluate(() => String(Reflect.get(globalThis, 'opened'))))
  await expect.poll(read).toMatch(/^https?:/)
  return read()
}

const captureBrowser = (electron: ElectronApplication): Promise<void> =>
  doInMain(() =>
    electron.evaluate(({ shell }) => {
      Object.assign(globalThis, { opened: '' })
      shell.openExternal = (url) => {
        Object.assign(globalThis, { opened: url })
        return Promise.resolve()
      }
    }),
  )

const deliveries = {
  'second-instance': (electron: ElectronApplication, link: string): Promise<void> =>
    doInMain(() =>
      electron.evaluate(({ app }, url) => {
        app.emit('second-instance', {}, [process.execPath, url], process.cwd())
      }, link),
    ),
  'open-url': (electron: ElectronApplication, link: string): Promise<void> =>
    doInMain(() =>
      electron.evaluate(({ app }, url) => {
        app.emit('open-url', { preventDefault: () => undefined }, url)
      }, link),
    ),
} as const

for (const [event, deliver] of Object.entries(deliveries)) {
  test(`electron FOLDER starts the app, and links that come by ${event} are followed`, async ({
    electron,
    visitor,
  }) => {
    const chat = await findWindow(electron, 'chat')
    await captureBrowser(electron)
    await steps.button(chat, 'Sign in').click()
    const arrival = await visitor.visit(await openedUrl(electron), [samples.first.name])
    expect(arrival.kind).toBe('link')
    await deliver(electron, arrival.kind === 'link' ? arrival.link : '')
    await expect(steps.messageBox(chat)).toBeVisible()
  })
}
