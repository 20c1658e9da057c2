import type { Locator, Page } from '@playwright/test'
import { findWindow } from './harness/app'
import { expectNoFindings } from './harness/axe'
import { expect, test } from './harness/fixtures'
import { samples } from './harness/samples'
import * as steps from './harness/steps'
import { toWindow, useTheme, windowFacts } from './harness/windows'

const chips = (page: Page) => page.getByRole('main').getByRole('list', { name: 'Attached files' })

const choose = async (page: Page, name: string, text: string): Promise<void> => {
  const chosen = page.waitForEvent('filechooser')
  await steps.button(page, 'Attach files').click()
  await (await chosen).setFiles([{ name, mimeType: 'text/plain', buffer: Buffer.from(text) }])
}

const drop = async (page: Page, name: string, text: string): Promise<void> => {
  const data = await page.evaluateHandle(
    ([name, text]) => {
      const transfer = new DataTransfer()
      transfer.items.add(new File([text], name))
      return transfer
    },
    [name, text] as const,
  )
  await steps.messageBox(page).dispatchEvent('drop', { dataTransfer: data })
}

test('files come with a message, are kept with the draft, and are data for the model', async ({
  launchApp,
  visitor,
}) => {
  const before = await launchApp()
  await steps.signIn(before, visitor, samples.first.name)
  await test.step('chosen and dropped; what is no text is refused', async () => {
    await choose(before.chat, 'tasks.csv', 'task,owner\n"Press kit, print",Mira\nFAQ page,Ada\n')
    await drop(before.chat, 'notes.md', '# Notes\nNothing yet.\n')
    await expect(chips(before.chat).getByRole('listitem')).toHaveCount(2)
    await drop(before.chat, 'photo.png', 'x')
    await expect(before.chat.getByRole('alert')).toContainText('“photo.png” was not attached: it is not a text')
    for (const theme of ['light', 'dark'] as const) {
      await useTheme(before.electron, theme)
      await expectNoFindings(before.chat, `attached files in ${theme}`)
    }
    await steps.button(before.chat, 'Remove notes.md').press('Enter')
    await expect(steps.messageBox(before.chat)).toBeFocused()
  })
  await before.close()

  const app = await launchApp()
  await steps.signIn(app, visitor, samples.first.name)
  const { chat } = app
  await test.step('the draft still has it, and it is sent', async () => {
    await expect(chips(chat).getByRole('listitem')).toHaveCount(1)
    await steps.ask(chat, 'What is in the attached file?')
    await expect(steps.conversation(chat)).toContainText('tasks.csv has 2 rows with the columns task, owner.')
    await expect(chips(chat)).toHaveCount(1)
  })
  await test.step('it can be looked at', async () => {
    await chips(chat)
      .getByRole('button', { name: /^tasks\.csv/ })
      .click()
    const preview = chat.getByRole('dialog', { name: 'tasks.csv' })
    await expect(preview.getByRole('cell')).toHaveText(['Press kit, print', 'Mira', 'FAQ page', 'Ada'])
    await expectNoFindings(chat, 'a preview')
    await chat.keyboard.press('Escape')
    await expect(chips(chat).getByRole('button')).toBeFocused()
  })
  await test.step('said differently it comes without what is taken out; the way back has it', async () => {
    const log = steps.conversation(chat)
    await steps.button(log, 'Edit message').first().click()
    await expectNoFindings(chat, 'a message with files that is changed')
    await steps.button(log, 'Remove tasks.csv').press('Enter')
    await expect(log.getByRole('textbox', { name: 'Edit your message' })).toBeFocused()
    await chat.keyboard.press('Enter')
    await expect(log).toContainText('No file came with that message.')
    await expect(chips(chat)).toHaveCount(0)
    await steps.button(log, 'Previous version').click()
    await expect(chips(chat)).toHaveCount(1)
    await expect(log).toContainText('tasks.csv has 2 rows')
  })
  await test.step('a change after it asks because of it', async () => {
    await steps.connect(app, visitor, { provider: 'Monday.com' })
    await steps.goTo(chat, 'Chat')
    await steps.ask(chat, 'Create an item ‘Press kit, print’ on the Marketing board')
    await expect(steps.approvals(chat)).toContainText('Asks because you attached “tasks.csv”')
  })
})

const paste = (field: Locator, name: string, text: string): Promise<void> =>
  field.evaluate(
    (element, [name, text]) => {
      const clipboardData = new DataTransfer()
      clipboardData.items.add(new File([text], name))
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
    },
    [name, text] as const,
  )

test('quick ask takes files too, and shows what is attached in another window', async ({ launchApp, visitor }) => {
  const app = await launchApp()
  const { chat } = app
  await steps.signIn(app, visitor, samples.first.name)
  await choose(chat, 'tasks.csv', 'task,owner\nFAQ page,Ada\n')
  const quick = await findWindow(app.electron, 'quick-ask')
  await toWindow(app.electron, 'quick-ask', 'show')
  const field = quick.getByRole('textbox', { name: 'Quick ask', exact: true })
  await test.step('what one window attaches or takes out, the other shows', async () => {
    await expect(chips(quick).getByRole('listitem')).toHaveCount(1)
    await paste(field, 'notes.md', '# Notes\n')
    await expect(chips(chat).getByRole('listitem')).toHaveCount(2)
    await expectNoFindings(quick, 'quick ask with files')
    await steps.button(quick, 'Remove notes.md').click()
    await expect(field).toBeFocused()
    await expect(chips(chat).getByRole('listitem')).toHaveCount(1)
  })
  await test.step('it stays while the dialog of the system has the focus, and not longer', async () => {
    const chosen = quick.waitForEvent('filechooser')
    await steps.button(quick, 'Attach files').click()
    const dialog = await chosen
    await toWindow(app.electron, 'chat', 'focus')
    await expect.poll(async () => (await windowFacts(app.electron, 'quick-ask')).focused).toBe(false)
    expect((await windowFacts(app.electron, 'quick-ask')).visible).toBe(true)
    await dialog.setFiles([{ name: 'more.txt', mimeType: 'text/plain', buffer: Buffer.from('one line') }])
    await expect(chips(quick).getByRole('listitem')).toHaveCount(2)
    await toWindow(app.electron, 'quick-ask', 'focus')
    await toWindow(app.electron, 'chat', 'focus')
    await expect.poll(async () => (await windowFacts(app.electron, 'quick-ask')).visible).toBe(false)
  })
  await test.step('they go with the question, and are gone from every draft', async () => {
    await toWindow(app.electron, 'quick-ask', 'show')
    await field.fill('What is in the attached file?')
    await field.press('Enter')
    await expect(quick.getByRole('log')).toContainText('tasks.csv has 1 row')
    await expect(quick.getByRole('log')).toContainText('more.txt has 1 line')
    await expect(chips(chat)).toHaveCount(0)
  })
})
