import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expectNoFindings } from './harness/axe'
import { expect, test } from './harness/fixtures'
import { samples } from './harness/samples'
import * as steps from './harness/steps'
import { useTheme, windowFacts } from './harness/windows'

const views = ['Chat', 'Connections'] as const
const sections = ['Appearance', 'Start-up', 'Set-up', 'Quick ask', 'Doctor'] as const

test('high contrast is chosen, is enough for everybody on every screen, and is there at the next start', async ({
  launchApp,
  visitor,
}) => {
  const before = await launchApp()
  const { chat } = before
  const page = chat.locator('html')
  await steps.signIn(before, visitor, samples.first.name)
  await steps.openSettings(chat, 'Appearance')
  await expect(page).not.toHaveAttribute('data-contrast')
  await chat.getByText('High', { exact: true }).click()
  await expect(page).toHaveAttribute('data-contrast', 'more')
  await useTheme(before.electron, 'light')
  for (const view of views) {
    await steps.goTo(chat, view)
    await expectNoFindings(chat, view, 'enhanced')
  }
  await useTheme(before.electron, 'dark')
  for (const section of sections) {
    await steps.openSettings(chat, section)
    await expect(chat.getByRole('heading', { level: 2, name: section })).toBeVisible()
    await expectNoFindings(chat, section, 'enhanced')
  }
  await before.close()
  const app = await launchApp()
  await expect(app.chat.locator('html')).toHaveAttribute('data-contrast', 'more')
  expect(new URL(app.chat.url()).searchParams.get('contrast')).toBe('more')
})

test('starting at login is what the desktop says it is', async ({ launchApp, visitor, folders }) => {
  const entry = join(folders.home, 'config', 'autostart', 'onbehalf.desktop')
  const app = await launchApp()
  await steps.signIn(app, visitor, samples.first.name)
  await steps.openSettings(app.chat, 'Start-up')
  const start = app.chat.getByRole('switch', { name: 'Open Onbehalf when you sign in to this computer' })
  await expect(start).not.toBeChecked()
  await start.click()
  await expect(start).toBeChecked()
  expect(readFileSync(entry, 'utf8')).toMatch(/^Exec=.*--user-data-dir=.* --hidden$/m)
  writeFileSync(entry, `${readFileSync(entry, 'utf8')}Hidden=true\n`)
  await steps.goTo(app.chat, 'Chat')
  await steps.openSettings(app.chat, 'Start-up')
  await expect(start).not.toBeChecked()
  await start.click()
  await expect(start).toBeChecked()
  await start.click()
  await expect(start).not.toBeChecked()
  expect(existsSync(entry)).toBe(false)
})

test('started by the system, the window waits until it is called', async ({ launchApp }) => {
  const app = await launchApp({ args: ['--hidden'] })
  await expect(steps.button(app.chat, 'Sign in')).toBeAttached()
  expect((await windowFacts(app.electron, 'chat')).visible).toBe(false)
  expect(await app.deliverBySecondInstance()).toBe(0)
  await expect.poll(async () => (await windowFacts(app.electron, 'chat')).visible).toBe(true)
})
