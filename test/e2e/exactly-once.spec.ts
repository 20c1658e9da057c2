import { expect, test } from './harness/puppet-sandbox'
import * as steps from './harness/steps'

// The sample account: the item, its board, and what its status is at first.
const item = { id: '5091002000', board: '5091000001' }

const setStatus = (value: string): string =>
  `run monday_item_column_simple_value_change ${JSON.stringify({
    board_id: item.board,
    item_id: item.id,
    column_id: 'status',
    value,
  })}`

test('before and after are on the card, in words, and follow an edit', async ({ launchPuppet }) => {
  const { chat } = await launchPuppet()
  await steps.ask(chat, setStatus('Stuck'))
  const card = steps.approvals(chat)
  const changes = card.getByLabel('What changes')
  await expect(changes).toContainText(/Status:\s*now .+becomes.*then Stuck/)
  await card.getByRole('textbox', { name: /^value/i }).fill('Not started')
  await expect(changes).toContainText(/then Not started/)
  await card.getByRole('textbox', { name: /item.id/i }).fill('5091002001')
  await expect(card).toContainText('What is there now is read again when you approve.')
  await expect(changes).toHaveCount(0)
})

test('a long text is shown word by word, and HTML as it will appear', async ({ launchPuppet }) => {
  const { chat } = await launchPuppet()
  const words = 'First cut is in the shared folder. The sound mix follows on Monday.'
  await steps.ask(
    chat,
    `run monday_update_edit ${JSON.stringify({ id: '5091001000', body: `${words} <b>Soon</b><img src=x onerror=alert(1)>` })}`,
  )
  const card = steps.approvals(chat)
  const changes = card.getByLabel('What changes')
  await expect(changes.locator('del').first()).toContainText('now')
  await expect(changes.locator('ins').first()).toContainText('then')
  const preview = card.getByRole('region', { name: 'As it will appear' })
  await expect(preview.locator('strong')).toHaveText('Soon')
  await expect(preview.locator('img')).toHaveCount(0)
  await expect(card.getByRole('textbox', { name: /^body/i })).toHaveValue(/<b>Soon<\/b>/)
})

test('what somebody changed meanwhile is not written over: it is shown anew and asked again', async ({
  launchPuppet,
}) => {
  const { chat } = await launchPuppet()
  await steps.ask(chat, `# Two at once\n${setStatus('Stuck')}`)
  const first = steps.approvals(chat)
  await expect(first.getByLabel('What changes')).toContainText(/then Stuck/)
  await steps.button(chat, 'New chat').click()
  await steps.ask(chat, setStatus('Not started'))
  await expect(steps.approvals(chat).getByLabel('What changes')).toContainText(/then Not started/)
  await steps.button(steps.approvals(chat), 'Approve').click()
  await expect(steps.conversation(chat)).toContainText('Done:')

  await chat.getByText('Two at once').first().click()
  await steps.button(first, 'Approve').click()
  await expect(first).toContainText(/changed this in Monday\.com while it waited/)
  await expect(first.getByLabel('What changes')).toContainText(/now Not started.*then Stuck/)
  await steps.button(first, 'Approve').click()
  await expect(steps.conversation(chat)).toContainText(/Done: .*Stuck/)
})
