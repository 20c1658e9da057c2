import type { Locator, Page } from '@playwright/test'
import type { App } from './harness/app'
import { expectNoFindings } from './harness/axe'
import { expect, test } from './harness/fixtures'
import { samples } from './harness/samples'
import * as steps from './harness/steps'
import { useTheme } from './harness/windows'

const clipboard = (app: App): Promise<string> => app.electron.evaluate(({ clipboard: board }) => board.readText())

const lastLine = (page: Page, title: string): Locator =>
  steps.conversation(page).locator('details').filter({ hasText: title }).last()

const openLast = async (page: Page, title: string): Promise<Locator> => {
  const details = lastLine(page, title)
  await details.locator('summary').first().click()
  return details
}

const inBothThemes = async (app: App, screen: string): Promise<void> => {
  for (const theme of ['dark', 'light'] as const) {
    await useTheme(app.electron, theme)
    await expectNoFindings(app.chat, `${screen}, ${theme}`)
  }
}

test('items are read in steps, and are a table to order, to choose from, to copy and to count', async ({
  launchApp,
  visitor,
}) => {
  const app = await launchApp()
  await steps.signIn(app, visitor, samples.first.name)
  await steps.connect(app, visitor, { provider: 'Monday.com' })
  await steps.goTo(app.chat, 'Chat')
  await steps.ask(app.chat, 'How many items are in each status on the Marketing board?')
  const log = steps.conversation(app.chat)
  await expect(log).toContainText('31 items on the Marketing board')
  const summary = log.getByRole('button', { name: /^3 steps/ })

  await test.step('three steps are one line, with the time of all and of each', async () => {
    await expect(summary).toHaveAccessibleName(/^3 steps [\d.]+ sec$/)
    await expect(lastLine(app.chat, 'List items')).toBeHidden()
    await summary.click()
    await expect(log.getByRole('listitem').filter({ hasText: 'List items' })).toHaveCount(2)
    await expect(lastLine(app.chat, 'List items')).toContainText(/Done\s*[\d.]+ sec/)
  })
  const details = lastLine(app.chat, 'List items')
  const table = details.getByRole('table')
  const first = table.getByRole('row').nth(1)
  await test.step('a table has the columns of the board, and is ordered by any of them', async () => {
    await details.locator('summary').first().click()
    await expect(table.getByRole('columnheader')).toContainText(['#', 'ID', 'Name', 'Status', 'Owner', 'Due date'])
    await steps.button(table, 'Due date').press('Enter')
    await expect(table.getByRole('columnheader', { name: 'Due date' })).toHaveAttribute('aria-sort', 'ascending')
    await expect(first).toContainText('Influencer short list')
    await steps.button(table, 'Due date').press('Enter')
    await expect(first).toContainText('Old blog clean-up')
  })
  await test.step('columns are chosen by keyboard, and the copy has those', async () => {
    await steps.button(details, 'Columns').press('Enter')
    await details.getByRole('checkbox', { name: 'ID', exact: true }).press('Space')
    await expect(table.getByRole('columnheader', { name: 'ID', exact: true })).toHaveCount(0)
    await expectNoFindings(app.chat, 'choosing columns')
    await app.chat.keyboard.press('Escape')
    await expect(steps.button(details, 'Columns')).toBeFocused()
    await steps.button(details, 'Copy as CSV').click()
    await expect(details).toContainText('11 rows are in the clipboard.')
    const lines = (await clipboard(app)).trimEnd().split('\r\n')
    expect(lines).toHaveLength(12)
    expect(lines[0]).toMatch(/^name,Status,Owner,Due date,Priority/)
    expect(lines[1]).toMatch(/^Old blog clean-up,Not started,Mira Petrov,\d{4}-\d{2}-\d{2},Low/)
  })
  await test.step('a chart counts the rows by a column', async () => {
    await steps.button(details, 'Chart').click()
    await expect(table.getByRole('row', { name: /^Not started/ })).toContainText(/\d+\s*\d+\s?%/)
    await details.getByLabel('Group by').selectOption({ label: 'Owner' })
    await expect(table.getByRole('row', { name: /^Mira Petrov/ })).toBeVisible()
    await inBothThemes(app, 'a chart')
  })
  await test.step('word for word it is one click away', async () => {
    await steps.button(details, 'Raw JSON').click()
    await expect(details.getByRole('group', { name: 'What came back' })).toContainText('"column_values"')
    await steps.button(details, 'Copy JSON').click()
    await expect.poll(() => clipboard(app)).toContain('"column_values"')
  })
})

test('conversations are a thread to read, contacts are cards, and none of it loads anything', async ({
  launchApp,
  visitor,
}) => {
  const app = await launchApp()
  await steps.signIn(app, visitor, samples.first.name)
  await steps.connect(app, visitor, { provider: 'Intercom' })
  await steps.goTo(app.chat, 'Chat')
  const log = steps.conversation(app.chat)
  await test.step('who said what, and what nobody outside sees', async () => {
    await steps.ask(app.chat, 'Summarise the latest conversation from tomas.novak@example.com')
    await expect(log).toContainText(/is (?:open|closed|snoozed), with \d+ messages/)
    const details = await openLast(app.chat, 'Retrieve')
    const thread = details.getByRole('group', { name: 'What came back' })
    await expect(thread.getByRole('listitem').first()).toContainText(/Tom\S+ Nov\S+\s*Customer/)
    await expect(thread.getByRole('listitem').filter({ hasText: 'Our team' }).first()).toBeVisible()
    await expect(thread.getByRole('listitem').filter({ hasText: 'Internal note' }).first()).toBeVisible()
    await inBothThemes(app, 'a conversation')
  })
  await test.step('people as cards', async () => {
    await steps.ask(app.chat, 'List the contacts')
    await expect(log).toContainText('The first contacts:')
    const details = await openLast(app.chat, 'List contacts')
    const card = details.getByRole('listitem').filter({ hasText: 'lena.fischer@example.com' })
    await expect(card).toContainText(/Lena Fischer.*Last seen/)
    await expect(details.locator('img')).toHaveCount(0)
    await inBothThemes(app, 'contacts')
  })
})
