import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Locator, Page } from '@playwright/test'
import Libsql from 'libsql'
import type { App } from './harness/app'
import { expect, test } from './harness/fixtures'
import type { Browser } from './harness/browser'
import { doInMain } from './harness/in-main'
import { samples } from './harness/samples'
import * as steps from './harness/steps'

const entries = (page: Page): Locator =>
  page.getByRole('list', { name: 'Activity', exact: true }).locator(':scope > li')

const entryOf = (page: Page, tool: string): Locator => entries(page).filter({ hasText: tool })

const createItem = async (app: App, visitor: Browser): Promise<void> => {
  await steps.signIn(app, visitor, samples.first.name)
  await steps.connect(app, visitor, { provider: 'Monday.com' })
  await steps.goTo(app.chat, 'Chat')
  await steps.ask(app.chat, samples.create)
  await steps.button(steps.approvals(app.chat), 'Approve').click()
  await expect(steps.approvals(app.chat)).toHaveCount(0)
  await expect(steps.conversation(app.chat)).toContainText(/\b\d{6,}\b/)
  await expect(steps.button(app.chat, 'Stop')).toHaveCount(0)
}

/** What the person answers in the system's dialog: a file, or nothing. */
const answerDialog = (app: App, filePath: string): Promise<void> =>
  doInMain(() =>
    app.electron.evaluate(({ dialog }, path) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: path === '', filePath: path })
    }, filePath),
  )

const checkLog = async (page: Page): Promise<Locator> => {
  await steps.goTo(page, 'Activity')
  await steps.button(page, 'Check the log').click()
  return page.getByRole('region', { name: 'The log' }).getByRole('status')
}

const tamper = (app: App, sql: string): void => {
  const database = new Libsql(join(app.userData, 'onbehalf.db'))
  database.exec(`drop trigger activity_log_stays; drop trigger activity_log_keeps; ${sql}`)
  database.close()
}

test('what was done is listed, found, explained and opened where it was said', async ({ launchApp, visitor }) => {
  const app = await launchApp()
  const { chat } = app
  await createItem(app, visitor)
  await steps.goTo(chat, 'Activity')
  const created = entryOf(chat, 'monday_item_create')
  await expect(created).toContainText('Approved')
  await test.step('filters and search leave what was asked for', async () => {
    const all = await entries(chat).count()
    expect(all).toBeGreaterThan(1)
    await chat.getByRole('combobox', { name: 'Decision' }).selectOption('approved')
    await expect(entries(chat)).toHaveCount(1)
    await chat.getByRole('combobox', { name: 'Outcome' }).selectOption('failed')
    await expect(chat.getByText('No entry matches.')).toBeVisible()
    await steps.button(chat, 'Clear filters').click()
    await expect(entries(chat)).toHaveCount(all)
    await chat.getByRole('searchbox', { name: 'Search' }).fill('ITEM_create')
    await expect(entries(chat)).toHaveCount(1)
    await expect(created).toBeVisible()
  })
  await test.step('details say whose account, with what, and each entry of the log', async () => {
    await created.getByRole('button', { name: /^Details of/ }).click()
    await expect(created).toContainText(samples.first.workspace)
    await expect(created).toContainText('Execution at Scalekit')
    await expect(created).toContainText('Hash of the arguments')
    await expect(created).toContainText('Q3 launch brief')
    await expect(created.getByRole('list', { name: 'Entries' }).getByRole('listitem')).toHaveCount(4)
    const { violations } = await new AxeBuilder({ page: chat }).setLegacyMode(true).analyze()
    expect(violations).toEqual([])
  })
  await test.step('the thread opens at that message', async () => {
    await created.getByRole('button', { name: /^Open thread/ }).click()
    await expect(steps.conversation(chat)).toContainText('Q3 launch brief')
    await expect(steps.conversation(chat).locator('[data-message]:focus')).toContainText('Create item')
  })
})

test('the log is exported where the person says, and nowhere else', async ({ launchApp, visitor }) => {
  const app = await launchApp()
  const { chat } = app
  await createItem(app, visitor)
  await steps.goTo(chat, 'Activity')
  const folder = mkdtempSync(join(tmpdir(), 'onbehalf-export-'))
  await answerDialog(app, join(folder, 'log.csv'))
  await steps.button(chat, 'Export CSV').click()
  await expect(chat.getByText(/entries written to log\.csv/)).toBeVisible()
  expect(readFileSync(join(folder, 'log.csv'), 'utf8')).toMatch(/"approved","done".*"monday_item_create"/)
  await answerDialog(app, join(folder, 'log.jsonl'))
  await steps.button(chat, 'Export JSONL').click()
  await expect(chat.getByText(/entries written to log\.jsonl/)).toBeVisible()
  const lines = readFileSync(join(folder, 'log.jsonl'), 'utf8').trim().split('\n')
  expect(lines.map((line): unknown => JSON.parse(line))).toContainEqual(
    expect.objectContaining({ hash: expect.stringMatching(/^[0-9a-f]{64}$/) }),
  )
  await answerDialog(app, '')
  await steps.button(chat, 'Export CSV').click()
  await expect(chat.getByText('Nothing was written.')).toBeVisible()
  rmSync(folder, { recursive: true })
})

test('the log outlives its thread and is whole', async ({ launchApp, visitor }) => {
  const app = await launchApp()
  const { chat } = app
  await createItem(app, visitor)
  await expect(await checkLog(chat)).toContainText(/The log is whole: \d+ entries/)
  await chat
    .getByRole('button', { name: /^Options for “/ })
    .first()
    .click()
  await chat.getByRole('menuitem', { name: /^Delete/ }).click()
  await steps.goTo(chat, 'Chat')
  await steps.goTo(chat, 'Activity')
  const created = entryOf(chat, 'monday_item_create')
  await expect(created).toContainText('was deleted')
  await expect(created.getByRole('button', { name: /^Open thread/ })).toHaveCount(0)
  await expect(await checkLog(chat)).toContainText(/The log is whole/)
})

const forgeries = [
  {
    what: 'changed',
    sql: `update activity_log set entry = json_set(entry, '$.decision', 'declined') where number = 2`,
    said: /Entry 2 was changed, around /,
  },
  { what: 'taken out', sql: 'delete from activity_log where number = 2', said: /Entry 2 is missing, around / },
  {
    what: 'cut off at the end',
    sql: 'delete from activity_log where number = (select max(number) from activity_log)',
    said: /Entry \d+ is missing, around /,
  },
] as const

for (const { what, sql, said } of forgeries) {
  test(`an entry that was ${what} while the app was closed is named`, async ({ launchApp, visitor }) => {
    const before = await launchApp()
    await createItem(before, visitor)
    await before.close()
    tamper(before, sql)
    const app = await launchApp()
    await steps.signIn(app, visitor, samples.first.name)
    await expect(await checkLog(app.chat)).toContainText(said)
  })
}
