import type { Locator } from '@playwright/test'
import { expectNoFindings } from './harness/axe'
import { expect, test, type World } from './harness/configured'
import { people } from './harness/people'
import * as steps from './harness/steps'
import { useTheme } from './harness/windows'

const createOf = (name: string): object => ({
  tool: 'monday_item_create',
  args: { board_id: '4400100', item_name: name },
})

const deletion = { tool: 'monday_item_delete', args: { item_id: '880001' } }

const four = `together ${JSON.stringify([createOf('One'), createOf('Two'), deletion, createOf('Three')])}`

const executed = ({ scalekit }: World): readonly object[] =>
  scalekit.executions.filter(({ tool }) => tool === 'monday_item_create' || tool === 'monday_item_delete')

const ran = (name: string): object => ({ ...createOf(name), identifier: people.first.sub })

const topOf = async (card: Locator): Promise<number> => (await card.boundingBox())?.y ?? Number.NaN

test('all of one kind are approved with one click, each as it stands on its card; the rest waits', async ({
  world,
  launchConnected,
}) => {
  const { chat, electron } = await launchConnected()
  await steps.ask(chat, four)
  await expect(steps.approvals(chat)).toHaveCount(4)
  const bar = chat.getByRole('region', { name: 'Review' })
  await expect(bar).toContainText('4 calls wait for you')
  await expect(bar).toContainText('1 needs a look of its own')
  await steps
    .approvals(chat)
    .nth(1)
    .getByRole('textbox', { name: /item.name/i })
    .fill('Two and a half')
  for (const theme of ['light', 'dark'] as const) {
    await useTheme(electron, theme)
    await expectNoFindings(chat, `review bar, ${theme}`)
  }
  await bar.getByRole('button', { name: /^Approve all 3: Create item/ }).click()
  await expect.poll(() => executed(world).length).toBe(3)
  await expect(steps.approvals(chat)).toHaveCount(1)
  await expect(steps.approvals(chat)).toContainText('monday_item_delete')
  await expect(steps.approvals(chat)).toBeFocused()
  await expect(bar).toHaveCount(0)
  await expect(steps.conversation(chat).getByRole('group', { name: /: Done$/ })).toHaveCount(3)
  expect(executed(world)).toHaveLength(3)
  expect(executed(world)).toEqual(expect.arrayContaining([ran('One'), ran('Two and a half'), ran('Three')]))
  await steps.button(steps.approvals(chat), 'Decline').click()
  await expect(steps.messageBox(chat)).toBeFocused()
  expect(world.workplace.itemsNamed('Galley of the Anna')).toHaveLength(1)
})

test('the second click of a double click approves nothing else', async ({ world, launchConnected }) => {
  const { chat } = await launchConnected()
  await steps.ask(chat, four)
  await expect(steps.approvals(chat)).toHaveCount(4)
  await chat.getByRole('button', { name: /^Approve all 3: Create item/ }).dblclick()
  await expect(steps.conversation(chat).getByRole('group', { name: /: Done$/ })).toHaveCount(3)
  await expect(steps.approvals(chat)).toContainText('monday_item_delete')
  expect(executed(world)).toHaveLength(3)
})

test('the keyboard goes from card to card, and the next ones keep their place after a decision', async ({
  world,
  launchConnected,
}) => {
  const { chat } = await launchConnected()
  await steps.ask(chat, four)
  const cards = steps.approvals(chat)
  await expect(cards).toHaveCount(4)
  const press = async (keys: string, index: number): Promise<void> => {
    await chat.keyboard.press(keys)
    await expect(cards.nth(index)).toBeFocused()
  }
  await press('Alt+ArrowUp', 3)
  await steps.button(chat, 'Next (Alt+Down)').focus()
  await press('Enter', 0)
  await press('Alt+ArrowUp', 3)
  await press('Alt+ArrowUp', 2)
  const before = await topOf(cards.nth(3))
  await steps.button(cards.nth(2), 'Decline').click()
  await expect(cards).toHaveCount(3)
  await expect(cards.nth(2)).toBeFocused()
  await expect.poll(() => topOf(cards.nth(2))).toBeCloseTo(before, -1)
  await steps.button(chat, 'Decline all').click()
  await expect(cards).toHaveCount(0)
  await expect(steps.messageBox(chat)).toBeFocused()
  expect(executed(world)).toEqual([])
})

test('a click that takes its time while an answer grows is not lost', async ({ world, launchConnected }) => {
  const { chat } = await launchConnected()
  await steps.ask(chat, `together ${JSON.stringify([createOf('In between')])}`)
  const card = steps.approvals(chat)
  await expect(card).toHaveCount(1)
  await steps.ask(chat, 'endless and so on, line after line after line after line')
  const log = steps.conversation(chat)
  await expect(log).toContainText(/line after line/)
  const spoken = async (): Promise<number> => ((await log.textContent()) ?? '').length
  await steps.button(card, 'Approve').hover()
  await chat.mouse.down()
  const before = await spoken()
  await expect.poll(spoken).toBeGreaterThan(before + 1500)
  await chat.mouse.up()
  await expect(log.getByRole('group', { name: /: Done$/ })).toHaveCount(1)
  await expect(steps.button(chat, 'Stop')).toBeVisible()
  expect(executed(world)).toEqual([ran('In between')])
  await steps.button(chat, 'Stop').click()
  await expect(steps.button(chat, 'Stop')).toHaveCount(0)
  expect(executed(world)).toHaveLength(1)
})
