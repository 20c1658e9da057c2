import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { App } from './harness/app'
import { expect, test } from './harness/configured'
import { expectFailure, failureWith, pressFailureButton } from './harness/failures'
import { turnClock } from './harness/clock'
import { people } from './harness/people'
import * as steps from './harness/steps'

const typed = 'half a thought that nobody may lose'

const expectTypedTextKept = async (app: App): Promise<void> => {
  await steps.goTo(app.chat, 'Chat')
  await expect(steps.messageBox(app.chat)).toHaveValue(typed)
}

test.describe('the model', () => {
  test('no network: says so, keeps the message, and trying again works once it is back', async ({
    world,
    launchConnected,
  }) => {
    const app = await launchConnected({ environment: { OPENAI_BASE_URL: 'https://model.invalid/v1' } })
    await steps.ask(app.chat, 'are you there')
    await steps.messageBox(app.chat).fill(typed)
    await expectFailure(app.chat, /no network connection/, 'Try again')
    await expect(steps.conversation(app.chat)).toContainText('are you there')
    await expectTypedTextKept(app)
    const offline = app.chat.getByRole('status').filter({ hasText: 'You are offline' })
    await app.chat.context().setOffline(true)
    await expect(offline).toContainText('1 message waits for the network')
    await steps.goTo(app.chat, 'Activity')
    await expect(app.chat.getByRole('heading', { name: 'Activity', exact: true })).toBeVisible()
    await expectTypedTextKept(app)
    await app.chat.context().setOffline(false)
    await expect(offline).toHaveCount(0)
    // Nothing is sent again before the person asks for it.
    await expect(failureWith(app.chat, /no network connection/, 'Try again')).toBeVisible()
    expect(world.model.requests).toHaveLength(0)
  })

  test('a refused key leads to Settings', async ({ world, launchConnected }) => {
    const app = await launchConnected()
    world.model.failNext(401, 20)
    await steps.ask(app.chat, 'are you there')
    await steps.messageBox(app.chat).fill(typed)
    await expectFailure(app.chat, /refuses this app.s API key/, 'Open Settings')
    await expectTypedTextKept(app)
    await pressFailureButton(app.chat, /refuses this app.s API key/, 'Open Settings')
    await expect(app.chat.getByLabel(/OPENAI_API_KEY/)).toBeVisible()
  })

  test('a rate limit can be tried again, and then the same message is answered', async ({ world, launchConnected }) => {
    const app = await launchConnected()
    world.model.failNext(429, 20)
    await steps.ask(app.chat, 'are you there')
    await steps.messageBox(app.chat).fill(typed)
    await expectFailure(app.chat, /too many requests/, 'Try again')
    world.model.failNext(200, 0)
    await pressFailureButton(app.chat, /too many requests/, 'Try again')
    await expect(steps.conversation(app.chat)).toContainText('Echo: are you there')
    await expectTypedTextKept(app)
  })

  test('a server error can be tried again', async ({ world, launchConnected }) => {
    const app = await launchConnected()
    world.model.failNext(500, 20)
    await steps.ask(app.chat, 'are you there')
    await expectFailure(app.chat, /stopped with an error|doesn.t answer/, 'Try again')
    world.model.failNext(200, 0)
    await pressFailureButton(app.chat, /stopped with an error|doesn.t answer/, 'Try again')
    await expect(steps.conversation(app.chat)).toContainText('Echo: are you there')
  })
})

test.describe('signing in', () => {
  test('an issuer that is down can be tried again', async ({ launchConfigured }) => {
    const app = await launchConfigured({ environment: { ONBEHALF_ISSUER: 'http://127.0.0.1:9' } })
    await steps.button(app.chat, 'Sign in').click()
    await expect(app.chat.getByRole('alert').filter({ hasText: /doesn.t answer/ })).toHaveCount(1)
    await expect(steps.button(app.chat, 'Sign in')).toBeVisible()
    expect(await app.openedUrls()).toEqual([])
  })

  test('an issuer that goes down while somebody works loses nothing', async ({ world, launchConnected }) => {
    const app = await launchConnected()
    await world.issuer.close()
    await turnClock(app.electron, 6 * 60_000)
    await steps.ask(app.chat, 'are you there')
    await steps.messageBox(app.chat).fill(typed)
    await expectFailure(app.chat, /sign-in service.*doesn.t answer/, 'Try again')
    await expect(app.chat.getByText('are you there').first()).toBeVisible()
    await expectTypedTextKept(app)
  })
})

test.describe('Scalekit', () => {
  test('refused credentials lead to Settings', async ({ launchConfigured, visitor }) => {
    const app = await launchConfigured({ environment: { SCALEKIT_CLIENT_SECRET: 'the-wrong-one' } })
    await steps.signIn(app, visitor, people.first.sub)
    await steps.messageBox(app.chat).fill(typed)
    await steps.goTo(app.chat, 'Connections')
    await expectFailure(app.chat, /refuses this app.s credentials/, 'Open Settings')
    await expect(app.chat.getByText('the-wrong-one')).toHaveCount(0)
    await expectTypedTextKept(app)
  })

  test('an environment that is down can be tried again', async ({ world, launchConnected }) => {
    const app = await launchConnected()
    await world.scalekit.close()
    await steps.goTo(app.chat, 'Connections')
    await steps.button(app.chat, 'Check again').click()
    await expectFailure(app.chat, /Scalekit.*doesn.t answer/, 'Try again')
  })
})

test.describe('in the middle of a run', () => {
  const create = 'run monday_item_create {"board_id":"4400100","item_name":"Goes on"}'

  for (const [state, status] of [
    ['expired', 'EXPIRED'],
    ['revoked', 'DISCONNECTED'],
  ] as const) {
    test(`a connection that was ${state} is reconnected from the card, and the same call goes on`, async ({
      world,
      launchConnected,
      visitor,
    }) => {
      const app = await launchConnected()
      await steps.ask(app.chat, create)
      await expect(steps.approvals(app.chat)).toHaveCount(1)
      world.scalekit.setStatus(people.first.sub, 'monday-prod', status)
      await steps.button(steps.approvals(app.chat), 'Approve').click()
      await steps.messageBox(app.chat).fill(typed)
      await steps.button(steps.conversation(app.chat), 'Reconnect Monday.com').click()
      const arrival = await visitor.visit(await app.openedUrl(), ['Allow'])
      await app.deliver(arrival.kind === 'link' ? arrival.link : '')
      const done = steps.conversation(app.chat).getByText(/Done: .*Goes on/)
      await expect(done).toBeVisible()
      expect(world.workplace.itemsNamed('Goes on')).toHaveLength(1)
      await expectTypedTextKept(app)
    })
  }

  test('a read that finds its token revoked offers to reconnect, and the connection says so', async ({
    world,
    launchConnected,
    visitor,
  }) => {
    const app = await launchConnected()
    world.scalekit.fail({ tool: 'monday_boards_list', kind: 'unauthorized' })
    await steps.ask(app.chat, 'run monday_boards_list {}')
    await steps.button(steps.conversation(app.chat), 'Reconnect Monday.com').click()
    const arrival = await visitor.visit(await app.openedUrl(), ['Allow'])
    await app.deliver(arrival.kind === 'link' ? arrival.link : '')
    await expect(steps.conversation(app.chat)).toContainText('Refits')
  })

  test("the provider's refusal is told in its own words, and nothing was done", async ({ world, launchConnected }) => {
    const app = await launchConnected()
    world.scalekit.fail({ tool: 'monday_item_create', kind: 'forbidden' })
    await steps.ask(app.chat, create)
    await steps.button(steps.approvals(app.chat), 'Approve').click()
    await expectFailure(steps.decided(app.chat), /refused this/, 'Open Connections')
    await expect(steps.conversation(app.chat)).toContainText('you may not change this board')
    expect(world.workplace.itemsNamed('Goes on')).toHaveLength(0)
  })

  test("the provider's rate limit is told, and nothing was done", async ({ world, launchConnected }) => {
    const app = await launchConnected()
    world.scalekit.fail({ tool: 'monday_item_create', kind: 'rate-limited' })
    await steps.ask(app.chat, create)
    await steps.button(steps.approvals(app.chat), 'Approve').click()
    await expectFailure(app.chat, /too many requests/, 'Approve')
    expect(world.workplace.itemsNamed('Goes on')).toHaveLength(0)
  })
})

test.describe('links that come back', () => {
  const row = 'monday-prod'

  test('denied consent says so and can be asked again', async ({ launchConfigured, visitor }) => {
    const app = await launchConfigured()
    await steps.signIn(app, visitor, people.first.sub)
    await app.deliver(await steps.connectLink(app, visitor, { provider: 'Monday.com', row, answer: 'Deny' }))
    await expectFailure(app.chat, /access was refused in the browser/, 'Connect Monday.com')
    await app.deliver(await steps.connectLink(app, visitor, { provider: 'Monday.com', row }))
    await steps.expectStatus(app.chat, row, 'Connected')
  })

  for (const [name, link, sentence] of [
    ['unknown', 'onbehalf://somewhere/else', /not waiting for|could not be read/],
    ['malformed', 'onbehalf://connect/verify?auth_request_id=', /could not be read/],
    ['forged', 'onbehalf://connect/verify?auth_request_id=areq_1&state=forged', /not waiting for|ignored/],
    ['a sign-in that nobody started', 'onbehalf://auth/callback?code=c&state=s', /not waiting for|ignored/],
  ] as const) {
    test(`${name}: a sentence with a button, and nothing typed is lost`, async ({ launchConnected }) => {
      const app = await launchConnected()
      await steps.messageBox(app.chat).fill(typed)
      expect(await app.deliverBySecondInstance(link)).toBe(0)
      await expectFailure(app.chat, sentence, /.+/)
      await expectTypedTextKept(app)
    })
  }

  test('one that starts the app is followed too', async ({ launchApp }) => {
    const app = await launchApp({ args: ['onbehalf://somewhere/else'] })
    await expectFailure(app.chat, /not waiting for|could not be read/, /.+/)
    await expect(steps.button(app.chat, 'Sign in')).toBeVisible()
  })

  test('stale: after more than ten minutes it is refused, and the account stays unverified', async ({
    world,
    launchConfigured,
    visitor,
  }) => {
    const app = await launchConfigured()
    await steps.signIn(app, visitor, people.first.sub)
    const link = await steps.connectLink(app, visitor, { provider: 'Monday.com', row })
    await turnClock(app.electron, 11 * 60_000)
    await app.deliver(link)
    await expectFailure(app.chat, /too late/, /.+/)
    expect(world.scalekit.calls).not.toContain('VerifyConnectedAccountUser')
  })

  test('replayed: used once, refused the second time', async ({ world, launchConfigured, visitor }) => {
    const app = await launchConfigured()
    await steps.signIn(app, visitor, people.first.sub)
    const link = await steps.connectLink(app, visitor, { provider: 'Monday.com', row })
    await app.deliver(link)
    await steps.expectStatus(app.chat, row, 'Connected')
    await app.deliver(link)
    await expectFailure(app.chat, /already used once/, /.+/)
    expect(world.scalekit.calls.filter((call) => call === 'VerifyConnectedAccountUser')).toHaveLength(1)
  })

  test("another person's: refused, and nobody's account is verified", async ({ world, launchConfigured, visitor }) => {
    const app = await launchConfigured()
    await steps.signIn(app, visitor, people.first.sub)
    const link = await steps.connectLink(app, visitor, { provider: 'Monday.com', row })
    await steps.signOut(app)
    await steps.signIn(app, visitor, people.second.sub)
    await app.deliver(link)
    await expectFailure(app.chat, /somebody else/, /.+/)
    await steps.goTo(app.chat, 'Connections')
    await steps.expectStatus(app.chat, row, 'Not connected')
    expect(world.scalekit.calls).not.toContain('VerifyConnectedAccountUser')
  })
})

test.describe('files', () => {
  test('unreadable settings are kept aside and said', async ({ launchApp, folders }) => {
    writeFileSync(join(folders.userData, 'settings.json'), '{ "preferences": [not json', { mode: 0o600 })
    const app = await launchApp()
    await expect(failureWith(app.chat, /settings file could not be read/, 'Show file')).toBeVisible()
    expect(readdirSync(folders.userData).filter((name) => name.startsWith('settings.json.unreadable'))).toHaveLength(1)
    await expect(steps.button(app.chat, 'Sign in')).toBeVisible()
  })

  test('an unreadable database is kept aside and said, and the app works', async ({ launchConnected, folders }) => {
    const before = await launchConnected()
    await steps.ask(before.chat, 'remember me')
    await expect(steps.conversation(before.chat)).toContainText('Echo: remember me')
    await before.close()
    const database = readdirSync(folders.userData).filter((name) => /\.(db|sqlite)$/.test(name))
    expect(database).toHaveLength(1)
    writeFileSync(join(folders.userData, database[0] ?? ''), 'this is no database '.repeat(500))
    const app = await launchConnected()
    await expect(failureWith(app.chat, /could not be read/, 'Show file')).toBeVisible()
    expect(readdirSync(folders.userData).some((name) => name.includes('unreadable'))).toBe(true)
    await steps.ask(app.chat, 'and again')
    await expect(steps.conversation(app.chat)).toContainText('Echo: and again')
  })
})
