import type { Locator, Page } from '@playwright/test'
import { AxeBuilder } from '@axe-core/playwright'
import { expect, test, type World } from './harness/configured'
import { callBridge, readPendingCall } from './harness/bridge'
import { people } from './harness/people'
import * as steps from './harness/steps'

const refits = '4400100'
const suppliers = '4400200'

const create = (name: string, board = refits): string =>
  `run monday_item_create {"board_id":"${board}","item_name":"${name}"}`

const created = ({ workplace }: World, name: string): Promise<void> =>
  expect.poll(() => workplace.itemsNamed(name).length, { message: `the item ${name}` }).toBe(1)

const allow = async (page: Page, duration: string): Promise<void> => {
  const card = steps.approvals(page)
  await steps.button(card, 'Always allow…').click()
  await card.getByRole('radio', { name: duration }).check()
  await steps.button(card, 'Approve and always allow').click()
  await expect(steps.approvals(page)).toHaveCount(0)
}

const rested = async (page: Page): Promise<void> => {
  await expect(steps.button(page, 'Stop')).toHaveCount(0)
}

const expectAsked = async (page: Page, world: World, name: string): Promise<void> => {
  await expect(steps.button(steps.approvals(page), 'Approve')).toBeVisible()
  await expect(steps.approvals(page)).not.toContainText('Allowed by you')
  expect(world.workplace.itemsNamed(name)).toHaveLength(0)
}

const listed = (page: Page): Locator => page.getByRole('list', { name: 'Always allowed now' }).getByRole('listitem')

const noFindings = async (page: Page): Promise<void> => {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
  expect(violations).toEqual([])
}

test('what is allowed in this conversation runs by itself there, on that board, until it is revoked', async ({
  world,
  launchConnected,
}) => {
  const { chat } = await launchConnected()
  await steps.ask(chat, create('First'))
  await test.step('the card says in words what would be allowed', async () => {
    const card = steps.approvals(chat)
    await steps.button(card, 'Always allow…').click()
    await expect(card).toContainText(/board .*4400100.*as Noor Haddad/)
    await expect(card.getByRole('radio')).toHaveCount(3)
    await noFindings(chat)
    await steps.button(card, 'Cancel').click()
  })
  await allow(chat, 'In this conversation')
  await created(world, 'First')
  await rested(chat)
  await test.step('the next one on that board runs by itself, and says so', async () => {
    await steps.ask(chat, create('Second'))
    await created(world, 'Second')
    await expect(steps.conversation(chat)).toContainText('Allowed by you in this conversation')
    await rested(chat)
  })
  await test.step('another board asks', async () => {
    await steps.ask(chat, create('Elsewhere', suppliers))
    await expectAsked(chat, world, 'Elsewhere')
    await steps.button(steps.approvals(chat), 'Decline').click()
    await rested(chat)
  })
  await test.step('Activity names the permission', async () => {
    await steps.goTo(chat, 'Activity')
    const entry = chat
      .getByRole('list', { name: 'Activity', exact: true })
      .locator(':scope > li')
      .filter({ hasText: 'Always allowed by you' })
    await entry.getByRole('button', { name: /^Details of/ }).click()
    await expect(entry).toContainText(/Allowed by.*monday_item_create · board_id 4400100/)
  })
  await test.step('it is listed in Settings, and ends there', async () => {
    await steps.openSettings(chat, 'Always allowed')
    await expect(listed(chat)).toHaveCount(1)
    await expect(listed(chat)).toContainText('Noor Haddad')
    await expect(listed(chat)).toContainText('used once')
    await noFindings(chat)
    await listed(chat)
      .getByRole('button', { name: /^Revoke/ })
      .click()
    await expect(chat.getByText(/every change asks you first/)).toBeVisible()
    await chat.getByText('Ended in the last days').click()
    await expect(chat.getByText(/Revoked by you/)).toBeVisible()
  })
  await steps.goTo(chat, 'Chat')
  await steps.ask(chat, create('Third'))
  await expectAsked(chat, world, 'Third')
})

test('what deletes can be allowed in its conversation only, whatever a window asks for', async ({
  world,
  launchConnected,
}) => {
  const { chat } = await launchConnected()
  await steps.ask(chat, 'run monday_item_delete {"item_id":"880001"}')
  const card = steps.approvals(chat)
  await steps.button(card, 'Always allow…').click()
  await expect(card.getByRole('radio')).toHaveCount(1)
  await expect(card.getByRole('radio', { name: 'In this conversation' })).toBeChecked()
  const callId = await readPendingCall(chat)
  const reply = await callBridge(chat, 'approve', { callId, args: { item_id: '880001' }, always: '30-days' })
  expect(reply.ok).toBe(false)
  expect(world.workplace.itemsNamed('Galley of the Anna')).toHaveLength(1)
})

test('what reaches an address outside can’t be allowed at all', async ({ launchConnected }) => {
  const { chat } = await launchConnected()
  await steps.ask(
    chat,
    `run monday_webhook_create {"board_id":"${refits}","event":"create_item","url":"https://x.example/"}`,
  )
  await expect(steps.button(steps.approvals(chat), 'Approve')).toBeVisible()
  await expect(steps.button(steps.approvals(chat), 'Always allow…')).toHaveCount(0)
})

test('a tool that says something else about itself asks again', async ({ world, launchConnected }) => {
  const { chat } = await launchConnected()
  await steps.ask(chat, create('First'))
  await allow(chat, 'For 30 days')
  await created(world, 'First')
  await rested(chat)
  world.workplace.redescribe('monday_item_create', 'Create an item and tell everybody.')
  await steps.ask(chat, create('Second'))
  await expectAsked(chat, world, 'Second')
  await steps.openSettings(chat, 'Always allowed')
  await chat.getByText('Ended in the last days').click()
  await expect(chat.getByText(/the tool says or takes something else now/)).toBeVisible()
})

test('signing out ends it, and nobody else has it', async ({ world, launchConnected, visitor }) => {
  const app = await launchConnected()
  const { chat } = app
  await steps.ask(chat, create('First'))
  await allow(chat, 'Until midnight')
  await created(world, 'First')
  await rested(chat)
  await steps.signOut(app)
  await steps.signIn(app, visitor, people.second.sub)
  await steps.openSettings(chat, 'Always allowed')
  await expect(chat.getByText(/every change asks you first/)).toBeVisible()
  await steps.signOut(app)
  await steps.signIn(app, visitor, people.first.sub)
  await steps.ask(chat, create('Second'))
  await expectAsked(chat, world, 'Second')
  await steps.openSettings(chat, 'Always allowed')
  await chat.getByText('Ended in the last days').click()
  await expect(chat.getByText(/Ended: you signed out/)).toBeVisible()
})

test('what is allowed for 30 days goes on after the app was quit', async ({ world, launchConnected }) => {
  const before = await launchConnected()
  await steps.ask(before.chat, create('First'))
  await allow(before.chat, 'For 30 days')
  await created(world, 'First')
  await rested(before.chat)
  await before.close()
  const { chat } = await launchConnected()
  await steps.ask(chat, create('Second'))
  await created(world, 'Second')
  await expect(steps.conversation(chat)).toContainText(/Allowed by you until/)
})
