import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { expectNoFindings } from './harness/axe'
import { projectRoot } from './harness/electron-path'
import { test as base, expect } from './harness/fixtures'
import { launchRealBrowser, type RealBrowser } from './harness/real-browser'
import { samples } from './harness/samples'
import * as steps from './harness/steps'
import { waitForRegistration } from './harness/system-links'

const test = base.extend<{ readonly realBrowser: RealBrowser }>({
  realBrowser: async ({ folders, display }, use) => {
    const browser = await launchRealBrowser(folders, display)
    await use(browser)
    await browser.close()
  },
})

const most = { clicks: 6, seconds: 120 }

const guideOf = (page: Page): Locator => page.getByRole('region', { name: 'First steps' })

const keep = (figure: { readonly clicks: number; readonly seconds: number }): void => {
  const folder = join(projectRoot, 'test-results')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'first-run.json'), `${JSON.stringify({ ...figure, most })}\n`)
}

test('a newcomer gets from the first window to the first answer in six clicks and two minutes at most', async ({
  launchApp,
  folders,
  realBrowser: { page },
}) => {
  // It may take as long as it promises, and there is the start of two windows around it.
  test.setTimeout((most.seconds + 60) * 1000)
  const { chat, openedUrl } = await launchApp()
  await waitForRegistration(folders)
  const guide = guideOf(chat)
  let clicks = 0
  const press = async (target: Locator): Promise<void> => {
    await target.click()
    clicks += 1
  }
  const start = performance.now()
  await test.step('signs in', async () => {
    await press(steps.button(chat, 'Sign in'))
    await page.goto(await openedUrl())
    await press(steps.button(page, samples.first.name))
    await expect(guide).toContainText('Step 2 of 3')
  })
  await test.step('connects an account, in place', async () => {
    await press(steps.button(guide, 'Connect Monday.com'))
    await page.goto(await openedUrl())
    await press(steps.button(page, 'Allow'))
    await expect(guide).toContainText('Step 3 of 3')
    await expect(guide).toContainText('Monday.com is connected')
  })
  await test.step('asks', async () => {
    await press(steps.button(guide, 'List my boards'))
    await expect(steps.conversation(chat)).toContainText(samples.answer)
  })
  const seconds = Math.round((performance.now() - start) / 100) / 10
  keep({ clicks, seconds })
  expect(clicks).toBeLessThanOrEqual(most.clicks)
  expect(seconds).toBeLessThan(most.seconds)
  await test.step('and never sees the guide again', async () => {
    await steps.button(chat, 'New chat').first().click()
    await expect(steps.messageBox(chat)).toBeVisible()
    await expect(guide).toHaveCount(0)
  })
})

test('the guide goes on where it was left, and stays away once it was skipped', async ({
  launchApp,
  visitor,
  folders,
}) => {
  const before = await launchApp()
  await steps.signIn(before, visitor, samples.first.name)
  await expectNoFindings(before.chat, 'the guide')
  await steps.button(guideOf(before.chat), 'Connect Intercom').click()
  const consented = await visitor.visit(await before.openedUrl(), ['Allow'])
  await before.deliver(consented.kind === 'link' ? consented.link : '')
  await expect(guideOf(before.chat)).toContainText('Intercom is connected')
  await before.close()

  const { chat, ...app } = await launchApp()
  await steps.signIn({ chat, ...app }, visitor, samples.first.name)
  await expect(guideOf(chat)).toContainText('Step 3 of 3')
  await expect(steps.button(guideOf(chat), 'Show the latest conversations')).toBeVisible()
  await expectNoFindings(chat, 'the last step of the guide')
  await steps.button(guideOf(chat), 'Skip').click()
  await expect(guideOf(chat)).toHaveCount(0)
  expect(JSON.parse(readFileSync(join(folders.userData, 'settings.json'), 'utf8'))).toMatchObject({
    preferences: { guide: 'done' },
  })
})
