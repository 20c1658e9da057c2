import { expectNoFindings } from './harness/axe'
import { askMain } from './harness/in-main'
import { expect, test } from './harness/puppet-sandbox'
import * as steps from './harness/steps'

const board = '5091000001'
const create = `run monday_item_create ${JSON.stringify({ board_id: board, item_name: 'Second thoughts' })}`

test('a message is said differently, an answer tried again, and each version stays within reach', async ({
  launchPuppet,
  puppet,
}) => {
  const app = await launchPuppet()
  const { chat } = app
  const log = steps.conversation(chat)
  const editor = chat.getByRole('textbox', { name: 'Edit your message' })

  await test.step('an answer is copied as Markdown', async () => {
    await steps.ask(chat, '**One**')
    await expect(log).toContainText('Echo: One')
    await steps.button(log, 'Copy message').last().click()
    await expect
      .poll(() => askMain(() => app.electron.evaluate(({ clipboard }) => clipboard.readText())))
      .toBe('Echo: **One**')
  })

  await test.step('Escape closes the box, and what was typed comes back', async () => {
    await steps.button(log, 'Edit message').click()
    await expect(editor).toBeFocused()
    await editor.fill('Uno, per')
    await editor.press('Escape')
    await expect(editor).toHaveCount(0)
    await expect(steps.button(log, 'Edit message')).toBeFocused()
    await chat.keyboard.press('Enter')
    await expect(editor).toHaveValue('Uno, per')
    await expectNoFindings(chat, 'a message being changed')
  })

  await test.step('what is sent instead is answered from there', async () => {
    await editor.fill('Uno')
    await editor.press('Enter')
    await expect(log).toContainText('Echo: Uno')
    await expect(log).not.toContainText('Echo: One')
    expect(JSON.stringify(puppet.requests.at(-1))).not.toContain('One')
    await expect(log.getByRole('group', { name: 'Versions of this message' })).toContainText('Version 2 of 2')
  })

  await test.step('the versions are gone through by keyboard, and asking goes on from the one that is shown', async () => {
    const asked = puppet.requests.length
    await steps.button(log, 'Previous version').focus()
    await chat.keyboard.press('Enter')
    await expect(log).toContainText('Echo: One')
    await expect(log).not.toContainText('Uno')
    await expect(steps.button(log, 'Previous version')).toBeFocused()
    await expectNoFindings(chat, 'versions of a message')
    expect(puppet.requests.length).toBe(asked)
    await steps.ask(chat, 'Two')
    await expect(log).toContainText('Echo: Two')
    expect(JSON.stringify(puppet.requests.at(-1))).not.toContain('Uno')
  })

  await test.step('an answer that was stopped goes on', async () => {
    await steps.ask(chat, 'endless and a day')
    await expect(log).toContainText('and a day')
    await steps.button(chat, 'Stop').click()
    await steps.button(log, 'Continue').click()
    await expect(log).toContainText('now asks for the rest of it')
    await expect(steps.button(log, 'Continue')).toHaveCount(0)
  })
})

test('trying again repeats no change, leaving withdraws what waits, and both say so first', async ({
  launchPuppet,
}) => {
  const { chat } = await launchPuppet()
  const log = steps.conversation(chat)
  await steps.ask(chat, create)
  await steps.button(steps.approvals(chat), 'Approve').click()
  await expect(log).toContainText('Done:')

  await test.step('a change that was made stays done, and asking again asks for approval', async () => {
    await steps.button(log, 'Answer again').first().click()
    await expect(log).toContainText('1 change made from here on stays done.')
    await steps.button(log, 'Answer again').first().click()
    await expect(steps.approvals(chat)).toHaveCount(1)
    await expect(log).toContainText('1 change made in another version stays done.')
  })

  await test.step('leaving says that a request is withdrawn', async () => {
    await steps.button(log, 'Previous version').click()
    await expect(log).toContainText('1 request for your approval is withdrawn.')
    await steps.button(log, 'Stay here').click()
    await expect(steps.approvals(chat)).toHaveCount(1)
    await steps.button(log, 'Previous version').click()
    await steps.button(log, 'Show the other version').click()
    await expect(steps.approvals(chat)).toHaveCount(0)
    await expect(log).toContainText('Done:')
    await steps.button(log, 'Next version').click()
    await expect(steps.approvals(chat)).toHaveCount(0)
    await expect(steps.button(chat, 'Approve')).toHaveCount(0)
  })

  await test.step('one item was made', async () => {
    const search = { board_id: board, column_id: 'name', column_value: 'Second thoughts' }
    await steps.ask(chat, `run monday_items_search ${JSON.stringify(search)}`)
    await expect(log).toContainText(/Done: .*Second thoughts/)
    await expect(log).not.toContainText(/"name":"Second thoughts".*"name":"Second thoughts"/)
  })
})
