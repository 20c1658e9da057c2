import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { callBridge } from './harness/bridge'
import { expect, test } from './harness/configured'
import { people } from './harness/people'
import * as steps from './harness/steps'

const without = (environment: Readonly<Record<string, string>>, ...names: string[]): Record<string, string> =>
  Object.fromEntries(Object.entries(environment).filter(([name]) => !names.includes(name)))

test('partly configured: a screen that names what is missing, and nothing works half', async ({ world, launchApp }) => {
  const app = await launchApp({
    environment: without(world.environment, 'SCALEKIT_CLIENT_SECRET', 'ONBEHALF_CLIENT_ID'),
  })
  for (const name of ['SCALEKIT_CLIENT_SECRET', 'ONBEHALF_CLIENT_ID'])
    await expect(app.chat.getByText(name).first()).toBeVisible()
  await expect(app.chat.getByText('SCALEKIT_ENV_URL', { exact: true })).toHaveCount(0)
  await expect(app.chat.getByText(/sandbox/i)).toHaveCount(0)
  await expect(steps.messageBox(app.chat)).toHaveCount(0)
  await expect(steps.button(app.chat, 'Sign in')).toHaveCount(0)
  expect((await callBridge(app.chat, 'signIn')).ok).toBe(false)
  expect((await callBridge(app.chat, 'connect', { connection: 'monday-prod' })).ok).toBe(false)
  expect(await app.openedUrls()).toEqual([])
  expect(world.scalekit.credentials.tokenRequests).toBe(0)
})

test('a value that makes no sense is named with the reason, without the value', async ({ world, launchApp }) => {
  const app = await launchApp({ environment: { ...world.environment, SCALEKIT_ENV_URL: 'no address at all' } })
  await expect(app.chat.getByText('SCALEKIT_ENV_URL').first()).toBeVisible()
  await expect(steps.button(app.chat, 'Sign in')).toHaveCount(0)
})

test('values from a .env beside the user data count', async ({ world, launchApp, folders, visitor }) => {
  const lines = Object.entries(world.environment).map(([name, value]) => `${name}=${value}`)
  writeFileSync(join(folders.userData, '.env'), `# ours\n${lines.join('\n')}\n`, { mode: 0o600 })
  const app = await launchApp()
  await steps.signIn(app, visitor, people.first.sub)
})

test('what is missing can be entered, and then the app is complete', async ({ world, launchApp, folders, visitor }) => {
  const environment = without(world.environment, 'ONBEHALF_CLIENT_ID')
  const before = await launchApp({ environment })
  await steps.button(before.chat, 'Enter the values here').click()
  await before.chat.getByRole('textbox', { name: /Client ID of Onbehalf/ }).fill(world.issuer.clientId)
  await steps.button(before.chat, 'Save').first().click()
  await expect(before.chat.getByText(/Restart to use it|Restart now/).first()).toBeVisible()
  await before.close()
  expect(folders.userData).not.toBe('')
  const app = await launchApp({ environment })
  await steps.signIn(app, visitor, people.first.sub)
})
