import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { callBridge, readAppState } from './harness/bridge'
import { expect, issuedTokens, type World } from './harness/configured'
import { filesContaining } from './harness/files'
import { people } from './harness/people'
import * as steps from './harness/steps'
import { test } from './harness/under-keychain'

const staysSignedIn = 'You stay signed in on this computer.'
const untilQuit = /only until Onbehalf quits, because this computer has no keychain/

const withoutKey = ({ OPENAI_API_KEY: _, ...others }: Readonly<Record<string, string>>): Record<string, string> =>
  others

const namesBeginning = (folder: string, start: string): string[] =>
  readdirSync(folder).filter((name) => name.startsWith(start))

const expectTokensNowhere = (world: World, folder: string): void => {
  expect(issuedTokens(world).length).toBeGreaterThan(1)
  for (const token of issuedTokens(world)) expect(filesContaining(folder, token)).toEqual([])
}

test('under a keychain a person stays signed in, and no token can be read in any file', async ({
  world,
  keyring: { environment },
  launchConfigured,
  visitor,
  folders,
}) => {
  const before = await launchConfigured({ environment })
  await steps.signIn(before, visitor, people.first.sub)
  await steps.goTo(before.chat, 'Settings')
  await expect(before.chat.getByText(staysSignedIn)).toBeVisible()
  await before.close()
  expectTokensNowhere(world, folders.home)

  const app = await launchConfigured({ environment })
  await expect(steps.messageBox(app.chat)).toBeVisible()
  await steps.goTo(app.chat, 'Settings')
  await expect(app.chat.getByText(people.first.email)).toBeVisible()
  expect(await app.openedUrls()).toEqual([])
  await steps.goTo(app.chat, 'Connections')
  await steps.expectStatus(app.chat, 'monday-prod', 'Not connected')
  await app.kill()
  expectTokensNowhere(world, folders.home)
})

test('signing out wipes what the keychain held: the next start asks to sign in', async ({
  keyring: { environment },
  launchConfigured,
  visitor,
}) => {
  const before = await launchConfigured({ environment })
  await steps.signIn(before, visitor, people.first.sub)
  await steps.signOut(before)
  await before.close()
  const app = await launchConfigured({ environment })
  await expect(steps.button(app.chat, 'Sign in')).toBeVisible()
  expect((await readAppState(app.chat)).session.kind).toBe('signed-out')
})

test('without a keychain nothing is written, and Settings says why one signs in again', async ({
  world,
  launchConfigured,
  visitor,
  folders,
}) => {
  const before = await launchConfigured({ environment: { OPENAI_API_KEY: '' } })
  await steps.signIn(before, visitor, people.first.sub)
  await steps.goTo(before.chat, 'Settings')
  await expect(before.chat.getByText(untilQuit)).toBeVisible()
  await steps.openSettings(before.chat, 'Model')
  await expect(before.chat.getByLabel(/OPENAI_API_KEY/)).toBeDisabled()
  const refused = await callBridge(before.chat, 'saveConfiguration', { values: { OPENAI_API_KEY: world.model.key } })
  expect(refused).toMatchObject({ ok: false, failure: { code: 'keychain-unavailable' } })
  await before.close()
  expect(namesBeginning(folders.userData, 'secrets')).toEqual([])
  expectTokensNowhere(world, folders.home)
  expect(filesContaining(folders.home, world.model.key)).toEqual([])

  const app = await launchConfigured()
  await expect(steps.button(app.chat, 'Sign in')).toBeVisible()
})

const alter = (text: string, field: RegExp): string =>
  text.replace(field, (all: string) => all.slice(0, -1) + (all.endsWith('A') ? 'B' : 'A'))

const damages = {
  'a character of a value': (text: string) => alter(text, /"data":"..../),
  'a character of the key': (text: string) => alter(text, /"key":"[^"]{30}/),
  'cut off': (text: string) => text.slice(0, text.length / 2),
} as const

for (const [name, damage] of Object.entries(damages)) {
  test(`stored secrets that were tampered with (${name}) are set aside: sign in again, and go on`, async ({
    keyring: { environment },
    launchConfigured,
    visitor,
    folders,
  }) => {
    const file = join(folders.userData, 'secrets.json')
    const first = await launchConfigured({ environment })
    await steps.signIn(first, visitor, people.first.sub)
    await first.close()
    const intact = readFileSync(file, 'utf8')
    const damaged = damage(intact)
    expect(damaged).not.toBe(intact)
    writeFileSync(file, damaged)

    const second = await launchConfigured({ environment })
    await expect(steps.button(second.chat, 'Sign in')).toBeVisible()
    await expect(second.chat.getByText(/secrets\.json/).first()).toBeVisible()
    expect(namesBeginning(folders.userData, 'secrets.json.unreadable-')).toHaveLength(1)
    await steps.signIn(second, visitor, people.first.sub)
    await second.close()

    const third = await launchConfigured({ environment })
    await expect(steps.messageBox(third.chat)).toBeVisible()
  })
}

test('a key that was entered in Settings is used after a restart, and never shown', async ({
  world,
  keyring: { environment },
  launchApp,
  visitor,
  folders,
}) => {
  const options = { environment: { ...withoutKey(world.environment), ...environment } }
  const before = await launchApp(options)
  await steps.signIn(before, visitor, people.first.sub)
  await steps.openSettings(before.chat, 'Model')
  const field = (page: typeof before.chat) => page.getByLabel(/OPENAI_API_KEY/)
  await field(before.chat).fill(world.model.key)
  await expect(field(before.chat)).toHaveAttribute('type', 'password')
  await steps.button(before.chat, 'Use this model').click()
  await expect(before.chat.getByText('In use from the next question on.')).toBeVisible()
  await expect(field(before.chat)).toHaveValue('')
  await before.close()
  expect(filesContaining(folders.home, world.model.key)).toEqual([])

  const app = await launchApp(options)
  await steps.ask(app.chat, 'hello')
  await expect(steps.conversation(app.chat)).toContainText('Echo: hello')
  await steps.openSettings(app.chat, 'Model')
  await expect(field(app.chat)).toHaveAttribute('placeholder', 'Set. Type to replace it.')
  const shown = JSON.stringify(await callBridge(app.chat, 'readSettings')) + (await app.chat.content())
  expect(shown).not.toContain(world.model.key)
})
