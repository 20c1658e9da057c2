import { expectNoFindings } from './harness/axe'
import { readAppState } from './harness/bridge'
import { expect } from './harness/configured'
import { people } from './harness/people'
import * as steps from './harness/steps'
import { test } from './harness/under-keychain'

test('a start without a network opens and searches what is here, keeps what is typed, and goes on once asked', async ({
  world,
  keyring: { environment },
  launchConfigured,
  visitor,
}) => {
  const before = await launchConfigured({ environment })
  await steps.signIn(before, visitor, people.first.sub)
  await steps.ask(before.chat, 'Remember the zebrafinch')
  await expect(steps.conversation(before.chat)).toContainText('Remember the zebrafinch')
  await expect(steps.button(before.chat, 'Stop')).toHaveCount(0)
  await before.close()

  const repair = world.issuer.breakPath('/.well-known/openid-configuration', 'hang-up')
  const asked = world.scalekit.calls.length
  const { chat, ...app } = await launchConfigured({ environment })
  const said = chat
    .getByRole('status')
    .filter({ hasText: `You are shown what is on this computer, as ${people.first.name}` })

  await test.step('says so, and shows a conversation', async () => {
    await expect(said).toBeVisible()
    await expect(said).toContainText('doesn’t answer')
    await chat.getByRole('navigation', { name: 'Conversations' }).getByText('Remember the zebrafinch').click()
    await expect(steps.conversation(chat)).toContainText('Remember the zebrafinch')
    await expectNoFindings(chat, 'a start without a network')
  })

  await test.step('finds words', async () => {
    await chat.keyboard.press('Control+Shift+F')
    await chat.keyboard.type('zebra')
    await expect(chat.getByRole('listbox', { name: 'Search results' }).getByRole('option').first()).toBeVisible()
    await chat.keyboard.press('Escape')
  })

  await test.step('does nothing in anybody’s accounts, and keeps what was to be sent', async () => {
    await steps.ask(chat, 'Sent once there is a network')
    await expect(steps.messageBox(chat)).toHaveValue('Sent once there is a network')
    await expect(steps.conversation(chat)).not.toContainText('Sent once there is a network')
    expect(world.scalekit.calls.length).toBe(asked)
  })

  await test.step('goes on when it is asked to', async () => {
    repair()
    await steps.button(said, 'Try again').click()
    await expect(said).toHaveCount(0)
    await steps.button(chat, 'Send').click()
    await expect(steps.conversation(chat)).toContainText('Sent once there is a network')
    await expect(steps.messageBox(chat)).toHaveValue('')
    expect((await readAppState(chat)).session).not.toHaveProperty('offline')
    expect(await app.openedUrls()).toEqual([])
  })
})
