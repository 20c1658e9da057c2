import { callBridge, readPendingCall } from './harness/bridge'
import { findWindow } from './harness/app'
import { expect, test, type World } from './harness/configured'
import { expectFailure, pressFailureButton } from './harness/failures'
import { people } from './harness/people'
import * as steps from './harness/steps'

const create = (name: string): string =>
  `# ${name}\nrun monday_item_create {"board_id":"4400100","item_name":"${name}"}`

const lost = /may or may not have been done/

const creations = ({ scalekit }: World): World['scalekit']['executions'] =>
  scalekit.executions.filter(({ tool }) => tool === 'monday_item_create')

test('a pending approval survives a restart and executes once', async ({ world, launchConnected, visitor }) => {
  const before = await launchConnected()
  await steps.ask(before.chat, create('After the restart'))
  await expect(steps.approvals(before.chat)).toHaveCount(1)
  await before.close()
  const app = await launchConnected()
  await app.chat.getByText('After the restart').first().click()
  const card = steps.approvals(app.chat)
  await expect(card).toContainText('monday_item_create')
  await steps.button(card, 'Approve').click()
  await expect(steps.conversation(app.chat)).toContainText(/Done: .*After the restart/)
  expect(world.workplace.itemsNamed('After the restart')).toHaveLength(1)
  expect(visitor.history.length).toBeGreaterThan(0)
})

test('a double click on Approve executes once', async ({ world, launchConnected }) => {
  const app = await launchConnected()
  await steps.ask(app.chat, create('Twice'))
  await steps.button(steps.approvals(app.chat), 'Approve').dblclick()
  await expect(steps.conversation(app.chat)).toContainText(/Done: .*Twice/)
  expect(world.workplace.itemsNamed('Twice')).toHaveLength(1)
  expect(creations(world)).toHaveLength(1)
})

test('approving in two windows at once executes once', async ({ world, launchConnected }) => {
  const app = await launchConnected()
  await steps.ask(app.chat, create('Two windows'))
  await expect(steps.approvals(app.chat)).toHaveCount(1)
  const quick = await findWindow(app.electron, 'quick-ask')
  const call = await readPendingCall(app.chat)
  const request = { callId: call, args: { board_id: '4400100', item_name: 'Two windows' } }
  await Promise.all([app.chat, quick, app.chat, quick].map((page) => callBridge(page, 'approve', request)))
  await expect(steps.conversation(app.chat)).toContainText(/Done: .*Two windows/)
  expect(world.workplace.itemsNamed('Two windows')).toHaveLength(1)
  expect(creations(world)).toHaveLength(1)
})

test('what was edited on the card is exactly what runs', async ({ world, launchConnected }) => {
  const app = await launchConnected()
  await steps.ask(app.chat, create('Draft name'))
  const card = steps.approvals(app.chat)
  await card.getByRole('textbox', { name: /item.name/i }).fill('Final name')
  await steps.button(card, 'Approve').click()
  await expect(steps.conversation(app.chat)).toContainText(/Done: .*Final name/)
  expect(creations(world)).toEqual([
    {
      tool: 'monday_item_create',
      identifier: people.first.sub,
      args: { board_id: '4400100', item_name: 'Final name' },
    },
  ])
  expect(world.workplace.itemsNamed('Draft name')).toHaveLength(0)
  await steps.goTo(app.chat, 'Activity')
  await expect(app.chat.getByRole('list', { name: 'Activity' }).getByText(/edited/i)).toBeVisible()
})

test('UNAVAILABLE after the write was done: one item, the outcome unknown, then found by reading', async ({
  world,
  launchConnected,
}) => {
  const app = await launchConnected()
  world.scalekit.fail({ tool: 'monday_item_create', kind: 'unavailable-after-write', times: 10 })
  world.scalekit.fail({ tool: 'monday_items_list', kind: 'internal' })
  await steps.ask(app.chat, create('Maybe done'))
  await steps.button(steps.approvals(app.chat), 'Approve').click()
  await expectFailure(app.chat, lost, 'Look again')
  await expect(steps.conversation(app.chat)).toContainText(/unknown/i)
  expect(world.workplace.itemsNamed('Maybe done')).toHaveLength(1)
  await pressFailureButton(app.chat, lost, 'Look again')
  await expect(steps.button(app.chat, 'Look again')).toHaveCount(0)
  await expect(steps.conversation(app.chat)).toContainText(world.workplace.itemsNamed('Maybe done')[0]?.id ?? 'no item')
  expect(world.workplace.itemsNamed('Maybe done')).toHaveLength(1)
  expect(creations(world)).toHaveLength(1)
})

for (const kind of ['unavailable-after-write', 'drop-after-write'] as const) {
  test(`an answer lost by ${kind} is looked for at once, and nothing runs twice`, async ({
    world,
    launchConnected,
  }) => {
    const app = await launchConnected()
    world.scalekit.fail({ tool: 'monday_item_create', kind })
    await steps.ask(app.chat, create('Dropped'))
    await steps.button(steps.approvals(app.chat), 'Approve').click()
    await expect.poll(() => world.workplace.itemsNamed('Dropped').length).toBe(1)
    await expect(steps.conversation(app.chat)).toContainText(world.workplace.itemsNamed('Dropped')[0]?.id ?? 'no item')
    await expect(steps.button(app.chat, 'Look again')).toHaveCount(0)
    expect(creations(world)).toHaveLength(1)
  })
}

test('an answer lost before anything was done is found out as not done', async ({ world, launchConnected }) => {
  const app = await launchConnected()
  world.scalekit.fail({ tool: 'monday_item_create', kind: 'unavailable' })
  await steps.ask(app.chat, create('Never done'))
  await steps.button(steps.approvals(app.chat), 'Approve').click()
  await pressFailureButton(app.chat, lost, 'Look again')
  await expect(steps.button(app.chat, 'Look again')).toHaveCount(0)
  expect(world.workplace.itemsNamed('Never done')).toHaveLength(0)
  expect(creations(world)).toHaveLength(1)
})

test('a kill in the middle of an execution leaves it unknown, and it never runs again', async ({
  world,
  launchConnected,
}) => {
  const before = await launchConnected()
  world.scalekit.fail({ tool: 'monday_item_create', kind: 'hold-after-write' })
  await steps.ask(before.chat, create('Killed'))
  await steps.button(steps.approvals(before.chat), 'Approve').click()
  await expect.poll(() => world.workplace.itemsNamed('Killed').length).toBe(1)
  await before.kill()
  const app = await launchConnected()
  await app.chat.getByText('Killed').first().click()
  await expectFailure(app.chat, lost, 'Look again')
  await expect(steps.approvals(app.chat)).toHaveCount(0)
  const { length } = creations(world)
  expect(length).toBe(1)
  await pressFailureButton(app.chat, lost, 'Look again')
  await expect(steps.button(app.chat, 'Look again')).toHaveCount(0)
  expect(world.workplace.itemsNamed('Killed')).toHaveLength(1)
})

test('Decline does nothing and the answer goes on', async ({ world, launchConnected }) => {
  const app = await launchConnected()
  await steps.ask(app.chat, create('Declined'))
  await steps.button(steps.approvals(app.chat), 'Decline').click()
  await expect(steps.approvals(app.chat)).toHaveCount(0)
  await expect(steps.conversation(app.chat)).toContainText('Done:')
  expect(creations(world)).toHaveLength(0)
})

test('a destructive call and one that reaches outside say so', async ({ world, launchConnected }) => {
  const app = await launchConnected()
  await steps.ask(app.chat, 'run monday_item_delete {"item_id":"880001"}')
  await expect(steps.approvals(app.chat)).toContainText(/can.t be undone|deletes/i)
  await steps.button(steps.approvals(app.chat), 'Decline').click()
  await expect(steps.conversation(app.chat)).toContainText('Done:')
  await steps.ask(
    app.chat,
    'run monday_webhook_create {"board_id":"4400100","event":"create_item","url":"https://x.example/"}',
  )
  await expect(steps.approvals(app.chat)).toContainText(/outside/i)
  expect(world.workplace.itemsNamed('Galley of the Anna')).toHaveLength(1)
})

test('Stop stops: the endpoint sees the request end, and what was said stays', async ({ world, launchConnected }) => {
  const app = await launchConnected()
  await steps.ask(app.chat, 'endless once upon a time')
  await expect(
    steps
      .conversation(app.chat)
      .getByText(/once upon a time/)
      .last(),
  ).toBeVisible()
  await expect.poll(() => world.model.requests.length).toBeGreaterThan(0)
  await steps.button(app.chat, 'Stop').click()
  await expect.poll(() => world.model.aborted.length, { timeout: 1_000 }).toBe(1)
  await expect(steps.button(app.chat, 'Stop')).toHaveCount(0)
  await expect(steps.conversation(app.chat)).toContainText('once upon a time')
  await steps.ask(app.chat, 'and now')
  await expect(steps.conversation(app.chat)).toContainText('Echo: and now')
})

test('the second person can neither see nor approve what waits for the first', async ({
  world,
  launchConnected,
  visitor,
}) => {
  const app = await launchConnected()
  await steps.ask(app.chat, create('Not yours'))
  await expect(steps.approvals(app.chat)).toHaveCount(1)
  const call = await readPendingCall(app.chat)
  await steps.signOut(app)
  await steps.signIn(app, visitor, people.second.sub)
  await expect(app.chat.getByText('Not yours')).toHaveCount(0)
  const reply = await callBridge(app.chat, 'approve', {
    callId: call,
    args: { board_id: '4400100', item_name: 'Not yours' },
  })
  expect(reply.ok).toBe(false)
  expect(creations(world)).toHaveLength(0)
})

test('signed out, nothing can be approved', async ({ world, launchConnected }) => {
  const app = await launchConnected()
  await steps.ask(app.chat, create('Nobody'))
  await expect(steps.approvals(app.chat)).toHaveCount(1)
  const call = await readPendingCall(app.chat)
  await steps.signOut(app)
  const reply = await callBridge(app.chat, 'approve', {
    callId: call,
    args: { board_id: '4400100', item_name: 'Nobody' },
  })
  expect(reply.ok).toBe(false)
  expect(world.workplace.itemsNamed('Nobody')).toHaveLength(0)
})
