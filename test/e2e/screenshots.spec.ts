import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { findWindow, type App } from './harness/app'
import type { Browser } from './harness/browser'
import { expect, test } from './harness/fixtures'
import { projectRoot } from './harness/electron-path'
import { samples } from './harness/samples'
import * as steps from './harness/steps'
import { resizeChat, toWindow, useTheme, zoomTo } from './harness/windows'

const folder = join(projectRoot, 'docs/screenshots')

const shoot = async (page: Page, name: string): Promise<void> => {
  mkdirSync(folder, { recursive: true })
  await page.mouse.move(0, 0)
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled', caret: 'hide' })
}

/** What is on the screen of a window that is zoomed, which Playwright's own picture does not follow. */
const shootWindow = async ({ electron, chat }: App, name: string): Promise<void> => {
  await chat.mouse.move(0, 0)
  const picture = await electron.evaluate(async ({ BrowserWindow }) => {
    const ours = BrowserWindow.getAllWindows().find((window) => window.webContents.getURL().includes('chat.html'))
    const image = await ours?.webContents.capturePage()
    return image?.toPNG().toString('base64') ?? ''
  })
  writeFileSync(join(folder, `${name}.png`), Buffer.from(picture, 'base64'))
}

type Theme = 'light' | 'dark'

const themes: readonly Theme[] = ['light', 'dark']

/** One screen in both themes. */
const shootBoth = async (app: App, page: Page, name: string): Promise<void> => {
  for (const theme of themes) {
    await useTheme(app.electron, theme)
    await expect
      .poll(() => page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches))
      .toBe(theme === 'dark')
    await shoot(page, `${name}-${theme}`)
  }
}

const settled = async (page: Page): Promise<void> => {
  await expect(steps.button(page, 'Stop')).toHaveCount(0)
}

const askNew = async (page: Page, text: string, cards = 0): Promise<void> => {
  await steps.button(page, 'New chat').click()
  await steps.ask(page, text)
  await expect(steps.approvals(page)).toHaveCount(cards)
  await expect(steps.conversation(page)).toContainText(text)
  await settled(page)
}

const approve = async (page: Page): Promise<void> => {
  await steps.button(steps.approvals(page), 'Approve').click()
  await expect(steps.approvals(page)).toHaveCount(0)
  await settled(page)
}

const launchWide = async (launchApp: () => Promise<App>): Promise<App> => {
  const app = await launchApp()
  await useTheme(app.electron, 'light')
  await resizeChat(app.electron, 1280, 800)
  return app
}

const connectBoth = async (app: App, visitor: Browser): Promise<void> => {
  await steps.signIn(app, visitor, samples.first.name)
  for (const provider of ['Monday.com', 'Intercom']) await steps.connect(app, visitor, { provider })
  await steps.goTo(app.chat, 'Chat')
}

const lastLine = (page: Page, title: string): Locator =>
  steps.conversation(page).locator('details').filter({ hasText: title }).last()

test.describe('pictures @screenshots', () => {
  test.beforeEach(() => {
    test.setTimeout(240_000)
  })

  test('from signing in to what was done', async ({ launchApp, visitor }) => {
    const app = await launchWide(launchApp)
    const { chat } = app
    await expect(steps.button(chat, 'Sign in')).toBeVisible()
    await shootBoth(app, chat, 'sign-in')
    await steps.signIn(app, visitor, samples.first.name)
    await expect(chat.getByRole('region', { name: 'First steps' })).toContainText('Step 2 of 3')
    await shootBoth(app, chat, 'first-run')
    await steps.connect(app, visitor, { provider: 'Monday.com' })
    await shootBoth(app, chat, 'connections')
    await steps.connect(app, visitor, { provider: 'Intercom' })
    await steps.goTo(chat, 'Chat')
    await steps.ask(chat, samples.create)
    await expect(steps.approvals(chat)).toHaveCount(1)
    await settled(chat)
    await shootBoth(app, chat, 'approval')
    await approve(chat)
    await steps.ask(chat, samples.reply)
    await expect(steps.approvals(chat)).toHaveCount(1)
    await approve(chat)
    await shootBoth(app, chat, 'chat-done')
    await steps.button(chat, 'New chat').click()
    await shootBoth(app, chat, 'chat-empty')
    await askNew(chat, samples.reply, 1)
    await chat.getByText(/^Asks because/).click()
    await shootBoth(app, chat, 'others-words')
    await askNew(chat, 'Set the status of ‘Autumn newsletter’ on the Marketing board to Done', 1)
    await shootBoth(app, chat, 'before-after')
    await askNew(chat, 'Create items ‘Press kit’, ‘Launch video’ and ‘FAQ page’ on the Marketing board', 3)
    await steps.button(steps.approvals(chat).last(), 'Approve').scrollIntoViewIfNeeded()
    await shootBoth(app, chat, 'review')
    await steps.goTo(chat, 'Activity')
    await expect(chat.getByText('Reply to conversation').first()).toBeVisible()
    await shootBoth(app, chat, 'activity')
  })

  test('what comes back', async ({ launchApp, visitor }) => {
    const app = await launchWide(launchApp)
    const { chat } = app
    await connectBoth(app, visitor)
    await askNew(chat, 'How many items are in each status on the Marketing board?')
    await steps
      .conversation(chat)
      .getByRole('button', { name: /^3 steps/ })
      .click()
    await shootBoth(app, chat, 'steps')
    const items = lastLine(chat, 'List items')
    await items.locator('summary').first().click()
    await items.scrollIntoViewIfNeeded()
    await shootBoth(app, chat, 'table')
    await steps.button(items, 'Chart').click()
    await shootBoth(app, chat, 'chart')
    await askNew(chat, 'Summarise the latest conversation from tomas.novak@example.com')
    await lastLine(chat, 'Retrieve').locator('summary').first().click()
    await shootBoth(app, chat, 'conversation')
    await askNew(chat, 'List the contacts')
    await lastLine(chat, 'List contacts').locator('summary').first().click()
    await shootBoth(app, chat, 'contacts')
    await askNew(chat, 'Show me what Markdown looks like')
    await shootBoth(app, chat, 'markdown')
  })

  test('asking by keyboard', async ({ launchApp, visitor }) => {
    const app = await launchWide(launchApp)
    const { chat } = app
    await connectBoth(app, visitor)
    await askNew(chat, samples.question)
    await askNew(chat, 'Show the latest conversations')
    await chat.keyboard.press('Control+K')
    await expect(chat.getByRole('dialog', { name: 'Command palette' })).toBeVisible()
    await shootBoth(app, chat, 'palette')
    await chat.keyboard.press('Escape')
    await chat.keyboard.press('Control+Shift+F')
    await chat.keyboard.type('bo')
    await expect(chat.getByRole('listbox', { name: 'Search results' }).getByRole('option').first()).toBeVisible()
    await shootBoth(app, chat, 'search')
    await chat.keyboard.press('Escape')
    await steps.goTo(chat, 'Prompts')
    await steps.button(chat, 'New prompt').click()
    await chat.getByLabel('Name', { exact: true }).fill('Look at a board')
    await chat.getByLabel('Text', { exact: true }).fill('What is on the {{board}} board?')
    await steps.button(chat, 'Save').click()
    await shootBoth(app, chat, 'prompts')
    await steps.goTo(chat, 'Chat')
    await steps.button(chat, 'New chat').click()
    await steps.messageBox(chat).pressSequentially('/')
    await expect(chat.getByRole('listbox').getByRole('option').first()).toBeVisible()
    await shootBoth(app, chat, 'slash')
    await steps.messageBox(chat).fill('')
    await steps.ask(chat, 'Write a long text about lighthouses')
    await expect(steps.button(chat, 'Stop')).toBeVisible()
    await steps.messageBox(chat).fill('And then list my boards')
    await chat.keyboard.press('Enter')
    await expect(chat.getByText('And then list my boards')).toBeVisible()
    await shootBoth(app, chat, 'queue')
    await steps.button(chat, 'Stop').click()
    const quick = await findWindow(app.electron, 'quick-ask')
    await toWindow(app.electron, 'quick-ask', 'show')
    await quick.getByRole('textbox', { name: 'Quick ask', exact: true }).fill(samples.question)
    await quick.keyboard.press('Enter')
    await expect(quick.getByText(samples.answer).filter({ visible: true }).first()).toBeVisible()
    await expect(steps.button(quick, 'Stop')).toHaveCount(0)
    await shootBoth(app, quick, 'quick-ask')
  })

  test('settings', async ({ launchApp, visitor }) => {
    const app = await launchWide(launchApp)
    const { chat } = app
    await steps.signIn(app, visitor, samples.first.name)
    const sections = ['You', 'Appearance', 'Notifications', 'Model', 'Quick ask', 'Keyboard', 'Data', 'Doctor'] as const
    for (const section of sections) {
      await steps.openSettings(chat, section)
      await expect(chat.getByRole('heading', { level: 2, name: section })).toBeVisible()
      if (section === 'Doctor') {
        await steps.button(chat, 'Check everything').click()
        await expect(steps.button(chat, 'Check again')).toBeVisible()
      }
      await shootBoth(app, chat, `settings-${section.toLowerCase().replace(' ', '-')}`)
    }
  })

  test('the set-up screen', async ({ launchApp }) => {
    const app = await launchApp({ environment: { ONBEHALF_ISSUER: 'https://id.example.com' } })
    await resizeChat(app.electron, 1280, 800)
    await expect(app.chat.getByText('SCALEKIT_CLIENT_SECRET').first()).toBeVisible()
    await shootBoth(app, app.chat, 'set-up')
  })

  test('narrow, wide, at 200 %, in high contrast and in German', async ({ launchApp, visitor }) => {
    const app = await launchWide(launchApp)
    const { chat, electron } = app
    await connectBoth(app, visitor)
    await askNew(chat, samples.create, 1)
    await resizeChat(electron, 520, 800)
    await shoot(chat, 'approval-narrow')
    await resizeChat(electron, 1720, 900)
    await shoot(chat, 'approval-wide')
    await resizeChat(electron, 1280, 800)
    await zoomTo(electron, 2)
    await steps.button(steps.approvals(chat), 'Approve').scrollIntoViewIfNeeded()
    await shootWindow(app, 'approval-200-percent')
    await zoomTo(electron, 1)
    await steps.openSettings(chat, 'Appearance')
    await chat.getByText('High', { exact: true }).click()
    await chat.getByRole('combobox', { name: 'Language' }).selectOption('de')
    await expect(chat.getByRole('heading', { level: 1, name: 'Einstellungen' })).toBeVisible()
    await shootBoth(app, chat, 'settings-high-contrast-german')
    await steps.button(chat, 'Chat').click()
    await shootBoth(app, chat, 'approval-high-contrast-german')
  })

  test('from right to left', async ({ launchApp, visitor }) => {
    const before = await launchWide(launchApp)
    await connectBoth(before, visitor)
    await askNew(before.chat, samples.create, 1)
    await before.close()
    const app = await launchApp({ environment: { ONBEHALF_LOCALE: 'ar-XB' } })
    await resizeChat(app.electron, 1280, 800)
    await app.chat.getByRole('button', { name: /^\[Šígñ íñ/ }).click()
    const arrival = await visitor.visit(await app.openedUrl(), [samples.first.name, /^Sign in$/, 'Continue', 'Allow'], {
      login: samples.first.name,
    })
    if (arrival.kind !== 'link') throw new Error(`Signing in ended at ${arrival.url}`)
    await app.deliver(arrival.link)
    await app.chat.getByRole('navigation').getByText('Q3 launch brief').click()
    await expect(app.chat.getByRole('log')).toContainText('Q3 launch brief')
    await shootBoth(app, app.chat, 'approval-right-to-left')
  })
})
