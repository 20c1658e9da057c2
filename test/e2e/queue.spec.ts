import { expectNoFindings } from './harness/axe'
import { expect, test } from './harness/puppet-sandbox'
import * as steps from './harness/steps'

test('messages sent while an answer is under way wait, can be changed, and are sent once when asked', async ({
  launchPuppet,
  puppet,
}) => {
  const { chat } = await launchPuppet([])
  const log = steps.conversation(chat)
  const waiting = chat.getByRole('region', { name: 'Messages that wait' })

  await test.step('two wait while the model talks', async () => {
    await steps.ask(chat, 'endless and a day')
    await expect(log).toContainText('and a day')
    for (const text of ['Two', 'Three']) {
      await steps.messageBox(chat).fill(text)
      await steps.messageBox(chat).press('Enter')
      await expect(waiting).toContainText(text)
    }
    await expect(steps.messageBox(chat)).toHaveValue('')
    await expect(waiting).toContainText('2 messages are sent one by one')
    await expectNoFindings(chat, 'messages that wait')
  })

  await test.step('one is changed, another removed', async () => {
    await steps.button(waiting, 'Edit waiting message').first().click()
    const box = waiting.getByRole('textbox', { name: 'Waiting message' })
    await expect(box).toBeFocused()
    await box.fill('Zwei')
    await box.press('Enter')
    await expect(waiting).toContainText('Zwei')
    await steps.button(waiting, 'Remove waiting message').last().click()
    await expect(waiting).not.toContainText('Three')
  })

  await test.step('Stop keeps it until it is sent', async () => {
    await steps.button(chat, 'Stop').click()
    await expect(waiting).toContainText('1 message waits here until you send it.')
    const asked = puppet.requests.length
    await steps.button(waiting, 'Send now').click()
    await expect(log).toContainText('Echo: Zwei')
    await expect(waiting).toHaveCount(0)
    expect(puppet.requests.length).toBe(asked + 1)
    await expect(log.getByText('Zwei', { exact: true })).toHaveCount(1)
  })
})
