import { expect, test } from './harness/configured'
import * as steps from './harness/steps'

const webhook =
  'run monday_webhook_create {"board_id":"4400100","event":"create_item","url":"https://hooks.harbour.example/"}'

for (const { answer, says } of [
  { answer: 'It was done', says: 'You said that it was done' },
  { answer: 'It was not done', says: 'You said that it was not done' },
]) {
  test(`what reading can’t tell is asked; “${answer}” is kept as the person’s word, and nothing is sent again`, async ({
    world,
    launchConnected,
  }) => {
    const { chat } = await launchConnected()
    world.scalekit.fail({ tool: 'monday_webhook_create', kind: 'unavailable-after-write' })
    await steps.ask(chat, webhook)
    await steps.button(steps.approvals(chat), 'Approve').click()
    const log = steps.conversation(chat)
    await expect(log).toContainText('Do you know whether it was done?')
    await expect(log).toContainText('Reading back can’t tell')
    await expect(log).toContainText('https://hooks.harbour.example/')
    await expect(log).toContainText('Harbour Kitchens')
    await expect(steps.button(log, 'Look again')).toBeVisible()
    await steps.button(log, answer).click()
    await expect(log).toContainText(says)
    await expect(steps.button(log, answer)).toHaveCount(0)
    await steps.goTo(chat, 'Activity')
    await chat.getByRole('button', { name: /^Details of “.*webhook/i }).click()
    await expect(chat.getByRole('list', { name: 'Activity' })).toContainText(says)
    expect(world.scalekit.executions.filter(({ tool }) => tool === 'monday_webhook_create')).toHaveLength(1)
  })
}

test('what was sent is told apart from what is done', async ({ world, launchConnected }) => {
  const { chat } = await launchConnected()
  world.scalekit.fail({ tool: 'monday_item_create', kind: 'hold-after-write' })
  await steps.ask(chat, 'run monday_item_create {"board_id":"4400100","item_name":"On its way"}')
  await steps.button(steps.approvals(chat), 'Approve').click()
  await expect(steps.conversation(chat)).toContainText('Sent, waiting for the answer…')
  world.scalekit.release()
  await expect(steps.conversation(chat)).toContainText('Done:')
  expect(world.workplace.itemsNamed('On its way')).toHaveLength(1)
})
