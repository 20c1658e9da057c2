import { openWorkplace, type Workplace } from '../stand-ins/workplace'
import type { App } from './harness/app'
import type { Browser } from './harness/browser'
import { closeWorld, colleagues, expect, startWorld, test, type World } from './harness/configured'
import { people } from './harness/people'
import * as steps from './harness/steps'

const create = 'run monday_item_create {"board_id":"4400100","item_name":"New galley"}'
const remove = 'run monday_item_delete {"item_id":"880001"}'

const writesOf = ({ scalekit }: World, tool: string): World['scalekit']['executions'] =>
  scalekit.executions.filter((execution) => execution.tool === tool)

test('the card names the person, the account, the company, the workspace and the thing, by their names and ids', async ({
  launchConnected,
}) => {
  const app = await launchConnected()
  await steps.ask(app.chat, remove)
  const card = steps.approvals(app.chat)
  await expect(card).toContainText('As Noor Haddad in Harbour Kitchens (Monday.com, monday-prod)')
  await expect(card).toContainText(people.first.email)
  const things = card.getByRole('list', { name: 'What it is about' })
  await expect(things).toContainText('Item Galley of the Anna 880001')
  await expect(things).toContainText('Board Refits 4400100')
})

test('somebody else behind the account after the card was shown: nothing is sent, and the card asks again for who it is now', async ({
  world,
  launchConnected,
}) => {
  const app = await launchConnected()
  await steps.ask(app.chat, create)
  const card = steps.approvals(app.chat)
  await expect(card).toContainText(people.first.email)
  await expect(card).toContainText('Board Refits')
  world.scalekit.vault.find({ connector: 'monday-prod', identifier: people.first.sub }).seat = people.second.sub
  await steps.button(card, 'Approve').click()
  await expect(card).toContainText(
    `This was meant for ${people.first.name} (${people.first.email}), Harbour Kitchens, but ${people.second.name} (${people.second.email}), Harbour Kitchens is connected now.`,
  )
  await expect(card).toContainText(`As ${people.second.name} in Harbour Kitchens`)
  await expect(card).toContainText(/Another account than before in this conversation\. Before: Noor Haddad/)
  expect(writesOf(world, 'monday_item_create')).toEqual([])
  await steps.button(card, 'Approve').click()
  await expect(steps.conversation(app.chat)).toContainText(/Done: .*New galley/)
  expect(world.workplace.itemsNamed('New galley')).toMatchObject([{ creator: people.second.name }])
})

test('a thing that moved to another workspace after the card was shown: nothing is sent until that is approved', async ({
  world,
  launchConnected,
}) => {
  const app = await launchConnected()
  await steps.ask(app.chat, remove)
  const card = steps.approvals(app.chat)
  await expect(card).toContainText('Board Refits')
  world.workplace.moveBoard('4400100', { id: '311', name: 'Board of directors' })
  await steps.button(card, 'Approve').click()
  await expect(card).toContainText(
    'You approved this for Galley of the Anna, Refits, Harbour Kitchens, but now it is Galley of the Anna, Refits, Board of directors.',
  )
  await expect(card).toContainText('in Board of directors')
  expect(writesOf(world, 'monday_item_delete')).toEqual([])
  expect(world.workplace.itemsNamed('Galley of the Anna')).toHaveLength(1)
  await steps.button(card, 'Approve').click()
  await expect(steps.decided(app.chat)).toHaveCount(1)
  expect(writesOf(world, 'monday_item_delete')).toHaveLength(1)
})

test('a provider that can no longer say whose account it is gets nothing, and the same card can be approved later', async ({
  world,
  launchConnected,
}) => {
  const app = await launchConnected()
  await steps.ask(app.chat, create)
  const card = steps.approvals(app.chat)
  await expect(card).toContainText('Board Refits')
  world.scalekit.fail({ tool: 'monday_me_get', kind: 'rate-limited', times: 10 })
  await steps.button(card, 'Approve').click()
  await expect(card).toContainText(/could not be checked in time whether this is still Noor Haddad/)
  expect(writesOf(world, 'monday_item_create')).toEqual([])
  world.scalekit.heal()
  await steps.button(card, 'Approve').click()
  await expect(steps.conversation(app.chat)).toContainText(/Done: .*New galley/)
})

const two = test.extend<{ readonly agency: Workplace; readonly client: Workplace }>({
  agency: async ({}, use) => {
    await use(
      openWorkplace(colleagues, {
        id: '41',
        name: 'Anchor Agency',
        workspace: { id: '410', name: 'Agency work' },
        boards: [{ id: '4400100', name: 'Campaigns' }],
      }),
    )
  },
  client: async ({}, use) => {
    await use(
      openWorkplace(colleagues, {
        id: '42',
        name: 'Lighthouse Foods',
        workspace: { id: '420', name: 'Client work' },
        boards: [{ id: '4400100', name: 'Campaigns' }],
      }),
    )
  },
  world: async ({ agency, client }, use) => {
    const world = await startWorld({
      connections: [
        { name: 'monday-agency', provider: 'MONDAY' },
        { name: 'monday-client', provider: 'MONDAY' },
        { name: 'notion', provider: 'NOTION' },
      ],
      elsewhere: { 'monday-agency': agency, 'monday-client': client },
    })
    await use(world)
    await closeWorld(world)
  },
})

const connectBoth = async (app: App, visitor: Browser): Promise<void> => {
  await steps.signIn(app, visitor, people.first.sub)
  for (const row of ['monday-agency', 'monday-client'])
    await steps.connect(app, visitor, { provider: `Monday.com, ${row}`, row })
  await steps.goTo(app.chat, 'Chat')
}

const createIn = (connection: string, name: string): string =>
  `# ${name}\nrun ${connection}__monday_item_create {"board_id":"4400100","item_name":"${name}"}`

two(
  'two accounts of one provider are told apart everywhere, and what is approved for one never runs on the other',
  async ({ world, agency, client, launchConfigured, visitor }) => {
    const app = await launchConfigured()
    await connectBoth(app, visitor)
    await two.step('on the card, with the same board id in both', async () => {
      await steps.ask(app.chat, createIn('monday-client', 'For the client'))
      const card = app.chat.getByRole('group', { name: 'Approval needed: Create item in Monday.com, monday-client' })
      await expect(card).toContainText('in Client work (Monday.com, monday-client)')
      await expect(card).toContainText('Lighthouse Foods')
      await steps.button(card, 'Approve').click()
      await expect(steps.conversation(app.chat)).toContainText(/Done: .*For the client/)
      expect(client.itemsNamed('For the client')).toHaveLength(1)
      expect(agency.itemsNamed('For the client')).toHaveLength(0)
    })
    await two.step('in a conversation that works with both', async () => {
      await steps.ask(app.chat, createIn('monday-agency', 'For the agency'))
      const card = steps.approvals(app.chat)
      await expect(card).toContainText('in Agency work (Monday.com, monday-agency)')
      await expect(card).toContainText('Anchor Agency')
      await expect(card).not.toContainText('Another account than before')
      await steps.button(card, 'Approve').click()
      await expect(steps.conversation(app.chat)).toContainText(/Done: .*For the agency/)
      expect(agency.itemsNamed('For the agency')).toHaveLength(1)
      expect(client.itemsNamed('For the agency')).toHaveLength(0)
      for (const name of ['monday-agency', 'monday-client'])
        await expect(app.chat.getByRole('group', { name: `Create item in Monday.com, ${name}: Done` })).toBeVisible()
    })
    await two.step('by the model', () => {
      const said = JSON.stringify(world.model.requests.at(-1))
      expect(said).toMatch(/Monday\.com, monday-client, there \\"Noor Haddad, Lighthouse Foods\\"/)
      expect(said).toContain('[Monday.com, monday-agency] Create a new item')
    })
    await two.step('when a token ran out', async () => {
      world.scalekit.fail({ tool: 'monday_boards_list', kind: 'expired' })
      await steps.ask(app.chat, 'run monday-agency__monday_boards_list {}')
      await expect(steps.conversation(app.chat)).toContainText('Your access to Monday.com, monday-agency has run out')
      await expect(steps.button(steps.conversation(app.chat), 'Reconnect Monday.com, monday-agency')).toBeVisible()
    })
    await two.step('in Activity', async () => {
      await steps.goTo(app.chat, 'Activity')
      const list = app.chat.getByRole('list', { name: 'Activity' })
      await expect(list).toContainText('Monday.com, monday-client')
      await app.chat.getByLabel('Connection', { exact: true }).selectOption('Monday.com, monday-client')
      await expect(list).not.toContainText('monday-agency')
    })
    await two.step('on Connections', async () => {
      await steps.goTo(app.chat, 'Connections')
      await expect(steps.button(app.chat, 'Reconnect Monday.com, monday-agency')).toBeVisible()
      await steps.button(app.chat, 'Disconnect Monday.com, monday-client').click()
      await expect(app.chat.getByRole('alertdialog')).toContainText('Disconnect Monday.com, monday-client?')
    })
  },
)
