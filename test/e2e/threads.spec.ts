import type { Locator, Page } from '@playwright/test'
import { expectNoFindings } from './harness/axe'
import { callBridge } from './harness/bridge'
import { expect, test } from './harness/fixtures'
import { samples } from './harness/samples'
import * as steps from './harness/steps'

const list = (page: Page): Locator => page.getByRole('navigation', { name: 'Conversations' })
const row = (page: Page, title: string): Locator => list(page).getByRole('button', { name: title, exact: true })
const group = (page: Page, name: string): Locator => list(page).getByRole('region', { name, exact: true })

const choose = async (page: Page, title: string, action: string): Promise<void> => {
  await steps.button(page, `Options for “${title}”`).click()
  await page.getByRole('menuitem', { name: action }).click()
}

const askAnew = async (page: Page, text: string): Promise<void> => {
  await steps.button(page, 'New chat').click()
  await steps.ask(page, text)
  await expect(steps.conversation(page)).toContainText(text)
  await expect(steps.button(page, 'Stop')).toHaveCount(0)
}

test('conversations are named, pinned, put away, deleted and had back, by keyboard as well', async ({
  launchApp,
  visitor,
}) => {
  const app = await launchApp()
  const { chat } = app
  await steps.signIn(app, visitor, samples.first.name)
  await askAnew(chat, 'please tell me about the autumn newsletter.')
  await askAnew(chat, 'What is an approval?')

  await test.step('the model names them after the first answer', async () => {
    await expect(group(chat, 'Today')).toBeVisible()
    await expect(row(chat, 'Tell me about the autumn newsletter')).toBeVisible()
  })
  await test.step('F2 names one, and the name stays', async () => {
    await row(chat, 'Tell me about the autumn newsletter').focus()
    await chat.keyboard.press('F2')
    await chat.keyboard.type('Newsletter')
    await chat.keyboard.press('Enter')
    await expect(row(chat, 'Newsletter')).toBeFocused()
  })
  await test.step('a pinned one stands above the others', async () => {
    await choose(chat, 'Newsletter', 'Pin')
    await expect(group(chat, 'Pinned').getByRole('button', { name: 'Newsletter', exact: true })).toBeVisible()
  })
  await test.step('the menu opens and closes by keyboard, and axe finds nothing in it', async () => {
    const more = steps.button(chat, 'Options for “Newsletter”')
    await more.focus()
    await chat.keyboard.press('Enter')
    await expect(chat.getByRole('menu')).toBeFocused()
    await chat.keyboard.press('ArrowDown')
    await expect(chat.getByRole('menuitem', { name: /^Rename/ })).toBeFocused()
    await expectNoFindings(chat, 'the menu of a conversation')
    await chat.keyboard.press('Escape')
    await expect(more).toBeFocused()
  })
  await test.step('an archived one is put away and restored', async () => {
    await choose(chat, 'Newsletter', 'Archive')
    await expect(row(chat, 'Newsletter')).toHaveCount(0)
    await steps.button(chat, 'More about conversations').click()
    await chat.getByRole('menuitem', { name: 'Archived conversations' }).click()
    await choose(chat, 'Newsletter', 'Restore')
    await expect(list(chat)).toContainText('Nothing is archived.')
    await steps.button(chat, 'Back to all conversations').click()
    await expect(row(chat, 'Newsletter')).toBeVisible()
  })
  await test.step('a deleted one is had back', async () => {
    await row(chat, 'Newsletter').focus()
    await chat.keyboard.press('Delete')
    await expect(row(chat, 'Newsletter')).toHaveCount(0)
    await expect(chat.getByRole('status').filter({ hasText: '“Newsletter” was deleted.' })).toBeVisible()
    await steps.button(chat, 'Undo').click()
    await row(chat, 'Newsletter').click()
    await expect(steps.conversation(chat)).toContainText('tell me about the autumn newsletter')
  })
  await test.step('drafts of every conversation outlast the end of the process', async () => {
    await steps.messageBox(chat).fill('half a thought about newsletters')
    await row(chat, 'What is an approval').click()
    await steps.messageBox(chat).fill('half a thought about approvals')
    await steps.button(chat, 'New chat').click()
    await steps.messageBox(chat).fill('half a new thought')
    await chat.evaluate(() => {
      dispatchEvent(new Event('blur'))
    })
    await expect
      .poll(() => callBridge(chat, 'readDraft', { threadId: null }))
      .toEqual({ ok: true, value: { text: 'half a new thought' } })
    await app.kill()
    const again = await launchApp()
    await steps.signIn(again, visitor, samples.first.name)
    await expect(steps.messageBox(again.chat)).toHaveValue('half a new thought')
    await row(again.chat, 'Newsletter').click()
    await expect(steps.messageBox(again.chat)).toHaveValue('half a thought about newsletters')
    await row(again.chat, 'What is an approval').click()
    await expect(steps.messageBox(again.chat)).toHaveValue('half a thought about approvals')
  })
})
