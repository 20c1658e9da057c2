import type { Locator, Page } from '@playwright/test'
import type { JsonObject } from '../../src/contract/json'
import { turnClock } from './harness/clock'
import { expect, test } from './harness/configured'
import { longestHalt, watchHalts } from './harness/halts'
import * as steps from './harness/steps'
import { useTheme, zoomTo } from './harness/windows'

const create = 'run monday_item_create {"board_id":"4400100","item_name":"Q3 launch brief"}'
const boards = (count: number): JsonObject => ({
  boards: Array.from({ length: count }, (_, index) => ({ id: String(index + 1), name: `Board ${String(index + 1)}` })),
})

const line = (page: Page, title: string | RegExp): Locator =>
  steps.conversation(page).locator('details').filter({ hasText: title }).first()

const openLine = async (page: Page, title: string | RegExp): Promise<Locator> => {
  const details = line(page, title)
  await details.locator('summary').click()
  return details
}

test('a tool that is not there leaves a line and an entry of Activity, and nothing is sent', async ({
  world,
  launchConnected,
}) => {
  const app = await launchConnected()
  await steps.ask(app.chat, 'blindly monday_launch_rocket {"board_id":"4400100"}')
  const log = steps.conversation(app.chat)
  await expect(log).toContainText('monday_launch_rocket · No such tool')
  await expect(log).toContainText('monday_launch_rocket is not among the tools that your accounts have now')
  await expect(log).toContainText('Done:')
  expect(world.scalekit.executions).toEqual([])
  await steps.goTo(app.chat, 'Activity')
  const entry = app.chat.getByRole('listitem').filter({ hasText: 'monday_launch_rocket' })
  await expect(entry).toContainText('No such tool · Not let through')
  await expect(entry).toContainText('Failed')
})

test('arguments that the schema refuses are said with the reason, and nothing is sent', async ({
  world,
  launchConnected,
}) => {
  const app = await launchConnected()
  await steps.ask(app.chat, 'blindly monday_items_list {"limit":"many"}')
  const log = steps.conversation(app.chat)
  await expect(log).toContainText('don’t fit what the tool expects, so nothing was sent')
  await expect(log).toContainText('board_id')
  await expect(log).toContainText('Done:')
  expect(world.scalekit.executions).toEqual([])
})

test('a tool that goes away while its card waits: the card says so, and nothing is sent', async ({
  world,
  launchConnected,
}) => {
  const app = await launchConnected()
  await steps.ask(app.chat, create)
  const card = steps.approvals(app.chat)
  await expect(card).toContainText('Harbour Kitchens')
  world.scalekit.withdraw('monday_item_create')
  await turnClock(app.electron, 2 * 60_000)
  await steps.button(card, 'Approve').click()
  await expect(card.getByRole('alert')).toContainText('is not among the tools that your accounts have now')
  expect(world.workplace.itemsNamed('Q3 launch brief')).toEqual([])
  expect(world.scalekit.executions.filter(({ tool }) => tool === 'monday_item_create')).toEqual([])
  await steps.button(card, 'Decline').click()
  await expect(steps.decided(app.chat)).toContainText('Declined')
})

test('10,000 rows are a table with pages, by mouse and by keyboard, and the model hears the count', async ({
  world,
  launchConnected,
}) => {
  const app = await launchConnected()
  world.scalekit.answer('monday_boards_list', boards(10_000))
  await steps.ask(app.chat, 'run monday_boards_list {}')
  await expect(steps.conversation(app.chat)).toContainText('Done:')
  expect(JSON.stringify(world.model.requests.at(-1))).toMatch(/\\"rows\\":10000,\\"shown\\":\d{2,4}\b/)
  const details = await openLine(app.chat, 'List boards')
  const table = details.getByRole('table')
  const caption = details.locator('caption')
  await expect(caption).toHaveText('10,000 rows · 1 to 25')
  await expect(table).toContainText('Board 25')
  await test.step('by mouse', async () => {
    await steps.button(details, 'Next page').click()
    await expect(caption).toHaveText('10,000 rows · 26 to 50')
    await steps.button(details, 'Last page').click()
    await expect(caption).toHaveText('10,000 rows · 9,976 to 10,000')
    await expect(table).toContainText('Board 10000')
    await expect(steps.button(details, 'Next page')).toBeDisabled()
  })
  await test.step('by keyboard', async () => {
    await steps.button(details, 'Previous page').focus()
    await app.chat.keyboard.press('Enter')
    await expect(caption).toHaveText('10,000 rows · 9,951 to 9,975')
    const page = details.getByRole('textbox', { name: 'Page', exact: true })
    await page.fill('200')
    await page.press('Enter')
    await expect(caption).toHaveText('10,000 rows · 4,976 to 5,000')
    await expect(table).toContainText('Board 5000')
  })
  await test.step('all of them are copied as CSV, not only the page', async () => {
    await steps.button(details, 'Copy as CSV').click()
    await expect(details).toContainText('10,000 rows are in the clipboard.')
    const text = await app.electron.evaluate(({ clipboard }) => clipboard.readText())
    expect(text.split('\r\n')).toHaveLength(10_002)
  })
  await test.step('all of them are ordered, not only the page', async () => {
    await steps.button(table, 'Name').click()
    await steps.button(table, 'Name').click()
    await expect(table.getByRole('columnheader', { name: 'Name' })).toHaveAttribute('aria-sort', 'descending')
    await expect(table.getByRole('row').nth(1)).toContainText('Board 10000')
    await expect(caption).toHaveText('10,000 rows · 1 to 25')
    await steps.button(table, 'Name').click()
    await expect(table.getByRole('row').nth(1)).toContainText('Board 1')
  })
  await test.step('word for word it is one click away', async () => {
    await steps.button(details, 'Raw JSON').click()
    await expect(details.getByRole('group', { name: 'What came back' })).toContainText('"name": "Board 1"')
    await steps.button(details, 'Show more').click()
    await steps.button(details, 'Table').click()
    await expect(caption).toBeVisible()
  })
  await test.step('also in the dark, at twice the size', async () => {
    await useTheme(app.electron, 'dark')
    await zoomTo(app.electron, 2)
    await details.scrollIntoViewIfNeeded()
    await steps.button(details, 'Next page').click()
    await expect(caption).toContainText('26 to 50')
    const fits = await app.chat.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)
    expect(fits).toBe(true)
    expect(await steps.conversation(app.chat).evaluate((log) => log.scrollWidth <= log.clientWidth)).toBe(true)
    await expect(steps.button(details, 'Last page')).toBeInViewport({ ratio: 1 })
  })
})

test('a result of 3 MB is shortened, says so, and the window stays responsive', async ({ world, launchConnected }) => {
  const app = await launchConnected()
  world.scalekit.answer('monday_boards_list', { id: '57', body: 'word '.repeat(600_000) })
  await watchHalts(app.chat)
  await steps.ask(app.chat, 'run monday_boards_list {}')
  await expect(steps.conversation(app.chat)).toContainText('Done:')
  const details = await openLine(app.chat, 'List boards')
  await expect(details).toContainText('It was long, so this is only its beginning.')
  await expect(details).toContainText('The first 20,000 of')
  expect(await longestHalt(app.chat)).toBeLessThan(1500)
  await steps.messageBox(app.chat).fill('still here')
  await expect(steps.messageBox(app.chat)).toHaveValue('still here')
  expect(JSON.stringify(world.model.requests.at(-1)).length).toBeLessThan(60_000)
})

test('bytes are shown as their number, and the model gets none', async ({ world, launchConnected }) => {
  const app = await launchConnected()
  const bytes = Buffer.from(Array.from({ length: 30_000 }, (_, index) => (index * 31 + (index >> 5)) % 256))
  world.scalekit.answer('monday_boards_list', { name: 'logo.png', content: bytes.toString('base64') })
  await steps.ask(app.chat, 'run monday_boards_list {}')
  await expect(steps.conversation(app.chat)).toContainText('Done:')
  const details = await openLine(app.chat, 'List boards')
  await expect(details).toContainText('binary, 30,000 bytes')
  const base64 = bytes.toString('base64').slice(100, 160)
  expect(JSON.stringify(world.model.requests)).not.toContain(base64)
  expect(await app.chat.content()).not.toContain(base64)
})

test('a provider that takes 90 seconds: the time is shown and grows, and Stop works', async ({
  world,
  launchConnected,
}) => {
  const app = await launchConnected()
  const log = steps.conversation(app.chat)
  await test.step('a read is stopped', async () => {
    world.scalekit.fail({ tool: 'monday_boards_list', kind: 'hold-after-write' })
    // As if it had been asked for that long ago.
    await turnClock(app.electron, -90_000)
    await steps.ask(app.chat, 'run monday_boards_list {}')
    const timer = log.getByRole('timer')
    await expect(timer).toContainText(/^1 min \d+ sec$/)
    const first = await timer.textContent()
    await expect(timer).not.toHaveText(first ?? '')
    await steps.button(app.chat, 'Stop').click()
    await expect(line(app.chat, 'List boards')).toContainText('Stopped')
    await expect(timer).toHaveCount(0)
    await expect(steps.button(app.chat, 'Send')).toBeVisible()
  })
  await test.step('a write that was sent ends as it ends, and the window says so', async () => {
    world.scalekit.fail({ tool: 'monday_item_create', kind: 'hold-after-write' })
    await steps.ask(app.chat, create)
    await steps.button(steps.approvals(app.chat), 'Approve').click()
    const card = log.getByRole('group', { name: /^Create item/ })
    await expect(card).toContainText('Stop keeps the assistant from going on')
    await expect(card).toContainText('it ends as it ends')
    await expect(card.getByRole('timer')).toContainText(/ sec$/)
    const asked = world.model.requests.length
    await steps.button(app.chat, 'Stop').click()
    await expect(card).toContainText('it ends as it ends')
    world.scalekit.release()
    await expect(steps.decided(app.chat)).toContainText('Done')
    expect(world.workplace.itemsNamed('Q3 launch brief')).toHaveLength(1)
    expect(world.model.requests).toHaveLength(asked)
  })
})

test('thirty calls in one turn are all noted, and those that wait can be reviewed', async ({
  world,
  launchConnected,
}) => {
  const app = await launchConnected()
  await steps.ask(app.chat, '30 times monday_item_create {"board_id":"4400100","item_name":"Brief #"}')
  await expect(steps.approvals(app.chat)).toHaveCount(30)
  expect(world.workplace.itemsNamed('Brief 1')).toEqual([])
  const seventh = steps.approvals(app.chat).nth(6)
  await expect(seventh.getByRole('textbox', { name: 'Item name' })).toHaveValue('Brief 7')
  await steps.button(seventh, 'Approve').click()
  await expect(steps.approvals(app.chat)).toHaveCount(29)
  await expect.poll(() => world.workplace.itemsNamed('Brief 7')).toHaveLength(1)
  await steps.goTo(app.chat, 'Activity')
  await expect(app.chat.getByRole('listitem').filter({ hasText: 'monday_item_create' })).toHaveCount(30)
})

test('a model that calls one tool for ever, with other arguments each time, is stopped, and the window says so', async ({
  world,
  launchConnected,
}) => {
  const app = await launchConnected()
  await steps.ask(app.chat, 'forever monday_boards_list {"page":#}')
  const log = steps.conversation(app.chat)
  await expect(log).toContainText('The assistant called List boards over and over, so it was stopped here.')
  await expect(steps.button(log, 'Go on')).toBeVisible()
  expect(world.scalekit.executions.filter(({ tool }) => tool === 'monday_boards_list')).toHaveLength(12)
})
