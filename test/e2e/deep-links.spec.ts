import { expectFailure } from './harness/failures'
import { expect, test } from './harness/fixtures'
import { samples } from './harness/samples'
import * as steps from './harness/steps'
import { allowInspection, inspectChat, openBySystem, waitForRegistration } from './harness/system-links'
import { toWindow, windowFacts } from './harness/windows'

test('the app registers itself, and the system hands links to the running one, in front', async ({
  launchApp,
  visitor,
  folders,
  display,
}) => {
  const app = await launchApp()
  await waitForRegistration(folders)
  const link = await steps.signInLink(app, visitor, samples.first.name)
  await toWindow(app.electron, 'chat', 'close')
  expect(await openBySystem({ folders, display }, link).ended).toBe(0)
  await expect.poll(async () => (await windowFacts(app.electron, 'chat')).visible).toBe(true)
  await expect(steps.messageBox(app.chat)).toBeVisible()
  expect((await windowFacts(app.electron, 'chat')).count).toBe(1)

  await toWindow(app.electron, 'chat', 'close')
  expect(await openBySystem({ folders, display }, 'onbehalf://somewhere/else', 'GIO').ended).toBe(0)
  await expect.poll(async () => (await windowFacts(app.electron, 'chat')).visible).toBe(true)
  await expectFailure(app.chat, /not waiting for|could not be read/, /.+/)
})

test('several links at once all arrive, each as one argument', async ({ launchApp, folders, display }) => {
  const app = await launchApp()
  await waitForRegistration(folders)
  const links = [
    'onbehalf://somewhere/else',
    'onbehalf://connect/verify?state=a b --quit',
    'onbehalf://auth/callback?state=$(touch%20x);&code=`id`',
  ]
  const opened = links.map((link) => openBySystem({ folders, display }, link))
  expect(await Promise.all(opened.map(({ ended }) => ended))).toEqual([0, 0, 0])
  await expectFailure(app.chat, /not waiting for|could not be read/, /.+/)
  expect(app.isRunning()).toBe(true)
})

test('a link starts the app where it is not running, and is followed', async ({ launchApp, folders, display }) => {
  const before = await launchApp()
  await waitForRegistration(folders)
  await before.close()
  allowInspection(folders)
  const opened = openBySystem({ folders, display }, 'onbehalf://somewhere/else')
  try {
    const chat = await inspectChat(folders)
    await expectFailure(chat, /not waiting for|could not be read/, /.+/)
    await expect(steps.button(chat, 'Sign in')).toBeVisible()
    // It is the whole app: the next link finds it.
    expect(await openBySystem({ folders, display }, 'onbehalf://connect/verify?state=').ended).toBe(0)
    await expectFailure(chat, /could not be read/, /.+/)
  } finally {
    opened.end()
  }
})
