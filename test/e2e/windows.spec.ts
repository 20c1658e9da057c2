import type { Locator } from '@playwright/test'
import { readAppState } from './harness/bridge'
import { findWindow, type App } from './harness/app'
import { windowsInSight } from './harness/display'
import { expect, test } from './harness/fixtures'
import { pressGlobally } from './harness/keyboard'
import { samples } from './harness/samples'
import * as steps from './harness/steps'
import { toWindow, windowFacts } from './harness/windows'

const selectedIn = (field: Locator): Promise<string> =>
  field.evaluate((element) =>
    element instanceof HTMLTextAreaElement ? element.value.slice(element.selectionStart, element.selectionEnd) : '',
  )

const quickAskShown = (app: App, shown: boolean): Promise<void> =>
  expect.poll(async () => (await windowFacts(app.electron, 'quick-ask')).visible).toBe(shown)

test.describe('quick ask', () => {
  test('the global shortcut shows it with the focus in its field; Esc, losing the focus and the shortcut hide it', async ({
    launchApp,
    visitor,
    display,
  }) => {
    const app = await launchApp()
    await steps.signIn(app, visitor, samples.first.name)
    const { quickAskShortcut } = await readAppState(app.chat)
    expect(quickAskShortcut.registered).toBe(true)
    const quick = await findWindow(app.electron, 'quick-ask')
    await quickAskShown(app, false)

    pressGlobally(display, quickAskShortcut.accelerator)
    await quickAskShown(app, true)
    const field = quick.getByRole('textbox', { name: 'Quick ask', exact: true })
    await expect(field).toBeFocused()
    await field.press('Escape')
    await quickAskShown(app, false)

    pressGlobally(display, quickAskShortcut.accelerator)
    await expect.poll(async () => (await windowFacts(app.electron, 'quick-ask')).focused).toBe(true)
    await toWindow(app.electron, 'chat', 'focus')
    await quickAskShown(app, false)
  })

  test('keys typed right after the shortcut are not lost', async ({ launchApp, visitor, display }) => {
    const app = await launchApp()
    await steps.signIn(app, visitor, samples.first.name)
    const { quickAskShortcut } = await readAppState(app.chat)
    const quick = await findWindow(app.electron, 'quick-ask')
    pressGlobally(display, quickAskShortcut.accelerator)
    await expect.poll(async () => (await windowFacts(app.electron, 'quick-ask')).focused).toBe(true)
    for (const key of ['w', 'h', 'o']) pressGlobally(display, key)
    await expect(quick.getByRole('textbox', { name: 'Quick ask', exact: true })).toHaveValue('who')
  })
})

test('closing the window keeps the app; starting it again brings the window back in the same process', async ({
  launchApp,
}) => {
  const app = await launchApp()
  await toWindow(app.electron, 'chat', 'close')
  await expect.poll(async () => (await windowFacts(app.electron, 'chat')).visible).toBe(false)
  expect(app.electron.process().exitCode).toBeNull()
  expect(await app.deliverBySecondInstance()).toBe(0)
  await expect.poll(async () => (await windowFacts(app.electron, 'chat')).visible).toBe(true)
  expect((await windowFacts(app.electron, 'chat')).count).toBe(1)
  expect(app.electron.process().exitCode).toBeNull()
})

test('what was being written is there again after the window was closed', async ({ launchApp, visitor }) => {
  const app = await launchApp()
  await steps.signIn(app, visitor, samples.first.name)
  await steps.messageBox(app.chat).fill('half a thought')
  await steps.goTo(app.chat, 'Settings')
  await steps.goTo(app.chat, 'Chat')
  await expect(steps.messageBox(app.chat)).toHaveValue('half a thought')
  await toWindow(app.electron, 'chat', 'close')
  await expect.poll(async () => (await windowFacts(app.electron, 'chat')).visible).toBe(false)
  expect(await app.deliverBySecondInstance()).toBe(0)
  await expect(steps.messageBox(await findWindow(app.electron, 'chat'))).toHaveValue('half a thought')
})

test('a right click offers what can be done with text, in quick ask too, which stays', async ({
  launchApp,
  visitor,
  display,
}) => {
  const app = await launchApp()
  await steps.signIn(app, visitor, samples.first.name)
  const selectAllByMenu = async (field: Locator): Promise<void> => {
    await field.fill('half a thought')
    const before = windowsInSight(display)
    await field.click({ button: 'right' })
    await expect.poll(() => windowsInSight(display)).toBeGreaterThan(before)
    for (const key of ['Up', 'Return']) pressGlobally(display, key)
    await expect.poll(() => selectedIn(field)).toBe('half a thought')
  }
  await toWindow(app.electron, 'chat', 'focus')
  await selectAllByMenu(steps.messageBox(app.chat))
  const quick = await findWindow(app.electron, 'quick-ask')
  await toWindow(app.electron, 'quick-ask', 'show')
  await selectAllByMenu(quick.getByRole('textbox', { name: 'Quick ask', exact: true }))
  await quickAskShown(app, true)
})
