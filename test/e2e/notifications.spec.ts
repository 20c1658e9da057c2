import type { App } from './harness/app'
import { expectNoFindings } from './harness/axe'
import { expect, test } from './harness/fixtures'
import { askMain } from './harness/in-main'
import {
  captureNotifications,
  captureTray,
  clickLastNotification,
  shownNotifications,
  trayState,
} from './harness/notifications'
import { samples } from './harness/samples'
import * as steps from './harness/steps'
import { toWindow, windowFacts } from './harness/windows'

const lookAway = async (app: App): Promise<void> => {
  await toWindow(app.electron, 'chat', 'blur')
  await expect.poll(async () => (await windowFacts(app.electron, 'chat')).focused).toBe(false)
}

const lookHere = async (app: App): Promise<void> => {
  await toWindow(app.electron, 'chat', 'focus')
  await expect.poll(async () => (await windowFacts(app.electron, 'chat')).focused).toBe(true)
}

test('who looks elsewhere is told once, without content unless allowed, and a click opens the card', async ({
  launchApp,
  visitor,
}) => {
  const app = await launchApp()
  let dotted = ''
  const shown = () => shownNotifications(app.electron)
  await captureNotifications(app.electron)
  await captureTray(app.electron)
  await steps.signIn(app, visitor, samples.first.name)
  await steps.connect(app, visitor, { provider: 'Monday.com' })
  await steps.goTo(app.chat, 'Chat')

  await test.step('an approval: one notification that says nothing of it, and a dot on the tray', async () => {
    await lookAway(app)
    await steps.ask(app.chat, samples.create)
    await expect
      .poll(shown)
      .toEqual([{ title: 'Approval needed', body: 'A conversation waits for your approval.', closed: false }])
    const { tip, picture } = await trayState(app.electron)
    expect(tip).toBe('Onbehalf: 1 conversation waits for you')
    expect(picture).toMatch(/^data:image/)
    dotted = picture
  })

  await test.step('a click opens the conversation at its card', async () => {
    await steps.goTo(app.chat, 'Settings')
    await lookAway(app)
    await clickLastNotification(app.electron)
    await expect(steps.approvals(app.chat)).toBeInViewport()
    await expect.poll(async () => (await windowFacts(app.electron, 'chat')).focused).toBe(true)
  })

  await test.step('nothing is shown to who looks at the app; the dot goes when nothing waits', async () => {
    await steps.button(steps.approvals(app.chat), 'Decline').click()
    await expect.poll(async () => (await trayState(app.electron)).tip).toBe('Onbehalf')
    expect((await trayState(app.electron)).picture).not.toBe(dotted)
    await expect(steps.button(app.chat, 'Send')).toBeVisible()
    expect(await shown()).toHaveLength(1)
  })

  await test.step('the sandbox needs no network, so it misses none', async () => {
    await app.chat.context().setOffline(true)
    await steps.goTo(app.chat, 'Activity')
    await expect(app.chat.getByRole('heading', { name: 'Activity', exact: true })).toBeVisible()
    await expect(app.chat.getByText('You are offline')).toHaveCount(0)
    await app.chat.context().setOffline(false)
  })

  await test.step('where it is allowed, it says what it is about', async () => {
    await steps.openSettings(app.chat, 'Notifications')
    await expectNoFindings(app.chat, 'Notifications in Settings')
    await app.chat.getByRole('switch', { name: 'Say what it is about' }).click()
    await steps.goTo(app.chat, 'Chat')
    await lookAway(app)
    await steps.ask(app.chat, samples.create)
    await expect
      .poll(async () => (await shown()).slice(1))
      .toEqual([{ title: 'Approval needed', body: expect.stringMatching(/Q3 launch brief.*: Create/), closed: false }])
  })

  await test.step('who looks at another conversation in another window is told, too', async () => {
    await steps.button(steps.approvals(app.chat), 'Decline').click()
    await expect(steps.button(app.chat, 'Stop')).toHaveCount(0)
    await lookHere(app)
    const before = (await shown()).length
    const opened = app.electron.waitForEvent('window')
    await app.chat.keyboard.press('Control+Shift+N')
    const other = await opened
    await steps.button(other, 'New chat').click()
    const inFront = () =>
      askMain(() => app.electron.evaluate(({ BrowserWindow: all }) => all.getFocusedWindow()?.webContents.getURL()))
    await expect.poll(inFront).toMatch(/chat\.html[^#]*$/)
    await steps.ask(app.chat, samples.create)
    await expect.poll(async () => (await shown()).length).toBe(before + 1)
    await other.close()
  })

  await test.step('signing out takes back what is shown, and the dot', async () => {
    await lookHere(app)
    await steps.signOut(app)
    expect((await shown()).at(-1)?.closed).toBe(true)
    expect((await trayState(app.electron)).tip).toBe('Onbehalf')
  })
})
