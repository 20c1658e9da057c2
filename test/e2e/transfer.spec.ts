import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import type { App } from './harness/app'
import { expectNoFindings } from './harness/axe'
import { expect, test } from './harness/fixtures'
import { askMain, doInMain } from './harness/in-main'
import { samples } from './harness/samples'
import * as steps from './harness/steps'
import { chooseInApplicationMenu, useTheme } from './harness/windows'

const request = 'Create an item ‘Q3 launch brief’ on the Marketing board'

const choosing = async (app: App, path: string): Promise<void> => {
  await doInMain(() =>
    app.electron.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [filePath] })
    }, path),
  )
}

const fromMenu = async (page: Page, opener: string | RegExp, action: string): Promise<void> => {
  await page.getByRole('button', { name: opener }).click()
  await page.getByRole('menuitem', { name: action }).click()
}

const says = async (page: Page, text: string): Promise<void> => {
  await expect(page.getByRole('status').filter({ hasText: text })).toBeVisible()
}

test('a conversation goes to a file and comes back as nothing but a text to read', async ({
  launchApp,
  visitor,
  folders,
}) => {
  const app = await launchApp()
  const { chat } = app
  const [markdown, json] = [join(folders.home, 'talk.md'), join(folders.home, 'talk.json')]
  await steps.signIn(app, visitor, samples.first.name)
  await steps.connect(app, visitor, { provider: 'Monday.com' })
  await steps.goTo(chat, 'Chat')
  await steps.ask(chat, request)
  await steps.button(steps.approvals(chat), 'Approve').click()
  await expect(steps.decided(chat)).toContainText('Done')
  await expect(steps.button(chat, 'Stop')).toHaveCount(0)

  await test.step('it is written as Markdown and as JSON, and copied', async () => {
    await choosing(app, markdown)
    await fromMenu(chat, /^Options for “/, 'Export as Markdown…')
    await says(chat, 'The conversation is in talk.md.')
    expect(readFileSync(markdown, 'utf8')).toMatch(/## You · \d{4}-.*\n\nCreate an item ‘Q3 launch brief’/)
    await choosing(app, json)
    await fromMenu(chat, /^Options for “/, 'Export as JSON…')
    await says(chat, 'The conversation is in talk.json.')
    expect(readFileSync(json, 'utf8')).toContain('"format": "onbehalf-thread"')
    await fromMenu(chat, /^Options for “/, 'Copy as Markdown')
    await says(chat, 'The conversation was copied as Markdown.')
    const copied = await askMain(() => app.electron.evaluate(({ clipboard }) => clipboard.readText()))
    expect(copied).toBe(readFileSync(markdown, 'utf8'))
  })
  await test.step('what is no conversation is refused by name', async () => {
    await choosing(app, markdown)
    await fromMenu(chat, 'More about conversations', 'Import a conversation…')
    await expect(chat.getByText(/^talk\.md is no conversation that Onbehalf exported/)).toBeVisible()
    await steps.button(chat, 'Dismiss').first().click()
  })
  await test.step('deleted and imported, it is there again, to be read', async () => {
    await fromMenu(chat, /^Options for “/, 'Delete')
    writeFileSync(json, readFileSync(json, 'utf8').replace('"Q3 launch brief"', '"Q3 launch\u202e brief"'))
    await choosing(app, json)
    await chooseInApplicationMenu(app.electron, 'import-thread')
    await says(chat, '“talk.json” was imported as a new conversation.')
    await expect(chat.getByRole('note')).toContainText('Imported from a file')
    await expect(steps.conversation(chat)).toContainText(request)
    const record = steps.conversation(chat).getByRole('group', { name: 'Create item' })
    await record.locator('summary').click()
    await expect(record).toContainText('It was not done by this app.')
    await expect(record.getByRole('button')).toHaveCount(0)
    await expect(steps.approvals(chat)).toHaveCount(0)
    for (const name of ['Undo', 'Approve', 'Edit message', 'Answer again'])
      await expect(steps.conversation(chat).getByRole('button', { name })).toHaveCount(0)
    for (const theme of ['light', 'dark'] as const) {
      await useTheme(app.electron, theme)
      await expectNoFindings(chat, `an imported conversation in ${theme}`)
    }
  })
  await test.step('what is asked for after it asks, and says why', async () => {
    await steps.ask(chat, request)
    await expect(steps.approvals(chat)).toContainText('was imported from a file: what that says is text by others')
    await steps.button(steps.approvals(chat), 'Decline').click()
  })
})
