import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { App } from './harness/app'
import { expectNoFindings } from './harness/axe'
import { startPuppetEndpoint } from '../stand-ins/puppet-endpoint'
import { filesContaining } from './harness/files'
import { expect, test } from './harness/fixtures'
import { startKeyring } from './harness/keyring'
import { samples } from './harness/samples'
import * as steps from './harness/steps'
import { windowFacts } from './harness/windows'

const chooseHighContrast = async (app: App): Promise<void> => {
  const page = app.chat.locator('html')
  await steps.openSettings(app.chat, 'Appearance')
  await expect(page).not.toHaveAttribute('data-contrast')
  await app.chat.getByText('High', { exact: true }).click()
  await expect(page).toHaveAttribute('data-contrast', 'more')
}

test('high contrast is there at the next start', async ({ launchApp, visitor }) => {
  const before = await launchApp()
  await steps.signIn(before, visitor, samples.first.name)
  await chooseHighContrast(before)
  await before.close()
  const app = await launchApp()
  await expect(app.chat.locator('html')).toHaveAttribute('data-contrast', 'more')
  expect(new URL(app.chat.url()).searchParams.get('contrast')).toBe('more')
})

test('starting at login is what the desktop says it is', async ({ launchApp, visitor, folders }) => {
  const entry = join(folders.home, 'config', 'autostart', 'onbehalf.desktop')
  const app = await launchApp()
  await steps.signIn(app, visitor, samples.first.name)
  await steps.openSettings(app.chat, 'Start-up')
  const start = app.chat.getByRole('switch', { name: 'Open Onbehalf when you sign in to this computer' })
  await expect(start).not.toBeChecked()
  await start.click()
  await expect(start).toBeChecked()
  expect(readFileSync(entry, 'utf8')).toMatch(/^Exec=.*--user-data-dir=.* --hidden$/m)
  writeFileSync(entry, `${readFileSync(entry, 'utf8')}Hidden=true\n`)
  await steps.goTo(app.chat, 'Chat')
  await steps.openSettings(app.chat, 'Start-up')
  await expect(start).not.toBeChecked()
  await start.click()
  await expect(start).toBeChecked()
  await start.click()
  await expect(start).not.toBeChecked()
  expect(existsSync(entry)).toBe(false)
})

test('started by the system, the window waits until it is called', async ({ launchApp }) => {
  const app = await launchApp({ args: ['--hidden'] })
  await expect(steps.button(app.chat, 'Sign in')).toBeAttached()
  expect((await windowFacts(app.electron, 'chat')).visible).toBe(false)
  expect(await app.deliverBySecondInstance()).toBe(0)
  await expect.poll(async () => (await windowFacts(app.electron, 'chat')).visible).toBe(true)
})

/** A program that serves models where one of the known ones does; another one may be running on this computer. */
const startLocalModels = async () => {
  for (const { name, port } of [
    { name: 'LM Studio', port: 1234 },
    { name: 'Ollama', port: 11_434 },
  ]) {
    const endpoint = await startPuppetEndpoint(undefined, { port, open: true }).catch(() => undefined)
    if (endpoint !== undefined) return { name, endpoint }
  }
  throw new Error('Both places are taken')
}

const nobody = 'http://127.0.0.1:9/v1'

test('another model is looked up, tested and used without a restart', async ({ launchApp, visitor, folders }) => {
  const endpoint = await startPuppetEndpoint()
  const keyring = await startKeyring(folders)
  const app = await launchApp({ environment: keyring.environment })
  const { chat } = app
  const address = chat.getByLabel(/OPENAI_BASE_URL/)
  const model = chat.getByLabel(/OPENAI_MODEL/)
  await steps.signIn(app, visitor, samples.first.name)
  await steps.openSettings(chat, 'Model')
  await test.step('an address that can not be used is refused', async () => {
    await address.fill('http://models.example.com/v1')
    await expect(chat.getByText(/has to start with https/)).toBeVisible()
    await expect(steps.button(chat, 'Use this model')).toBeDisabled()
  })
  await test.step('nobody there is said in words', async () => {
    await address.fill(nobody)
    await steps.button(chat, 'Test').click()
    await expect(chat.getByRole('alert').filter({ hasText: '127.0.0.1:9' })).toContainText('It took')
  })
  await test.step('what the endpoint lists can be chosen', async () => {
    await address.fill(endpoint.url)
    await chat.getByLabel(/OPENAI_API_KEY/).fill(endpoint.key)
    await expect(chat.getByText(/The service lists one model/)).toBeVisible()
    await model.fill('pup')
    await chat.getByRole('option', { name: 'puppet' }).click()
    await expect(model).toHaveValue('puppet')
    await expectNoFindings(chat, 'the model')
  })
  await test.step('a test says what came', async () => {
    await steps.button(chat, 'Test').click()
    await expect(chat.getByText(/puppet answers, but used no tool/)).toBeVisible()
    expect(endpoint.requests).toHaveLength(1)
  })
  await test.step('the next question goes to it', async () => {
    await steps.button(chat, 'Use this model').click()
    await expect(chat.getByText('In use from the next question on.')).toBeVisible()
    await steps.goTo(chat, 'Chat')
    await steps.ask(chat, 'hello')
    await expect(steps.conversation(chat)).toContainText('Echo: hello')
  })
  await app.close()
  expect(filesContaining(folders.home, endpoint.key)).toEqual([])
  await keyring.close()
  await endpoint.close()
})

test('models that run on this computer are found and used without a key', async ({ launchApp, visitor }) => {
  const { name, endpoint } = await startLocalModels()
  const app = await launchApp()
  const { chat } = app
  await steps.signIn(app, visitor, samples.first.name)
  await steps.openSettings(chat, 'Model')
  const found = chat.getByRole('list', { name: 'On this computer' })
  await expect(found).toContainText(`${name} is running`)
  await expectNoFindings(chat, 'a model on this computer')
  await steps.button(found, `Choose ${name}`).click()
  await expect(chat.getByLabel(/OPENAI_MODEL/)).toHaveValue('puppet')
  await steps.button(chat, 'Use this model').click()
  await expect(chat.getByText('In use from the next question on.')).toBeVisible()
  await steps.goTo(chat, 'Chat')
  await steps.ask(chat, 'hello')
  await expect(steps.conversation(chat)).toContainText('Echo: hello')
  await endpoint.close()
})
