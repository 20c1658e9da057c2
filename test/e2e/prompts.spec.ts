import type { Locator, Page } from '@playwright/test'
import { z } from 'zod'
import { expectNoFindings } from './harness/axe'
import { readAppState } from './harness/bridge'
import { findWindow } from './harness/app'
import { expect, test } from './harness/fixtures'
import { pressGlobally } from './harness/keyboard'
import { test as puppetTest } from './harness/puppet-sandbox'
import { samples } from './harness/samples'
import * as steps from './harness/steps'

const options = (page: Page): Locator => page.getByRole('listbox').getByRole('option')

const openPrompts = async (page: Page): Promise<void> => {
  await steps.goTo(page, 'Prompts')
  await expect(page.getByRole('heading', { level: 1, name: 'Prompts' })).toBeVisible()
}

const own = (page: Page): Locator => page.getByRole('list', { name: 'Your prompts' })

const write = async (page: Page, name: string, text: string): Promise<void> => {
  await steps.button(page, 'New prompt').click()
  await page.getByLabel('Name', { exact: true }).fill(name)
  await page.getByLabel('Text', { exact: true }).fill(text)
  await expectNoFindings(page, 'writing a prompt')
  await steps.button(page, 'Save').click()
  await expect(own(page)).toContainText(name)
}

test('prompts are written, changed, deleted and taken back, and kept across a restart', async ({
  launchApp,
  visitor,
}) => {
  const before = await launchApp()
  await steps.signIn(before, visitor, samples.first.name)

  await test.step('one is found to be incomplete, then saved', async () => {
    await openPrompts(before.chat)
    await steps.button(before.chat, 'New prompt').click()
    await before.chat.keyboard.type('Board check')
    await before.chat.keyboard.press('Enter')
    await expect(before.chat.getByText('Write what you want to ask.')).toBeVisible()
    await before.chat.getByLabel('Text', { exact: true }).fill('What is on the {{board}} board?')
    await expect(before.chat.getByText('Asked for on use: board')).toBeVisible()
    await steps.button(before.chat, 'Save').click()
    await expect(own(before.chat).getByRole('listitem')).toHaveText(/Board check.*What is on the board board\?/)
  })

  await test.step('deleting it can be undone', async () => {
    await steps.button(before.chat, 'Delete “Board check”').click()
    await expect(own(before.chat)).toHaveCount(0)
    await steps.button(before.chat, 'Undo').click()
    await expect(own(before.chat).getByRole('listitem')).toHaveCount(1)
  })

  await test.step('it is changed', async () => {
    await steps.button(before.chat, 'Edit “Board check”').click()
    await before.chat.getByLabel('Name', { exact: true }).fill('Look at a board')
    await steps.button(before.chat, 'Save').click()
    await expect(own(before.chat)).toContainText('Look at a board')
  })
  await before.close()

  const app = await launchApp()
  await steps.signIn(app, visitor, samples.first.name)
  await openPrompts(app.chat)
  await expect(own(app.chat)).toContainText('Look at a board')
  await expectNoFindings(app.chat, 'prompts')
})

test('“/” asks for what a prompt leaves open and puts it into the field, in a chat and in quick ask, for its owner alone', async ({
  launchApp,
  visitor,
  display,
}) => {
  const app = await launchApp()
  await steps.signIn(app, visitor, samples.first.name)
  await openPrompts(app.chat)
  await write(app.chat, 'Look at a board', 'What is on the {{board}} board?')
  await steps.goTo(app.chat, 'Chat')
  const box = steps.messageBox(app.chat)

  await test.step('in a chat, Escape gives up, Enter goes on, and nothing is sent', async () => {
    await box.pressSequentially('/look at')
    await expect(options(app.chat)).toHaveCount(1)
    const id = await options(app.chat).first().getAttribute('id')
    await expect(box).toHaveAttribute('aria-activedescendant', id ?? '')
    await expectNoFindings(app.chat, 'choosing a prompt')
    await box.press('Enter')
    const board = app.chat.getByLabel('Board', { exact: true })
    await expect(board).toBeFocused()
    await board.press('Escape')
    await expect(box).toBeFocused()
    await box.pressSequentially('/look at')
    await box.press('Tab')
    await board.press('Enter')
    await expect(app.chat.getByText('Fill this in first.')).toBeVisible()
    await expectNoFindings(app.chat, 'filling in a prompt')
    await board.fill('{{board}} Marketing')
    await board.press('Enter')
    await expect(box).toBeFocused()
    await expect(box).toHaveValue('What is on the {{board}} Marketing board?')
    await expect(steps.conversation(app.chat)).toHaveCount(0)
  })

  await test.step('in quick ask, whose window grows with it', async () => {
    const quick = await findWindow(app.electron, 'quick-ask')
    pressGlobally(display, (await readAppState(app.chat)).quickAskShortcut.accelerator)
    const field = quick.getByRole('textbox', { name: 'Quick ask', exact: true })
    await expect(field).toBeFocused()
    await field.pressSequentially('/')
    await expect(options(quick).first()).toHaveText(/Look at a board/)
    await expect(options(quick).first()).toBeInViewport({ ratio: 1 })
    await field.press('ArrowUp')
    await expect(options(quick).last()).toHaveAttribute('aria-selected', 'true')
    await options(quick).first().click()
    await quick.getByLabel('Board', { exact: true }).fill('Marketing')
    await steps.button(quick, 'Put into the field').click()
    await expect(field).toHaveValue('What is on the Marketing board?')
    await field.fill('@interc')
    await expect(options(quick)).toHaveText([/Intercom.*@intercom.*Connect first/])
    await field.press('Escape')
    await expect(options(quick)).toHaveCount(0)
    await expect(field).toHaveValue('@interc')
  })

  await test.step('somebody else sees none of it', async () => {
    await steps.signOut(app)
    await steps.signIn(app, visitor, samples.second.name)
    await openPrompts(app.chat)
    await expect(app.chat.getByText('Nothing saved yet.', { exact: false })).toBeVisible()
    await expect(own(app.chat)).toHaveCount(0)
  })
})

const requestSchema = z.object({ tools: z.array(z.object({ function: z.object({ name: z.string() }) })).optional() })

puppetTest(
  '“@intercom” offers Intercom’s tools alone; what is not connected leads to Connect',
  async ({ launchPuppet, puppet }) => {
    const app = await launchPuppet(['Monday.com', 'Intercom'])
    const box = steps.messageBox(app.chat)
    const toolsOffered = (): readonly string[] =>
      (requestSchema.parse(puppet.requests.at(-1)).tools ?? []).map(({ function: { name } }) => name)

    await puppetTest.step('chosen with the keyboard', async () => {
      await box.pressSequentially('Ask @inter')
      await box.press('Enter')
      await expect(box).toHaveValue('Ask @intercom ')
      await box.pressSequentially('about search')
      await box.press('Enter')
      await expect(steps.conversation(app.chat)).toContainText('Echo: Ask @intercom about search')
      const offered = toolsOffered().filter((name) => name !== 'find_tools')
      expect(offered.some((name) => name.startsWith('intercom_'))).toBe(true)
      expect(offered.filter((name) => !name.startsWith('intercom_'))).toEqual([])
      await expect(steps.conversation(app.chat).getByText('Only with Intercom')).toBeAttached()
    })

    await puppetTest.step('without it, everything is there again', async () => {
      await steps.ask(app.chat, 'search boards')
      await expect(steps.conversation(app.chat)).toContainText('Echo: search boards')
      expect(toolsOffered().some((name) => name.startsWith('monday_'))).toBe(true)
    })

    await puppetTest.step('one that is not connected, typed by hand', async () => {
      const asked = puppet.requests.length
      await steps.ask(app.chat, '@slack what is new?')
      await expect(app.chat.getByRole('group', { name: 'Connect Slack to go on' })).toBeVisible()
      expect(puppet.requests).toHaveLength(asked)
    })
  },
)
