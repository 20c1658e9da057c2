import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { callBridge, readAppState } from './harness/bridge'
import { turnClock } from './harness/clock'
import { expect, issuedTokens, test } from './harness/configured'
import { filesContaining, listFiles } from './harness/files'
import { loadedFiles } from './harness/modules'
import { connectionTargets, watchConnections } from './harness/network'
import { people } from './harness/people'
import * as steps from './harness/steps'
import { test as sandboxTest } from './harness/fixtures'

const create = 'run monday_item_create {"board_id":"4400100","item_name":"Q3 launch brief"}'
const sandboxCode = /[\\/]chunks[\\/]start-sandbox/

test('the same journey works against whatever answers at the configured addresses', async ({
  world,
  launchConfigured,
  visitor,
}) => {
  const app = await launchConfigured()
  await watchConnections(app.electron)
  await test.step('it says nothing of a sandbox', async () => {
    await expect(steps.button(app.chat, 'Sign in')).toBeVisible()
    await expect(app.chat.getByText(/sandbox/i)).toHaveCount(0)
    expect((await readAppState(app.chat)).mode.kind).toBe('configured')
  })
  await test.step('signs in through a real second instance', async () => {
    expect(await app.deliverBySecondInstance(await steps.signInLink(app, visitor, people.first.sub))).toBe(0)
    await expect(steps.messageBox(app.chat)).toBeVisible()
  })
  await test.step('every connection is listed, from all pages, under the names that people know', async () => {
    await steps.goTo(app.chat, 'Connections')
    await expect(app.chat.getByRole('listitem')).toHaveCount(4)
    await expect(steps.connectionRow(app.chat, 'monday-prod')).toContainText('Monday.com')
    for (const name of ['Intercom', 'Notion', 'linear-eu']) await steps.expectStatus(app.chat, name, 'Not connected')
  })
  await test.step('connects, asks, approves', async () => {
    await steps.connect(app, visitor, { provider: 'Monday.com', row: 'monday-prod' })
    await steps.goTo(app.chat, 'Chat')
    await steps.ask(app.chat, create)
    const card = steps.approvals(app.chat)
    await expect(card).toContainText('monday_item_create')
    await expect(card).toContainText(people.first.name)
    await expect(card).toContainText('Harbour Kitchens')
    await steps.button(card, 'Approve').click()
    await expect(steps.conversation(app.chat)).toContainText(/Done: .*Q3 launch brief/)
    expect(world.workplace.itemsNamed('Q3 launch brief')).toHaveLength(1)
  })
  await test.step('disconnects, and the vault forgets', async () => {
    await steps.goTo(app.chat, 'Connections')
    await steps.button(app.chat, 'Disconnect Monday.com').click()
    const confirm = steps.button(app.chat.getByRole('alertdialog').or(app.chat.getByRole('dialog')), 'Disconnect')
    await confirm.click()
    await steps.expectStatus(app.chat, 'monday-prod', 'Not connected')
    expect(world.scalekit.vault.accounts).toHaveLength(0)
  })
  await test.step('only the configured hosts were contacted, and no provider token was ever asked for', async () => {
    const ours = [world.issuer.issuer.href, world.scalekit.url, world.model.url].map((url) => new URL(url).host)
    const targets = await connectionTargets(app.electron)
    expect(targets.filter((target) => !ours.includes(target) && !/^dns:127\.0\.0\.1|^unix:/.test(target))).toEqual([])
    expect(targets.filter((target) => ours.includes(target)).length).toBeGreaterThan(0)
    expect(world.scalekit.calls.filter((call) => /GetConnectedAccount/.test(call))).toEqual([])
  })
})

test('each of the five states is said in words, with the one button that helps', async ({ world, launchConnected }) => {
  const app = await launchConnected()
  await steps.goTo(app.chat, 'Connections')
  const row = steps.connectionRow(app.chat, 'monday-prod')
  const states = [
    ['EXPIRED', 'Expired', /^Reconnect Monday\.com$/],
    ['DISCONNECTED', 'Disconnected', /^(Rec|C)onnect Monday\.com$/],
    ['PENDING_VERIFICATION', 'Waiting for verification', /^(Rec|C)onnect Monday\.com$/],
    ['PENDING_AUTH', 'Not connected', /^Connect Monday\.com$/],
    ['ACTIVE', 'Connected', /^Disconnect Monday\.com$/],
  ] as const
  for (const [status, words, button] of states) {
    world.scalekit.setStatus(people.first.sub, 'monday-prod', status)
    await steps.button(app.chat, 'Check again').click()
    await steps.expectStatus(app.chat, 'monday-prod', words)
    await expect(row.getByRole('button')).toHaveCount(1)
    await expect(row.getByRole('button', { name: button })).toBeVisible()
  }
})

test("the sandbox's code is not even loaded", async ({ launchConnected }) => {
  const app = await launchConnected()
  await steps.ask(app.chat, 'are you there')
  await expect(steps.conversation(app.chat)).toContainText('Echo: are you there')
  expect((await loadedFiles(app.electron)).filter((file) => sandboxCode.test(file))).toEqual([])
})

sandboxTest('without configuration it is', async ({ launchApp }) => {
  const app = await launchApp()
  await expect(steps.button(app.chat, 'Sign in')).toBeVisible()
  await expect.poll(async () => (await loadedFiles(app.electron)).some((file) => sandboxCode.test(file))).toBe(true)
})

test('secrets are neither in a window nor in any file', async ({ world, launchConnected, folders }) => {
  const app = await launchConnected()
  await steps.ask(app.chat, create)
  await steps.button(steps.approvals(app.chat), 'Approve').click()
  await expect(steps.conversation(app.chat)).toContainText('Done:')
  const replies = [
    await callBridge(app.chat, 'appState'),
    await callBridge(app.chat, 'listConnections', { refresh: false }),
    await callBridge(app.chat, 'listThreads'),
    await callBridge(app.chat, 'listActivity', {}),
    await callBridge(app.chat, 'readSettings'),
  ]
  await steps.openSettings(app.chat, 'Set-up')
  const setUp = await app.chat.content()
  await steps.openSettings(app.chat, 'Model')
  const windows = JSON.stringify(replies) + setUp + (await app.chat.content())
  const secrets = [
    world.scalekit.credentials.clientSecret,
    world.model.key,
    ...world.scalekit.credentials.tokens,
    ...world.scalekit.vault.providerTokens,
    ...issuedTokens(world),
  ]
  expect(secrets.length).toBeGreaterThan(5)
  for (const secret of secrets) expect(windows).not.toContain(secret)
  await app.close()
  expect(listFiles(folders.userData).length).toBeGreaterThan(3)
  for (const secret of secrets) expect(filesContaining(folders.home, secret)).toEqual([])
})

test('access tokens live five minutes: the session is refreshed, by rotation, and work goes on', async ({
  world,
  launchConnected,
}) => {
  const app = await launchConnected()
  const before = issuedTokens(world).length
  for (const question of ['one', 'two']) {
    await turnClock(app.electron, 6 * 60_000)
    await steps.goTo(app.chat, 'Connections')
    await steps.button(app.chat, 'Check again').click()
    await steps.goTo(app.chat, 'Chat')
    await steps.ask(app.chat, question)
    await expect(steps.conversation(app.chat)).toContainText(`Echo: ${question}`)
  }
  expect(issuedTokens(world).length).toBeGreaterThan(before)
  await expect(steps.button(app.chat, 'Sign in')).toHaveCount(0)
})

test('signing out revokes the tokens at the issuer', async ({ world, launchConnected }) => {
  const app = await launchConnected()
  await steps.signOut(app)
  await expect.poll(() => world.issuer.count('/token/revocation')).toBeGreaterThan(0)
})

test('ONBEHALF_REDIRECT=loopback signs in through a page of our own', async ({ launchConfigured, visitor }) => {
  const app = await launchConfigured({ environment: { ONBEHALF_REDIRECT: 'loopback' } })
  await steps.button(app.chat, 'Sign in').click()
  const arrival = await visitor.visit(await app.openedUrl(), [/^Sign in$/, 'Continue', 'Allow'], {
    login: people.first.sub,
  })
  expect(arrival.kind === 'page' ? arrival.status : arrival.kind).toBe(200)
  expect(arrival.kind === 'page' ? new URL(arrival.url).hostname : '').toMatch(/^127\.0\.0\.1$|^localhost$/)
  await expect(steps.messageBox(app.chat)).toBeVisible()
})

test('ONBEHALF_IDENTIFIER_CLAIM names the person to the vault', async ({ world, launchConfigured, visitor }) => {
  const app = await launchConfigured({ environment: { ONBEHALF_IDENTIFIER_CLAIM: 'vault_name' } })
  await steps.signIn(app, visitor, people.first.sub)
  await steps.connect(app, visitor, { provider: 'Monday.com', row: 'monday-prod' })
  expect(world.scalekit.vault.accounts.map(({ identifier }) => identifier)).toEqual([people.first.identifier])
  expect(JSON.stringify(await callBridge(app.chat, 'appState'))).not.toContain(people.first.identifier)
  expect(await app.chat.content()).not.toContain(people.first.identifier)
})

test('ONBEHALF_VERIFY_URL is the page that forwards to the app', async ({ launchConfigured, visitor }) => {
  const page = createServer((request, response) => {
    const { searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1')
    response.writeHead(302, { location: `onbehalf://connect/verify?${searchParams.toString()}` }).end()
  })
  await new Promise<void>((resolve) => page.listen(0, '127.0.0.1', resolve))
  const address = page.address()
  const isAddressInfo = (value: string | AddressInfo | null): value is AddressInfo =>
    typeof value === 'object' && value !== null
  const port = isAddressInfo(address) ? address.port : 0
  const app = await launchConfigured({
    environment: { ONBEHALF_VERIFY_URL: `http://127.0.0.1:${String(port)}/verified` },
  })
  await steps.signIn(app, visitor, people.first.sub)
  await steps.connect(app, visitor, { provider: 'Monday.com', row: 'monday-prod' })
  const forwarded = visitor.history.filter((url) => url.includes('/verified?'))
  expect(forwarded).toHaveLength(1)
  expect(forwarded[0]).not.toContain(people.first.sub)
  page.closeAllConnections()
  page.close()
})

test('nobody is named in any address that the browser sees', async ({ launchConnected, visitor }) => {
  const app = await launchConnected()
  for (const url of await app.openedUrls()) {
    expect(url).not.toContain(people.first.sub)
    expect(url).not.toContain(encodeURIComponent(people.first.email))
  }
  expect(
    visitor.history.filter((url) => /auth_request_id/.test(url)).every((url) => !url.includes(people.first.sub)),
  ).toBe(true)
})
