import type { Locator } from '@playwright/test'
import { settingsSections } from '../../src/contract/plain/settings-sections'
import { settings as words } from '../../src/language/en/settings'
import { findWindow } from './harness/app'
import { expectNoFindings } from './harness/axe'
import { expectGoodInEveryWay, expectNoSidewaysScroll } from './harness/every-way'
import { expect, test } from './harness/fixtures'
import { tabTo } from './harness/keyboard'
import { samples } from './harness/samples'
import * as steps from './harness/steps'
import { resizeChat, toWindow, zoomTo } from './harness/windows'

// Each screen is looked at seven times.
const forAllLooksMs = 120_000

test('conversations are accessible in every theme, at 200 % and from right to left', async ({ launchApp, visitor }) => {
  test.setTimeout(forAllLooksMs)
  const app = await launchApp()
  const { chat } = app
  const log = steps.conversation(chat)
  const look = (screen: string): Promise<void> => test.step(screen, () => expectGoodInEveryWay(app, chat, screen))
  const answered = async (request: string): Promise<void> => {
    await steps.ask(chat, request)
    await expect(steps.button(chat, 'Stop')).toBeVisible()
    await expect(steps.button(chat, 'Stop')).toHaveCount(0)
  }
  const openLast = async (title: string): Promise<Locator> => {
    const details = log.locator('details').filter({ hasText: title }).last()
    await details.locator('summary').first().click()
    return details
  }
  await expect(steps.button(chat, 'Sign in')).toBeVisible()
  await look('signing in')
  await steps.signIn(app, visitor, samples.first.name)
  await look('first steps')
  await steps.connect(app, visitor, { provider: 'Monday.com' })
  await steps.connect(app, visitor, { provider: 'Intercom' })
  await look('connections')
  await steps.goTo(chat, 'Chat')
  await steps.button(chat, 'Skip').click()
  await look('an empty chat')
  await answered('How many items are in each status on the Marketing board?')
  await log.getByRole('button', { name: /^3 steps/ }).click()
  const items = await openLast('List items')
  await expect(items.getByRole('table')).toBeVisible()
  await look('a table')
  await steps.button(items, 'Chart').click()
  await look('a chart')
  await answered('List the contacts')
  const contacts = await openLast('List contacts')
  await expect(contacts.getByRole('listitem').first()).toBeVisible()
  await look('cards')
  await steps.ask(chat, samples.create)
  await expect(steps.approvals(chat)).toHaveCount(1)
  await look('an approval')
  await chat.keyboard.press('Control+K')
  await expect(chat.getByRole('dialog')).toBeVisible()
  await look('the palette')
  await chat.keyboard.press('Escape')
  await chat.getByRole('combobox', { name: 'Search conversations' }).fill('contacts')
  await expect(chat.getByRole('listbox', { name: 'Search results' }).getByRole('option').first()).toBeVisible()
  await look('search results')
})

test('every other screen is accessible in every theme, at 200 % and from right to left', async ({
  launchApp,
  visitor,
}) => {
  test.setTimeout(forAllLooksMs)
  const app = await launchApp()
  const { chat } = app
  const look = (screen: string): Promise<void> => test.step(screen, () => expectGoodInEveryWay(app, chat, screen))
  await steps.signIn(app, visitor, samples.first.name)
  for (const view of ['Prompts', 'Activity'] as const) {
    await steps.goTo(chat, view)
    await expect(chat.getByRole('heading', { level: 1, name: view })).toBeVisible()
    await look(view)
  }
  for (const section of settingsSections) {
    await steps.openSettings(chat, words.sections[section])
    await expect(chat.getByRole('heading', { level: 2, name: words.sections[section] })).toBeVisible()
    await look(`Settings, ${words.sections[section]}`)
  }
  await test.step('quick ask', async () => {
    const quick = await findWindow(app.electron, 'quick-ask')
    await toWindow(app.electron, 'quick-ask', 'show')
    await expectGoodInEveryWay(app, quick, 'quick ask')
  })
})

test('axe finds nothing on the set-up screen, which works at 200 %', async ({ launchApp }) => {
  const app = await launchApp({ environment: { ONBEHALF_ISSUER: 'https://id.example.com' } })
  await expect(app.chat.getByText('SCALEKIT_CLIENT_SECRET').first()).toBeVisible()
  await expectNoFindings(app.chat, 'incomplete')
  await zoomTo(app.electron, 2)
  await expectNoSidewaysScroll(app.chat, 'incomplete')
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
