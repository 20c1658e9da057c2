import type { App } from './harness/app'
import { expectNoFindings } from './harness/axe'
import { test as base, expect } from './harness/fixtures'
import { launchRealBrowser, type RealBrowser } from './harness/real-browser'
import { samples } from './harness/samples'
import * as steps from './harness/steps'
import { waitForRegistration } from './harness/system-links'
import { useTheme } from './harness/windows'

const test = base.extend<{ readonly realBrowser: RealBrowser }>({
  realBrowser: async ({ folders, display }, use) => {
    const browser = await launchRealBrowser(folders, display)
    await use(browser)
    await browser.close()
  },
})

const openConsent = async (app: App, { page }: RealBrowser): Promise<void> => {
  await steps.goTo(app.chat, 'Connections')
  await steps.button(app.chat, 'Connect Monday.com').click()
  await page.goto(await app.openedUrl())
}

const expectNoFindingsInBoth = async ({ electron, page }: RealBrowser, screen: string): Promise<void> => {
  for (const theme of ['light', 'dark'] as const) {
    await useTheme(electron, theme)
    await expectNoFindings(page, `${screen} in ${theme}`)
  }
}

test('choose, allow, and every page hands back to the app by itself', async ({
  launchApp,
  folders,
  realBrowser: browser,
}) => {
  const app = await launchApp()
  await waitForRegistration(folders)
  await test.step('signs in', async () => {
    await steps.button(app.chat, 'Sign in').click()
    await browser.page.goto(await app.openedUrl())
    await expectNoFindingsInBoth(browser, 'the chooser')
    await steps.button(browser.page, samples.first.name).click()
    await expect(steps.messageBox(app.chat)).toBeVisible()
  })
  await test.step('connects', async () => {
    await openConsent(app, browser)
    await expectNoFindingsInBoth(browser, 'the consent page')
    await steps.button(browser.page, 'Allow').click()
    await steps.expectStatus(app.chat, 'Monday.com', 'Connected')
    expect((await browser.links()).map((link) => link.replace(/\?.*/, ''))).toEqual([
      'onbehalf://auth/callback',
      'onbehalf://connect/verify',
    ])
  })
  await test.step('the page that is left offers to finish, and then says that it is done', async () => {
    await expect(steps.button(browser.page, 'Finish here')).toBeVisible()
    await expectNoFindingsInBoth(browser, 'the verify page')
    await steps.button(browser.page, 'Finish here').click()
    await expect(browser.page.getByRole('heading', { name: 'Done, you can close this page' })).toBeVisible()
    await expectNoFindingsInBoth(browser, 'the last page')
  })
})

test('a browser that does not open links finishes on the page', async ({
  launchApp,
  folders,
  realBrowser: browser,
  visitor,
}) => {
  const app = await launchApp()
  await waitForRegistration(folders)
  await steps.signIn(app, visitor, samples.first.name)
  await browser.answerLinks('refuse')
  await openConsent(app, browser)
  await steps.button(browser.page, 'Allow').click()
  await expect.poll(async () => (await browser.links()).length, { message: 'the page tries the link' }).toBe(1)
  await steps.button(browser.page, 'Finish here').click()
  await expect(browser.page.getByText('Monday.com is connected to Onbehalf.')).toBeVisible()
  await steps.expectStatus(app.chat, 'Monday.com', 'Connected')
})

test('where the system has nobody for the links, the page finishes by itself', async ({
  launchApp,
  realBrowser: browser,
  visitor,
}) => {
  const app = await launchApp({ environment: { PATH: '/nowhere' } })
  await steps.signIn(app, visitor, samples.first.name)
  await openConsent(app, browser)
  await steps.button(browser.page, 'Allow').click()
  await expect(browser.page.getByRole('heading', { name: 'Done, you can close this page' })).toBeVisible()
  await steps.expectStatus(app.chat, 'Monday.com', 'Connected')
  expect(await browser.links()).toEqual([])
})

test('denied in the browser, the app says so', async ({ launchApp, folders, realBrowser: browser, visitor }) => {
  const app = await launchApp()
  await waitForRegistration(folders)
  await steps.signIn(app, visitor, samples.first.name)
  await openConsent(app, browser)
  await steps.button(browser.page, 'Deny').click()
  await expect(app.chat.getByText(/access was refused in the browser/).first()).toBeVisible()
  await steps.expectStatus(app.chat, 'Monday.com', 'Not connected')
})
