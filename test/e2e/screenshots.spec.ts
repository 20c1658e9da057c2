import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { findWindow } from './harness/app'
import { expect, test } from './harness/fixtures'
import { projectRoot } from './harness/electron-path'
import { samples } from './harness/samples'
import * as steps from './harness/steps'
import { resizeChat, toWindow, useTheme } from './harness/windows'

const folder = join(projectRoot, 'docs/screenshots')

const shoot = async (page: Page, name: string): Promise<void> => {
  await page.mouse.move(0, 0)
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled', caret: 'hide' })
}

const more = [
  ['others-words', samples.reply, 1],
  ['before-after', 'Set the status of ‘Autumn newsletter’ on the Marketing board to Done', 1],
  ['review', 'Create items ‘Press kit’, ‘Launch video’ and ‘FAQ page’ on the Marketing board', 3],
] as const

for (const theme of ['light', 'dark'] as const) {
  test(`every screen in ${theme} @screenshots`, async ({ launchApp, visitor }) => {
    test.setTimeout(120_000)
    mkdirSync(folder, { recursive: true })
    const app = await launchApp()
    await useTheme(app.electron, theme)
    await resizeChat(app.electron, 1280, 800)
    await expect(steps.button(app.chat, 'Sign in')).toBeVisible()
    await shoot(app.chat, `sign-in-${theme}`)
    await steps.signIn(app, visitor, samples.first.name)
    await steps.connect(app, visitor, { provider: 'Monday.com' })
    await shoot(app.chat, `connections-${theme}`)
    await steps.connect(app, visitor, { provider: 'Intercom' })
    await steps.goTo(app.chat, 'Chat')
    await shoot(app.chat, `chat-empty-${theme}`)
    await steps.ask(app.chat, samples.create)
    await expect(steps.approvals(app.chat)).toHaveCount(1)
    await shoot(app.chat, `approval-${theme}`)
    await steps.button(app.chat, 'Approve').click()
    await expect(steps.approvals(app.chat)).toHaveCount(0)
    await expect(steps.button(app.chat, 'Stop')).toHaveCount(0)
    await steps.ask(app.chat, samples.reply)
    await expect(steps.approvals(app.chat)).toHaveCount(1)
    await steps.button(steps.approvals(app.chat), 'Approve').click()
    await expect(steps.approvals(app.chat)).toHaveCount(0)
    await expect(steps.button(app.chat, 'Stop')).toHaveCount(0)
    await shoot(app.chat, `chat-done-${theme}`)
    for (const [name, request, count] of more) {
      await steps.button(app.chat, 'New chat').click()
      await steps.ask(app.chat, request)
      await expect(steps.approvals(app.chat)).toHaveCount(count)
      await expect(steps.button(app.chat, 'Stop')).toHaveCount(0)
      const reason = app.chat.getByText(/^Asks because/)
      if (name === 'others-words') await reason.click()
      await steps.button(steps.approvals(app.chat).last(), 'Approve').scrollIntoViewIfNeeded()
      await shoot(app.chat, `${name}-${theme}`)
    }
    await steps.goTo(app.chat, 'Activity')
    await expect(app.chat.getByText('Reply to conversation').first()).toBeVisible()
    await shoot(app.chat, `activity-${theme}`)
    await steps.goTo(app.chat, 'Settings')
    await expect(steps.button(app.chat, 'Sign out')).toBeVisible()
    await shoot(app.chat, `settings-${theme}`)
    const quick = await findWindow(app.electron, 'quick-ask')
    await toWindow(app.electron, 'quick-ask', 'show')
    await quick.getByRole('textbox', { name: 'Quick ask', exact: true }).fill(samples.question)
    await quick.keyboard.press('Enter')
    await expect(quick.getByText(samples.answer).filter({ visible: true }).first()).toBeVisible()
    await shoot(quick, `quick-ask-${theme}`)
  })

  test(`the set-up screen in ${theme} @screenshots`, async ({ launchApp }) => {
    const app = await launchApp({ environment: { ONBEHALF_ISSUER: 'https://id.example.com' } })
    await useTheme(app.electron, theme)
    await resizeChat(app.electron, 1280, 800)
    await expect(app.chat.getByText('SCALEKIT_CLIENT_SECRET').first()).toBeVisible()
    await shoot(app.chat, `set-up-${theme}`)
  })
}
