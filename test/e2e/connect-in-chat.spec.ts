import type { Locator, Page } from '@playwright/test'
import type { App } from './harness/app'
import type { Browser } from './harness/browser'
import { expect, test as configured } from './harness/configured'
import { test } from './harness/fixtures'
import { people } from './harness/people'
import { samples } from './harness/samples'
import * as steps from './harness/steps'

const card = (page: Page, name: string): Locator => page.getByRole('group', { name: `Connect ${name} to go on` })

const consent = async (app: App, visitor: Browser, answer = 'Allow'): Promise<void> => {
  const arrival = await visitor.visit(await app.openedUrl(), [answer])
  if (arrival.kind !== 'link') throw new Error(`Consent ended at ${arrival.url}`)
  await app.deliver(arrival.link)
}

test('in the sandbox, an ask with nothing connected leads to Connect, then to the answer', async ({
  launchApp,
  visitor,
}) => {
  const app = await launchApp()
  await steps.signIn(app, visitor, samples.first.name)
  const opened = (await app.openedUrls()).length
  await steps.ask(app.chat, samples.question)
  const connect = card(app.chat, 'Monday.com')
  await expect(connect).toBeVisible()
  expect(await app.openedUrls()).toHaveLength(opened)
  await steps.button(connect, 'Connect Monday.com').press('Enter')
  await consent(app, visitor)
  await expect(connect).toHaveCount(0)
  await expect(steps.conversation(app.chat)).toContainText('Monday.com is connected.')
  await expect(steps.conversation(app.chat)).toContainText(samples.answer)
  await steps.goTo(app.chat, 'Activity')
  await expect(app.chat.getByText('onbehalf.connect_account').first()).toBeVisible()
})

configured.describe('with services of one’s own', () => {
  const ask = '# Refits\nrun connect_account {"connection":"monday-prod"}\nrun monday_boards_list {}'

  configured(
    'refused consent is said on the card, and after a restart connecting lets the run go on',
    async ({ world, launchConfigured, visitor }) => {
      const before = await launchConfigured()
      await steps.signIn(before, visitor, people.first.sub)
      await steps.ask(before.chat, ask)
      await steps.button(card(before.chat, 'Monday.com'), 'Connect Monday.com').click()
      await consent(before, visitor, 'Deny')
      await before.chat.getByText('Refits').first().click()
      await expect(card(before.chat, 'Monday.com')).toContainText(/access was refused in the browser/)
      await before.close()

      const app = await launchConfigured()
      await steps.signIn(app, visitor, people.first.sub)
      await app.chat.getByText('Refits').first().click()
      expect(world.scalekit.executions).toHaveLength(0)
      await steps.button(card(app.chat, 'Monday.com'), 'Connect Monday.com').click()
      await consent(app, visitor)
      await expect(steps.conversation(app.chat)).toContainText(/Done: .*Suppliers/)
      await expect(card(app.chat, 'Monday.com')).toHaveCount(0)
    },
  )

  configured('the model opens nothing by naming things', async ({ world, launchConfigured, visitor }) => {
    const app = await launchConfigured()
    await steps.signIn(app, visitor, people.first.sub)
    const opened = (await app.openedUrls()).length
    await steps.ask(app.chat, 'run connect_account {"connection":"https://evil.example/"}')
    await expect(steps.conversation(app.chat)).toContainText(/Done: .*no such connection/)
    await steps.ask(app.chat, 'run connect_account {"connection":"linear-eu"}')
    await expect(card(app.chat, 'Linear')).toBeVisible()
    expect(await app.openedUrls()).toHaveLength(opened)
    expect(world.scalekit.calls).not.toContain('GetMagicLinkForConnectedAccount')
  })
})
