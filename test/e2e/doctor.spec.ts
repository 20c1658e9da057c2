import type { Locator } from '@playwright/test'
import type { App } from './harness/app'
import { expect, test } from './harness/configured'
import { askMain } from './harness/in-main'
import { people } from './harness/people'
import * as steps from './harness/steps'

const examine = async (app: App): Promise<void> => {
  await steps.openSettings(app.chat, 'Doctor')
  await steps.button(app.chat, 'Check everything').click()
  await expect(steps.button(app.chat, 'Copy report')).toBeVisible({ timeout: 30_000 })
}

const line = (app: App, name: string): Locator =>
  app.chat
    .getByRole('list', { name: 'What was found' })
    .getByRole('listitem')
    .filter({
      has: app.chat.getByRole('heading', { name }),
    })

const copiedReport = async (app: App): Promise<string> => {
  await steps.button(app.chat, 'Copy report').click()
  await expect(steps.button(app.chat, 'Report copied')).toBeVisible()
  return await askMain(() => app.electron.evaluate(({ clipboard }) => clipboard.readText()))
}

test('the doctor finds whom the app talks to in order, and its report holds no secret', async ({
  world,
  launchConnected,
}) => {
  const app = await launchConnected()
  await examine(app)
  await expect(line(app, 'Sign-in service')).toContainText(`${world.issuer.issuer.host} answers`)
  await expect(line(app, 'Quick-ask shortcut')).toContainText('Ctrl+Shift+Space opens quick ask.')
  await expect(line(app, 'Scalekit')).toContainText('In order')
  await expect(line(app, 'Language model')).toContainText('In order')
  await expect(line(app, 'Clock')).toContainText('On time')
  await expect(line(app, 'Disk')).toContainText('GB free')
  const report = await copiedReport(app)
  expect(report).toContain(`issuer: well ${world.issuer.issuer.host}`)
  for (const hidden of [world.scalekit.credentials.clientSecret, world.model.key, people.first.email]) {
    expect(report).not.toContain(hidden)
  }
})

test('the doctor names what is wrong, with the button or the steps that put it right', async ({
  world,
  launchConnected,
}) => {
  const app = await launchConnected({ environment: { OPENAI_BASE_URL: 'http://127.0.0.1:9/v1' } })
  await world.issuer.close()
  await examine(app)
  await expect(line(app, 'Sign-in service')).toContainText('doesn’t answer')
  await expect(line(app, 'Language model')).toContainText('127.0.0.1:9')
  await expect(steps.button(line(app, 'Language model'), 'Try again')).toBeVisible()
  // No keychain is open in this display.
  await expect(line(app, 'Keychain')).toContainText('gnome-keyring')
  await expect(line(app, 'Clock')).toContainText('Not checked')
  await steps.button(line(app, 'Language model'), 'Open Model').click()
  await expect(app.chat.getByRole('heading', { level: 2, name: 'Model' })).toBeVisible()
})
