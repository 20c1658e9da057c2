import { isDeepStrictEqual } from 'node:util'
import type { App } from './harness/app'
import type { Browser } from './harness/browser'
import { expect, test, type World } from './harness/configured'
import { people } from './harness/people'
import * as steps from './harness/steps'

const create = (name: string): string =>
  `# ${name}\nrun monday_item_create {"board_id":"4400100","item_name":"${name}"}`

const creations = ({ scalekit }: World): World['scalekit']['executions'] =>
  scalekit.executions.filter(({ tool }) => tool === 'monday_item_create')

/** Presses Reconnect in the conversation, answers in the browser and comes back. */
const reconnect = async (app: App, visitor: Browser, answer = 'Allow'): Promise<void> => {
  await steps.button(steps.conversation(app.chat), 'Reconnect Monday.com').click()
  const arrival = await visitor.visit(await app.openedUrl(), [answer])
  if (arrival.kind !== 'link') throw new Error(`Consent ended at ${arrival.url}`)
  await app.deliver(arrival.link)
}

const broken = [
  { name: 'expired', kind: 'expired', says: /has run out/ },
  { name: 'revoked', kind: 'unauthorized', says: /was withdrawn/ },
  { name: 'without the permission', kind: 'scope-missing', says: /without the permission/ },
] as const

for (const { name, kind, says } of broken) {
  test(`${name} under a write: the card turns into Reconnect, through a restart, and the same call goes on`, async ({
    world,
    launchConnected,
    launchConfigured,
    visitor,
  }) => {
    const before = await launchConnected()
    await steps.ask(before.chat, create('Goes on'))
    const card = steps.approvals(before.chat)
    await expect(card).toContainText(people.first.email)
    world.scalekit.fail({ tool: '*', kind, times: 1000 })
    await card.getByRole('textbox', { name: /item.name/i }).fill('Goes on as edited')
    await steps.button(card, 'Approve').click()
    await expect(card).toContainText(says)
    await expect(steps.button(card, 'Reconnect Monday.com')).toBeVisible()
    await expect(steps.button(card, 'Approve')).toHaveCount(0)
    await expect(card.getByRole('textbox', { name: /item.name/i })).toBeDisabled()
    await before.close()

    const app = await launchConfigured()
    await steps.signIn(app, visitor, people.first.sub)
    await app.chat.getByText('Goes on').first().click()
    await expect(steps.button(steps.approvals(app.chat), 'Reconnect Monday.com')).toBeVisible()
    world.scalekit.heal()
    await reconnect(app, visitor)
    await expect(steps.conversation(app.chat)).toContainText(/Done: .*Goes on as edited/)
    expect(world.workplace.itemsNamed('Goes on as edited')).toHaveLength(1)
    expect(new Set(creations(world).map(({ args }) => JSON.stringify(args))).size).toBe(1)
  })

  test(`${name} under a read: the line offers Reconnect, through a restart, and the same read goes on`, async ({
    world,
    launchConnected,
    launchConfigured,
    visitor,
  }) => {
    const before = await launchConnected()
    world.scalekit.fail({ tool: '*', kind, times: 1000 })
    await steps.ask(before.chat, '# Boards\nrun monday_boards_list {"limit":7}')
    await expect(steps.conversation(before.chat)).toContainText(says)
    await expect(steps.button(steps.conversation(before.chat), 'Reconnect Monday.com')).toBeVisible()
    await before.close()

    const app = await launchConfigured()
    await steps.signIn(app, visitor, people.first.sub)
    await app.chat.getByText('Boards').first().click()
    await expect(steps.button(steps.conversation(app.chat), 'Reconnect Monday.com')).toBeVisible()
    world.scalekit.heal()
    await reconnect(app, visitor)
    await expect(steps.conversation(app.chat)).toContainText(/Done: .*Refits/)
    const reads = world.scalekit.executions.filter(({ tool }) => tool === 'monday_boards_list')
    expect(reads.at(-1)?.args).toEqual({ limit: 7 })
  })
}

test.describe('somebody else comes back', () => {
  const both =
    /meant for Noor Haddad \(noor@harbour\.example\), Harbour Kitchens, but Piet Visser \(piet@harbour\.example\), Harbour Kitchens is/

  test('a write does not go on: the card says who it was and who it is, and needs a new approval', async ({
    world,
    launchConnected,
    visitor,
  }) => {
    const app = await launchConnected()
    await steps.ask(app.chat, create('Whose hands'))
    const card = steps.approvals(app.chat)
    await expect(card).toContainText(people.first.email)
    world.scalekit.fail({ tool: 'monday_item_create', kind: 'expired' })
    await steps.button(card, 'Approve').click()
    await reconnect(app, visitor, 'Continue as Piet')
    await expect(card).toContainText(both)
    expect(world.workplace.itemsNamed('Whose hands')).toHaveLength(0)
    expect(creations(world)).toHaveLength(1)
    await steps.button(card, 'Approve').click()
    await expect(steps.conversation(app.chat)).toContainText(/Done: .*Whose hands/)
    expect(world.workplace.itemsNamed('Whose hands')).toMatchObject([{ creator: people.second.name }])
  })

  test('a read stops, says so, and goes on only when the person lets it', async ({
    world,
    launchConnected,
    visitor,
  }) => {
    const app = await launchConnected()
    await steps.ask(app.chat, create('Whose eyes'))
    await expect(steps.approvals(app.chat)).toContainText(people.first.email)
    await steps.button(steps.approvals(app.chat), 'Decline').click()
    await expect(steps.conversation(app.chat)).toContainText('Done:')
    world.scalekit.fail({ tool: 'monday_boards_list', kind: 'unauthorized' })
    await steps.ask(app.chat, 'run monday_boards_list {}')
    await reconnect(app, visitor, 'Continue as Piet')
    await expect(steps.conversation(app.chat)).toContainText(both)
    const own = { tool: 'monday_boards_list', identifier: people.first.sub, args: {} }
    expect(world.scalekit.executions.filter((one) => isDeepStrictEqual(one, own))).toHaveLength(1)
    await steps.button(steps.conversation(app.chat), 'Go on').click()
    await expect(steps.conversation(app.chat)).toContainText(/Done: .*account-changed/)
  })
})
