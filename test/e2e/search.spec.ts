import type { Page } from '@playwright/test'
import { expectNoFindings } from './harness/axe'
import { expect, test } from './harness/fixtures'
import { samples } from './harness/samples'
import * as steps from './harness/steps'

// What is set apart in the page, by the words themselves.
const marked = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => [...(CSS.highlights.get('found-words') ?? [])].map(String))

test('everything that was said is searched while one types, and a hit is shown where it was said', async ({
  launchApp,
  visitor,
}) => {
  const app = await launchApp()
  const { chat } = app
  await steps.signIn(app, visitor, samples.first.name)
  for (const text of ['What does “zebrafinch” mean?', 'And in Zürich?', 'Something else']) {
    await steps.ask(chat, text)
    await expect(steps.conversation(chat)).toContainText(text)
    await expect(steps.button(chat, 'Stop')).toHaveCount(0)
  }
  await steps.button(chat, 'New chat').click()
  const field = chat.getByRole('combobox', { name: 'Search conversations' })
  const options = chat.getByRole('listbox', { name: 'Search results' }).getByRole('option')

  await test.step('Ctrl+Shift+F goes to the field, and words are found by their beginning without accents', async () => {
    await chat.keyboard.press('Control+Shift+F')
    await expect(field).toBeFocused()
    await chat.keyboard.type('zuri')
    await expect(options.locator('mark').first()).toHaveText('Zürich')
    await expectNoFindings(chat, 'search results')
  })
  await test.step('arrows choose and Enter goes to the message', async () => {
    await field.fill('zebra')
    await expect(options.first()).toHaveAttribute('aria-selected', 'true')
    await expect(options.nth(1)).toBeVisible()
    await chat.keyboard.press('ArrowDown')
    await expect(options.nth(1)).toHaveAttribute('aria-selected', 'true')
    const count = await options.count()
    for (let at = 2; at < count; at += 1) await chat.keyboard.press('ArrowDown')
    await chat.keyboard.press('Enter')
    await expect(steps.conversation(chat).locator('[data-message]:focus')).toContainText('zebrafinch')
    await expect.poll(() => marked(chat)).toEqual(['zebrafinch'])
    await chat.keyboard.press('End')
    await expect.poll(() => marked(chat)).toEqual([])
  })
  await test.step('Escape goes back to the list', async () => {
    await chat.keyboard.press('Control+Shift+F')
    await chat.keyboard.press('Escape')
    await expect(chat.getByRole('navigation', { name: 'Conversations' })).toBeVisible()
    await expect(field).toHaveValue('')
  })
})
