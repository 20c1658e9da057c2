import type { Locator, Page } from '@playwright/test'
import { expectNoFindings } from './harness/axe'
import { expect, test } from './harness/fixtures'
import { samples } from './harness/samples'
import * as steps from './harness/steps'
import { chooseInApplicationMenu, keysInApplicationMenu, resizeChat, useTheme } from './harness/windows'

const palette = (page: Page): Locator => page.getByRole('dialog', { name: 'Command palette' })
const search = (page: Page): Locator => palette(page).getByRole('combobox', { name: 'Search commands' })
const option = (page: Page, name: string | RegExp): Locator => palette(page).getByRole('option', { name })

test('the palette finds commands, conversations and connections, and keys do the same', async ({
  launchApp,
  visitor,
}) => {
  const app = await launchApp()
  const page = app.chat
  await steps.signIn(app, visitor, samples.first.name)
  await steps.ask(page, samples.question)
  await expect(steps.button(page, 'Stop')).toHaveCount(0)
  await page.keyboard.press('Control+N')
  await expect(steps.messageBox(page)).toBeFocused()
  await expect(steps.conversation(page)).toHaveCount(0)
  await test.step('opens with its field in focus; a command is chosen by a few letters', async () => {
    await page.keyboard.press('Control+K')
    await expect(search(page)).toBeFocused()
    await expect(option(page, /^New window/)).toContainText('Ctrl')
    await page.keyboard.type('settings')
    await expect(option(page, /Go to Settings/)).toHaveAttribute('data-highlighted', '')
    await page.keyboard.press('Enter')
    await expect(palette(page)).toHaveCount(0)
    await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible()
  })
  await test.step('the application menu does the same', async () => {
    await chooseInApplicationMenu(app.electron, 'go-activity')
    await expect(page.getByRole('heading', { level: 1, name: 'Activity' })).toBeVisible()
    await chooseInApplicationMenu(app.electron, 'palette')
    await expect(search(page)).toBeFocused()
    await chooseInApplicationMenu(app.electron, 'go-settings')
    await expect(palette(page)).toHaveCount(0)
    await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible()
  })
  await test.step('finds a conversation', async () => {
    await page.keyboard.press('Control+K')
    await page.keyboard.type(samples.question.split(' ').at(-1) ?? '')
    await palette(page).getByRole('option').filter({ hasText: samples.question }).click()
    await expect(steps.conversation(page)).toContainText(samples.question)
  })
  await test.step('does to the open conversation what its menu does', async () => {
    await page.keyboard.press('Control+K')
    await page.keyboard.type('rename')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('textbox', { name: /^New name of/ })).toBeFocused()
    await page.keyboard.type('Otters')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Control+K')
    await page.keyboard.type('pin this')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('region', { name: 'Pinned' })).toContainText('Otters')
    await page.keyboard.press('Control+K')
    await page.keyboard.type('copy')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('status').filter({ hasText: 'copied as Markdown' })).toBeVisible()
  })
  await test.step('goes to the search, to a section of Settings and to what was put away', async () => {
    await page.keyboard.press('Control+K')
    await page.keyboard.type('search conv')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('combobox', { name: 'Search conversations' })).toBeFocused()
    await page.keyboard.press('Control+K')
    await page.keyboard.type('settings data')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: 'Data', exact: true })).toBeVisible()
    await page.keyboard.press('Control+K')
    await page.keyboard.type('archived')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('navigation', { name: 'Conversations' })).toContainText('Nothing is archived.')
    await steps.button(page, 'Back to all conversations').click()
  })
  await test.step('starts to connect an account', async () => {
    await page.keyboard.press('Control+K')
    await page.keyboard.type('intercom')
    await page.keyboard.press('Enter')
    expect(await app.openedUrl()).toContain('127.0.0.1')
    await expect(steps.connectionRow(page, 'Intercom')).toBeVisible()
  })
  await test.step('Escape closes it and gives the focus back; a question in front is not passed by', async () => {
    await page.keyboard.press('Control+L')
    await expect(steps.messageBox(page)).toBeFocused()
    await page.keyboard.press('Control+K')
    await page.keyboard.type('zzz')
    await expect(palette(page).getByText('Nothing is called that.')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(palette(page)).toHaveCount(0)
    await expect(steps.messageBox(page)).toBeFocused()
  })
  for (const theme of ['light', 'dark'] as const) {
    await test.step(`axe finds nothing on it in ${theme}, narrow`, async () => {
      await useTheme(app.electron, theme)
      await resizeChat(app.electron, 520, 700)
      await page.keyboard.press('Control+K')
      await expect(search(page)).toBeVisible()
      await expectNoFindings(page, `palette, ${theme}`)
      await page.keyboard.press('Control+K')
      await expect(palette(page)).toHaveCount(0)
    })
  }
})

test('keys are changed in Settings, and hold in every window; windows share what happens', async ({
  launchApp,
  visitor,
}) => {
  const app = await launchApp()
  const page = app.chat
  await steps.signIn(app, visitor, samples.first.name)
  await steps.ask(page, samples.question)
  await expect(steps.button(page, 'Stop')).toHaveCount(0)
  const opened = app.electron.waitForEvent('window')
  await page.keyboard.press('Control+Shift+N')
  const second = await opened
  await test.step('the second window shows the same conversation, and follows it', async () => {
    await expect(steps.conversation(second)).toContainText(samples.question)
    await steps.ask(second, 'What can you do?')
    await expect(steps.conversation(page)).toContainText('What can you do?')
  })
  await test.step('what is typed in one window is there in the other, and gone from both once it is sent', async () => {
    await steps.messageBox(page).fill('Half a')
    await expect(steps.messageBox(second)).toHaveValue('Half a')
    await steps.messageBox(second).fill('Half a thought')
    await expect(steps.messageBox(page)).toHaveValue('Half a thought')
    await steps.button(page, 'Send').click()
    await expect(steps.conversation(second)).toContainText('Half a thought')
    await expect(steps.messageBox(second)).toHaveValue('')
    await expect(steps.button(page, 'Stop')).toHaveCount(0)
  })
  await test.step('other keys for a new chat: recorded, said, and taken from the command that had them', async () => {
    await page.keyboard.press('Control+,')
    await steps.button(page, 'Keyboard').click()
    await steps.button(page, 'Change the keys of “New chat”').click()
    await page.keyboard.press('x')
    await expect(page.getByRole('alert')).toContainText('needs Ctrl or Alt')
    await page.keyboard.press('Control+Shift+X')
    await expect(page.getByRole('alert')).toContainText('always belongs to “Stop everything”')
    await page.keyboard.press('Control+J')
    await expect(page.getByRole('alert')).toContainText('was “Next approval that waits”')
    await expectNoFindings(page, 'keyboard')
  })
  await test.step('other keys to rename a conversation: the old ones do nothing', async () => {
    await steps.button(page, 'Change the keys of “Rename this conversation”').click()
    await page.keyboard.press('F4')
    await steps.button(page, samples.question).focus()
    await page.keyboard.press('F2')
    await page.keyboard.press('F4')
    await expect(page.getByRole('textbox', { name: /^New name of/ })).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(steps.button(page, 'Change the keys of “Search conversations”')).toBeVisible()
  })
  await test.step('the application menu shows the keys that a command has now', async () => {
    await expect.poll(() => keysInApplicationMenu(app.electron, 'new-chat')).toBe('CommandOrControl+J')
  })
  await test.step('they hold in the other window, too', async () => {
    await second.keyboard.press('Control+N')
    await expect(steps.conversation(second)).toContainText(samples.question)
    await second.keyboard.press('Control+J')
    await expect(steps.conversation(second)).toHaveCount(0)
  })
  await test.step('closing the second window leaves the first', async () => {
    await second.close()
    await steps.button(page, 'Give all commands their own keys back').click()
    await page.keyboard.press('Control+N')
    await expect(steps.messageBox(page)).toBeFocused()
  })
})
