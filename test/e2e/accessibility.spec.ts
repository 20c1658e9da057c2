import type { Page } from '@playwright/test'
import { findWindow } from './harness/app'
import { expectNoFindings } from './harness/axe'
import { expect, test } from './harness/fixtures'
import { tabTo } from './harness/keyboard'
import { samples } from './harness/samples'
import * as steps from './harness/steps'
import { resizeChat, toWindow, useTheme, zoomTo } from './harness/windows'

const themes = ['light', 'dark'] as const
const views = ['Chat', 'Connections', 'Activity', 'Settings'] as const

const expectNoSidewaysScroll = async (page: Page, screen: string): Promise<void> => {
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(overflow, screen).toBeLessThanOrEqual(0)
}

for (const theme of themes) {
  test(`axe finds nothing on any screen in ${theme}`, async ({ launchApp, visitor }) => {
    const app = await launchApp()
    await useTheme(app.electron, theme)
    await expect(steps.button(app.chat, 'Sign in')).toBeVisible()
    await expectNoFindings(app.chat, 'signed out')
    await steps.signIn(app, visitor, samples.first.name)
    await steps.connect(app, visitor, { provider: 'Monday.com' })
    await steps.goTo(app.chat, 'Chat')
    await expectNoFindings(app.chat, 'empty chat')
    await steps.ask(app.chat, samples.create)
    await expect(steps.approvals(app.chat)).toHaveCount(1)
    await expectNoFindings(app.chat, 'approval')
    await steps.button(app.chat, 'Approve').click()
    await expect(steps.approvals(app.chat)).toHaveCount(0)
    await expect(steps.button(app.chat, 'Stop')).toHaveCount(0)
    for (const view of views) {
      await steps.goTo(app.chat, view)
      await expectNoFindings(app.chat, view)
    }
    const quick = await findWindow(app.electron, 'quick-ask')
    await toWindow(app.electron, 'quick-ask', 'show')
    await expectNoFindings(quick, 'quick ask')
  })
}

test('axe finds nothing on the set-up screen, which works at 200 %', async ({ launchApp }) => {
  const app = await launchApp({ environment: { ONBEHALF_ISSUER: 'https://id.example.com' } })
  await expect(app.chat.getByText('SCALEKIT_CLIENT_SECRET').first()).toBeVisible()
  await expectNoFindings(app.chat, 'incomplete')
  await zoomTo(app.electron, 2)
  await expectNoSidewaysScroll(app.chat, 'incomplete')
})

test('nothing scrolls sideways at 200 %', async ({ launchApp, visitor }) => {
  const app = await launchApp()
  await resizeChat(app.electron, 1280, 800)
  await zoomTo(app.electron, 2)
  await expectNoSidewaysScroll(app.chat, 'signed out')
  await steps.signIn(app, visitor, samples.first.name)
  await steps.connect(app, visitor, { provider: 'Monday.com' })
  await steps.goTo(app.chat, 'Chat')
  await steps.ask(app.chat, samples.create)
  await expect(steps.approvals(app.chat)).toHaveCount(1)
  for (const view of views) {
    await steps.goTo(app.chat, view)
    await expectNoSidewaysScroll(app.chat, view)
  }
})

test('the whole journey works from the keyboard alone', async ({ launchApp, visitor }) => {
  const app = await launchApp()
  const press = async (name: string): Promise<void> => {
    await tabTo(app.chat, steps.button(app.chat, name).first())
    await app.chat.keyboard.press('Enter')
  }
  await press('Sign in')
  const signedIn = await visitor.visit(await app.openedUrl(), [samples.first.name, 'Continue', 'Allow'])
  await app.deliver(signedIn.kind === 'link' ? signedIn.link : '')
  await press('Connections')
  await press('Connect Monday.com')
  const consented = await visitor.visit(await app.openedUrl(), ['Allow'])
  await app.deliver(consented.kind === 'link' ? consented.link : '')
  await steps.expectStatus(app.chat, 'Monday.com', 'Connected')
  await press('Chat')
  await tabTo(app.chat, steps.messageBox(app.chat))
  await app.chat.keyboard.type("Create an item 'By keyboard' on the Marketing board")
  await app.chat.keyboard.press('Enter')
  await expect(steps.approvals(app.chat)).toHaveCount(1)
  await press('Approve')
  await expect(steps.approvals(app.chat)).toHaveCount(0)
  await expect(steps.conversation(app.chat)).toContainText(/\b\d{6,}\b/)
})

test('in a narrow window Escape closes the list of conversations', async ({ launchApp, visitor }) => {
  const app = await launchApp()
  await resizeChat(app.electron, 520, 700)
  await steps.signIn(app, visitor, samples.first.name)
  await steps.button(app.chat, 'Conversations').click()
  await expect(steps.messageBox(app.chat)).toBeHidden()
  await app.chat.keyboard.press('Escape')
  await expect(steps.messageBox(app.chat)).toBeVisible()
})
