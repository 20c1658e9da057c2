import type { Page } from '@playwright/test'
import { expect, test } from './harness/fixtures'
import { samples } from './harness/samples'
import * as steps from './harness/steps'

const noItem = (page: Page): Promise<void> => expect(page.getByText('Q3 launch brief')).toHaveCount(0)

test('a newcomer signs in, connects, asks, approves, and it is done in their workspace', async ({
  launchApp,
  visitor,
}) => {
  const app = await launchApp()
  await test.step('the window says that this is the sandbox', async () => {
    await expect(app.chat.getByText(/sandbox/i).first()).toBeVisible()
  })
  await test.step('signs in; the browser hands back through a real second instance', async () => {
    expect(await app.deliverBySecondInstance(await steps.signInLink(app, visitor, samples.first.name))).toBe(0)
    await expect(steps.messageBox(app.chat)).toBeVisible()
    await expect(app.chat.getByText(samples.first.name).first()).toBeVisible()
  })
  await test.step('connects both providers; the rows turn Connected by themselves', async () => {
    await steps.goTo(app.chat, 'Connections')
    await steps.expectStatus(app.chat, 'Monday.com', 'Not connected')
    await app.deliverBySecondInstance(await steps.connectLink(app, visitor, { provider: 'Monday.com' }))
    await steps.expectStatus(app.chat, 'Monday.com', 'Connected')
    const search = app.chat.getByRole('searchbox', { name: 'Search connections' })
    await search.fill('interc')
    await expect(steps.connectionRow(app.chat, 'Monday.com')).toHaveCount(0)
    await search.fill('no such thing')
    await expect(app.chat.getByText('No connection is called “no such thing”.')).toBeVisible()
    await search.fill('')
    await steps.connect(app, visitor, { provider: 'Intercom' })
    await expect(steps.button(app.chat, 'Disconnect Intercom')).toBeVisible()
  })
  await test.step('asks for an item, sees what will be done and as whom, approves, sees its id', async () => {
    await steps.goTo(app.chat, 'Chat')
    await steps.ask(app.chat, samples.create)
    const card = steps.approvals(app.chat)
    await expect(card).toContainText('monday_item_create')
    await expect(card).toContainText(samples.first.name)
    await expect(card).toContainText(`As ${samples.first.name} in ${samples.first.workspace} (Monday.com)`)
    await expect(card).toContainText('Board Marketing')
    await expect(card.getByText('Q3 launch brief').or(card.locator('input, textarea').first())).not.toHaveCount(0)
    await steps.button(card, 'Approve').click()
    await expect(steps.approvals(app.chat)).toHaveCount(0)
    await expect(steps.conversation(app.chat)).toContainText(/\b\d{6,}\b/)
  })
  await test.step('asks for a reply; the agent searches, shows the reply, sends it on approval', async () => {
    await steps.ask(app.chat, samples.reply)
    const card = steps.approvals(app.chat)
    await expect(card).toContainText('intercom_reply_to_conversation')
    await expect(card).toContainText(/Conversation .*, Lena Fischer/)
    await steps.button(card, 'Approve').click()
    await expect(steps.approvals(app.chat)).toHaveCount(0)
    await expect(steps.conversation(app.chat)).toContainText(/refund/i)
    await expect(steps.button(app.chat, 'Stop')).toHaveCount(0)
  })
  await test.step('Activity lists both, as approved', async () => {
    await steps.goTo(app.chat, 'Activity')
    await expect(app.chat.getByText('monday_item_create').first()).toBeVisible()
    await expect(app.chat.getByText('intercom_reply_to_conversation').first()).toBeVisible()
  })
  await test.step('signs out; the second person sees nothing of the first and is refused their board', async () => {
    await steps.signOut(app)
    await noItem(app.chat)
    await steps.signIn(app, visitor, samples.second.name)
    await noItem(app.chat)
    await steps.goTo(app.chat, 'Activity')
    await noItem(app.chat)
    await expect(app.chat.getByText('monday_item_create')).toHaveCount(0)
    await steps.goTo(app.chat, 'Connections')
    await steps.expectStatus(app.chat, 'Monday.com', 'Not connected')
    await steps.expectStatus(app.chat, 'Intercom', 'Not connected')
    await steps.connect(app, visitor, { provider: 'Monday.com' })
    await steps.goTo(app.chat, 'Chat')
    await steps.ask(app.chat, samples.secondAsksForFirst)
    await expect(steps.conversation(app.chat)).toContainText(/not|can't|cannot|denied|permission|no board/i)
    await expect(steps.button(app.chat, 'Stop')).toHaveCount(0)
    await noItem(app.chat)
    await expect(steps.approvals(app.chat)).toHaveCount(0)
  })
})

test('the first person finds their threads and connections again after the second one', async ({
  launchApp,
  visitor,
}) => {
  const app = await launchApp()
  await steps.signIn(app, visitor, samples.first.name)
  await steps.connect(app, visitor, { provider: 'Monday.com' })
  await steps.goTo(app.chat, 'Chat')
  await steps.ask(app.chat, "Create an item 'Left waiting' on the Marketing board")
  await expect(steps.approvals(app.chat)).toHaveCount(1)
  await steps.signOut(app)
  await steps.signIn(app, visitor, samples.second.name)
  await expect(steps.approvals(app.chat)).toHaveCount(0)
  await expect(app.chat.getByText('Left waiting')).toHaveCount(0)
  await steps.signOut(app)
  await steps.signIn(app, visitor, samples.first.name)
  await app.chat.getByText('Left waiting').first().click()
  await expect(steps.approvals(app.chat)).toHaveCount(1)
})
