import type { App } from './harness/app'
import { expect, test } from './harness/configured'
import { people } from './harness/people'
import * as steps from './harness/steps'

const create = (name: string): string =>
  `# ${name}\nrun monday_item_create {"board_id":"4400100","item_name":"${name}"}`

const connections = async (app: App): Promise<void> => {
  await steps.goTo(app.chat, 'Connections')
  await expect(steps.button(app.chat, 'Disconnect everything')).toBeVisible()
}

const confirm = async (app: App): Promise<void> => {
  await steps.button(app.chat, 'Disconnect everything').click()
  const question = app.chat.getByRole('alertdialog')
  await expect(question).toContainText('Monday.com (monday-prod)')
  await steps.button(question, 'Disconnect everything').click()
}

const proof = /^0 connected accounts, as read at \d{1,2}:\d\d/

test.describe('Stop everything', () => {
  test('halts all conversations from wherever one is, and says what had been sent', async ({
    world,
    launchConnected,
  }) => {
    const app = await launchConnected()
    const stop = steps.button(app.chat, 'Stop everything')
    world.scalekit.fail({ tool: 'monday_item_create', kind: 'hold-after-write' })
    await steps.ask(app.chat, create('Sent already'))
    await steps.button(steps.approvals(app.chat), 'Approve').click()
    await expect.poll(() => world.workplace.itemsNamed('Sent already').length).toBe(1)
    await steps.button(app.chat, 'New chat').first().click()
    await steps.ask(app.chat, 'endless once upon a time')
    await expect(steps.conversation(app.chat)).toContainText('once upon a time once')
    await steps.goTo(app.chat, 'Settings')
    await stop.press('Enter')
    await expect(app.chat.getByText(/2 conversations were stopped\. 1 change had been sent already/)).toBeVisible()
    await expect.poll(() => world.model.aborted.length).toBe(1)
    const asked = world.model.requests.length
    world.scalekit.release()
    await expect(stop).toHaveCount(0)
    await steps.goTo(app.chat, 'Chat')
    await app.chat.getByText('Sent already').first().click()
    await expect(steps.decided(app.chat)).toContainText('Done')
    await expect(steps.conversation(app.chat)).not.toContainText('Done: {')
    expect(world.model.requests).toHaveLength(asked)
    expect(world.workplace.itemsNamed('Sent already')).toHaveLength(1)
  })

  test('is in the menu too, with keys of its own, and says when there was nothing to stop', async ({
    launchConnected,
  }) => {
    const app = await launchConnected()
    await expect(steps.button(app.chat, 'Stop everything')).toHaveCount(0)
    const keys = await app.electron.evaluate(({ Menu }) => {
      const item = Menu.getApplicationMenu()?.getMenuItemById('stop-everything')
      item?.click()
      return item?.accelerator
    })
    expect(keys).toBe('CommandOrControl+Shift+X')
    await expect(app.chat.getByText(/there was nothing to stop/)).toBeVisible()
  })
})

test.describe('Disconnect everything', () => {
  test('asks first, deletes every account on every page, reads again, and withdraws what waited', async ({
    world,
    launchConnected,
  }) => {
    const app = await launchConnected()
    const { vault } = world.scalekit
    for (const name of ['intercom', 'notion', 'linear-eu']) vault.create(name, people.first.sub)
    world.scalekit.setStatus(people.first.sub, 'notion', 'EXPIRED')
    world.scalekit.setStatus(people.first.sub, 'linear-eu', 'DISCONNECTED')
    vault.create('notion', people.second.sub)
    await steps.ask(app.chat, create('Not any more'))
    await expect(steps.approvals(app.chat)).toHaveCount(1)
    await connections(app)
    await steps.button(app.chat, 'Disconnect everything').click()
    await steps.button(app.chat.getByRole('alertdialog'), 'Keep them').click()
    expect(vault.accounts).toHaveLength(5)
    await confirm(app)
    await expect(app.chat.getByRole('status').filter({ hasText: proof })).toBeVisible()
    expect(vault.accounts.map(({ identifier }) => identifier)).toEqual([people.second.sub])
    await steps.expectStatus(app.chat, 'monday-prod', 'Not connected')
    await steps.goTo(app.chat, 'Chat')
    await app.chat.getByText('Not any more').first().click()
    await expect(steps.approvals(app.chat)).toHaveCount(0)
    await expect(steps.conversation(app.chat)).toContainText('Withdrawn')
    expect(world.workplace.itemsNamed('Not any more')).toHaveLength(0)
  })

  test('names what is left and why, and tries again', async ({ world, launchConnected }) => {
    const app = await launchConnected()
    const { vault } = world.scalekit
    vault.create('intercom', people.first.sub)
    vault.locked.add('intercom')
    await connections(app)
    await confirm(app)
    const left = app.chat.getByRole('alert').filter({ hasText: '1 connected account is left' })
    await expect(left).toContainText(/Intercom: Scalekit.*doesn.t answer/)
    expect(vault.accounts.map(({ connection }) => connection)).toEqual(['intercom'])
    vault.locked.clear()
    await steps.button(left, 'Try again').click()
    await expect(app.chat.getByRole('status').filter({ hasText: proof })).toBeVisible()
    expect(vault.accounts).toEqual([])
  })
})
