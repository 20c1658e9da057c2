import { expect, test } from './harness/puppet-sandbox'
import * as steps from './harness/steps'

// The sample account: the board of its items, one of them, and a conversation.
const board = '5091000001'
const item = '5091002000'

const run = (tool: string, args: object): string => `run ${tool} ${JSON.stringify(args)}`

const setStatus = (value: string): string =>
  run('monday_item_column_simple_value_change', { board_id: board, item_id: item, column_id: 'status', value })

test('a created item is taken back once that is approved, and only once', async ({ launchPuppet, puppet }) => {
  const { chat } = await launchPuppet()
  await steps.ask(chat, run('monday_item_create', { board_id: board, item_name: 'Second thoughts' }))
  await expect(steps.approvals(chat)).toContainText('Can be undone')
  await steps.button(steps.approvals(chat), 'Approve').click()
  await expect(steps.conversation(chat)).toContainText('Done:')
  const asked = puppet.requests.length
  await steps.button(chat, 'Undo').click()

  const card = steps.approvals(chat)
  await expect(card).toContainText('monday_item_delete')
  await expect(card).toContainText('Takes back')
  await expect(steps.button(chat, 'Undo')).toHaveCount(0)
  await expect(steps.conversation(chat)).toContainText('Undo waits for your approval below')
  await steps.button(card, 'Approve').click()
  await expect(steps.conversation(chat).getByText('Undone', { exact: true })).toBeVisible()
  // Nobody asked the model about it.
  expect(puppet.requests.length).toBe(asked)

  const search = { board_id: board, column_id: 'name', column_value: 'Second thoughts' }
  await steps.ask(chat, run('monday_items_search', search))
  await expect(steps.conversation(chat)).toContainText(/Done: .*"items":\[\]/)
  // The model reads that it was taken back.
  expect(JSON.stringify(puppet.requests.at(-1))).toContain('took back the earlier call')
})

test('a status is put back to what it was, and that can be taken back too', async ({ launchPuppet }) => {
  const { chat } = await launchPuppet()
  await steps.ask(chat, setStatus('Stuck'))
  const changes = steps.approvals(chat).getByLabel('What changes')
  await expect(changes).toContainText(/then Stuck/)
  const before = /now (.+?)becomes/.exec((await changes.textContent()) ?? '')?.[1]?.trim() ?? 'nothing'
  await steps.button(steps.approvals(chat), 'Approve').click()
  await expect(steps.conversation(chat)).toContainText('Done:')
  await steps.button(chat, 'Undo').click()
  await expect(steps.approvals(chat).getByLabel('What changes')).toContainText(`then ${before}`)
  await expect(steps.approvals(chat)).toContainText('Can be undone')
  await steps.button(steps.approvals(chat), 'Approve').click()
  await expect(steps.conversation(chat).getByText('Undone', { exact: true })).toBeVisible()
  await expect(steps.button(chat, 'Undo')).toHaveCount(1)
})

test('what was changed again since is not taken back', async ({ launchPuppet }) => {
  const { chat } = await launchPuppet()
  await steps.ask(chat, `# The first one\n${setStatus('Stuck')}`)
  await steps.button(steps.approvals(chat), 'Approve').click()
  await expect(steps.conversation(chat)).toContainText('Done:')
  await steps.button(chat, 'New chat').click()
  await steps.ask(chat, setStatus('Not started'))
  await steps.button(steps.approvals(chat), 'Approve').click()
  await expect(steps.conversation(chat)).toContainText('Done:')
  await chat.getByText('The first one').first().click()
  await steps.button(chat, 'Undo').click()
  await expect(steps.conversation(chat)).toContainText(/was changed again in Monday\.com since/)
  await expect(steps.button(chat, 'Undo')).toHaveCount(0)
  await expect(steps.approvals(chat)).toHaveCount(0)
})

test('a reply says before it is approved that it can’t be taken back', async ({ launchPuppet }) => {
  const { chat } = await launchPuppet(['Intercom'])
  await steps.ask(
    chat,
    run('intercom_reply_to_conversation', {
      conversation_id: '215480000100',
      admin_id: '401',
      message_type: 'comment',
      type: 'admin',
      body: 'On its way.',
    }),
  )
  await expect(steps.approvals(chat)).toContainText('Can’t be undone')
  await steps.button(steps.approvals(chat), 'Approve').click()
  await expect(steps.conversation(chat)).toContainText('Done:')
  await expect(steps.button(chat, 'Undo')).toHaveCount(0)
})

test('who declines to take it back may ask for it again', async ({ launchPuppet }) => {
  const { chat } = await launchPuppet()
  await steps.ask(chat, run('monday_item_create', { board_id: board, item_name: 'Stays after all' }))
  await steps.button(steps.approvals(chat), 'Approve').click()
  await steps.button(chat, 'Undo').click()
  await steps.button(steps.approvals(chat), 'Decline').click()
  await expect(steps.button(chat, 'Undo')).toHaveCount(1)
})
