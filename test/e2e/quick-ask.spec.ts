import type { Page } from '@playwright/test'
import { quietMs } from '../../src/renderer/state/link-guard'
import { findWindow, type App } from './harness/app'
import { colourAt } from './harness/display'
import { expectNoFindings } from './harness/axe'
import { callBridge, readAppState } from './harness/bridge'
import { expect, test } from './harness/fixtures'
import { askMain } from './harness/in-main'
import { pressGlobally } from './harness/keyboard'
import { neighbourColour, startNeighbour, startWindowManager } from './harness/neighbour'
import { samples } from './harness/samples'
import * as steps from './harness/steps'
import { toWindow, windowFacts } from './harness/windows'

const field = (quick: Page) => quick.getByRole('textbox', { name: 'Quick ask', exact: true })

const quickAskShown = (app: App, shown = true): Promise<void> =>
  expect.poll(async () => (await windowFacts(app.electron, 'quick-ask')).visible).toBe(shown)

// A quarter down a screen of 1600 by 1100, in the middle.
const topOfQuickAsk = { x: 800, y: 280 }

const threadsOf = async (page: Page): Promise<unknown> => {
  const reply = await callBridge(page, 'listThreads')
  return reply.ok ? reply.value : reply
}

test('comes up over a full-screen window, asks for approval in place, goes on in the chat, and remembers', async ({
  launchApp,
  visitor,
  folders,
  display,
}) => {
  const manager = startWindowManager(display)
  const app = await launchApp()
  await steps.signIn(app, visitor, samples.first.name)
  await steps.connect(app, visitor, { provider: 'Monday.com' })
  const { quickAskShortcut } = await readAppState(app.chat)
  const quick = await findWindow(app.electron, 'quick-ask')

  await test.step('over a window in full screen of another program', async () => {
    const neighbour = await startNeighbour({ folders, display }, { shape: manager.runs ? 'full' : 'large' })
    await expect.poll(() => colourAt(display, { x: 800, y: 1000 })).toBe(neighbourColour)
    pressGlobally(display, quickAskShortcut.accelerator)
    await quickAskShown(app)
    await expect(field(quick)).toBeFocused()
    await expect.poll(() => colourAt(display, topOfQuickAsk)).not.toBe(neighbourColour)
    // Its height follows what it shows; its place does not.
    await field(quick).fill('first line\nsecond line\nthird line')
    await expect
      .poll(() => colourAt(display, { x: topOfQuickAsk.x, y: topOfQuickAsk.y + 190 }))
      .not.toBe(neighbourColour)
    expect(colourAt(display, topOfQuickAsk)).not.toBe(neighbourColour)
    await field(quick).fill('')
    expect(colourAt(display, { x: 800, y: 1000 })).toBe(neighbourColour)
    await neighbour.end()
  })

  await test.step('the accounts that it works in are there before the first question', async () => {
    await toWindow(app.electron, 'quick-ask', 'show')
    await expect(quick.getByRole('list', { name: 'Works in' })).toContainText('Monday.com')
    await expectNoFindings(quick, 'quick ask')
  })

  await test.step('a change waits for its approval in place', async () => {
    await field(quick).fill(samples.create)
    await field(quick).press('Enter')
    await steps.button(steps.approvals(quick), 'Approve').click()
    await expect(steps.decided(quick)).toContainText('Done')
    await expect(steps.button(quick, 'Stop')).toHaveCount(0)
  })

  await test.step('the chat window goes on with the same conversation', async () => {
    await steps.button(quick, 'Open in chat').click()
    await quickAskShown(app, false)
    await expect(steps.conversation(app.chat)).toContainText(samples.create)
    await steps.ask(app.chat, samples.question)
    await expect(steps.conversation(app.chat).getByText(samples.answer).last()).toBeVisible()
    await expect(steps.button(app.chat, 'Stop')).toHaveCount(0)
    expect(await threadsOf(app.chat)).toHaveLength(1)
  })

  await test.step('a question of its own starts another one', async () => {
    await toWindow(app.electron, 'quick-ask', 'show')
    await steps.button(quick, 'Start over').click()
    await field(quick).fill(samples.question)
    await field(quick).press('Enter')
    await expect(quick.getByText(samples.answer).filter({ visible: true }).first()).toBeVisible()
    await expect(steps.button(quick, 'Stop')).toHaveCount(0)
    expect(await threadsOf(app.chat)).toHaveLength(2)
  })

  await test.step('Up and Down bring back what was asked, after a restart too', async () => {
    await app.close()
    const again = await launchApp()
    await steps.signIn(again, visitor, samples.first.name)
    const later = await findWindow(again.electron, 'quick-ask')
    await toWindow(again.electron, 'quick-ask', 'show')
    await expect(later.getByText('Earlier questions')).toBeVisible()
    for (const [key, text] of [
      ['ArrowUp', samples.question],
      ['ArrowUp', samples.create],
      ['ArrowDown', samples.question],
      ['ArrowDown', ''],
    ] as const) {
      await field(later).press(key)
      await expect(field(later)).toHaveValue(text)
    }
    expect(await threadsOf(again.chat)).toHaveLength(2)
  })
  manager.end()
})

test('a link only fills the field: it sends nothing, and overwrites nothing', async ({ launchApp, visitor }) => {
  const app = await launchApp()
  const link = (text: string): string => `onbehalf://ask?${new URLSearchParams({ text }).toString()}`
  const quick = await findWindow(app.electron, 'quick-ask')

  await test.step('while nobody is signed in it waits, and the chat window says so', async () => {
    await toWindow(app.electron, 'chat', 'close')
    await app.deliver(link(`List\u202e my\u200b boards`))
    await expect.poll(async () => (await windowFacts(app.electron, 'chat')).visible).toBe(true)
    await expect(app.chat.getByText('A link brought a question.')).toBeVisible()
    await quickAskShown(app, false)
    await steps.signIn(app, visitor, samples.first.name)
    await quickAskShown(app)
    await expect(app.chat.getByText('A link brought a question.')).toHaveCount(0)
  })

  await test.step('it is marked, shows all that it holds, and takes no key from somebody who goes on typing', async () => {
    await expect(field(quick)).toHaveValue('List my boards')
    await expect(quick.getByText('From a link')).toBeVisible()
    await expect(quick.getByText('2 characters that nobody sees were taken out.')).toBeVisible()
    await expectNoFindings(quick, 'quick ask with the text of a link')
    await app.deliver(link('Who am I in Intercom?'))
    await steps.button(quick, 'Use it').click()
    await expect(field(quick)).toHaveValue('Who am I in Intercom?')
    await field(quick).focus()
    for (const key of ['x', 'y', 'Enter', 'Enter']) await quick.keyboard.press(key)
    await expect(field(quick)).toHaveValue('Who am I in Intercom?')
    expect(await threadsOf(app.chat)).toEqual([])
  })

  await test.step('what is typed stays until the person takes the link instead, and comes back with Up', async () => {
    await field(quick).fill('half a thought')
    await expect(quick.getByText('From a link')).toHaveCount(0)
    await app.deliver(link('List my boards'))
    await expect(quick.getByText('A link brings a question')).toBeVisible()
    await expect(field(quick)).toHaveValue('half a thought')
    await steps.button(quick, 'Use it').click()
    await expect(field(quick)).toHaveValue('List my boards')
    await steps.button(quick, 'Discard').click()
    await field(quick).press('ArrowUp')
    await expect(field(quick)).toHaveValue('half a thought')
  })

  await test.step('anything beside a text is refused, and nothing was sent by all this', async () => {
    await app.deliver(`${link('List my boards')}&send=1`)
    await expect(app.chat.getByText(/could not be read/)).toBeVisible()
    expect(await threadsOf(app.chat)).toEqual([])
  })

  await test.step('a fresh press after a pause asks it', async () => {
    await app.deliver(link('List my boards'))
    await steps.button(quick, 'Use it').click()
    await expect(async () => {
      await field(quick).press('Enter')
      await expect(quick.getByRole('log')).toBeVisible({ timeout: quietMs + 200 })
    }).toPass()
    expect(await threadsOf(app.chat)).toHaveLength(1)
  })
})

test('on Wayland it says that no shortcut can be had, and opens by argument and by link', async ({
  launchApp,
  visitor,
}) => {
  const environment = { XDG_SESSION_TYPE: 'wayland' }
  const first = await launchApp({ environment, args: ['--quick-ask'] })

  await test.step('the argument starts it with nothing but quick ask, and works as the shortcut afterwards', async () => {
    await quickAskShown(first)
    expect((await windowFacts(first.electron, 'chat')).visible).toBe(false)
    expect(await first.deliverBySecondInstance('--quick-ask')).toBe(0)
    await quickAskShown(first, false)
    await first.deliver('onbehalf://quick-ask')
    await quickAskShown(first)
    expect((await windowFacts(first.electron, 'chat')).visible).toBe(false)
  })

  await test.step('it is said, once', async () => {
    expect((await readAppState(first.chat)).notices.map(({ failure }) => failure.code)).toContain('shortcut-wayland')
    await first.close()
    const again = await launchApp({ environment })
    await steps.signIn(again, visitor, samples.first.name)
    expect((await readAppState(again.chat)).notices).toEqual([])

    await steps.openSettings(again.chat, 'Quick ask')
    await expect(again.chat.getByText('No shortcut on Wayland')).toBeVisible()
    await steps.button(again.chat, 'Copy command').click()
    const copied = await askMain(() => again.electron.evaluate(({ clipboard }) => clipboard.readText()))
    expect(copied).toContain(`--user-data-dir=${again.userData}`)
    expect(copied).toMatch(/ --quick-ask$/)
    await steps.openSettings(again.chat, 'Doctor')
    await steps.button(again.chat, 'Check everything').click()
    await expect(again.chat.getByText(/^Bind the command under/)).toBeVisible()
  })
})

test('a shortcut that another program holds is named, and another one is recorded', async ({
  launchApp,
  visitor,
  folders,
  display,
}) => {
  const neighbour = await startNeighbour({ folders, display }, { keys: 'Control+Shift+Space' })
  const app = await launchApp()
  await steps.signIn(app, visitor, samples.first.name)
  await expect(app.chat.getByText(/^Another app uses/)).toBeVisible()
  await steps.openSettings(app.chat, 'Quick ask')
  await expect(app.chat.getByText(/^Another program holds Ctrl\+Shift\+Space/)).toBeVisible()

  await test.step('keys that would be missed elsewhere are refused, in words', async () => {
    await steps.button(app.chat, 'Change shortcut').click()
    await app.chat.keyboard.press('k')
    await expect(app.chat.getByText(/^K alone would be taken away/)).toBeVisible()
    await app.chat.keyboard.press('Control+c')
    await expect(app.chat.getByText(/^Ctrl\+C means something else/)).toBeVisible()
    await expectNoFindings(app.chat, 'settings while a shortcut is recorded')
  })

  await test.step('others are taken at once', async () => {
    await app.chat.keyboard.press('Control+Alt+k')
    await expect(app.chat.getByText(/^Another program holds/)).toHaveCount(0)
    pressGlobally(display, 'Control+Alt+K')
    await quickAskShown(app)
    await toWindow(app.electron, 'chat', 'focus')
  })

  await test.step('the one that is held stays when the next can’t be had', async () => {
    await steps.button(app.chat, 'Use Ctrl+Shift+Space').click()
    await expect(app.chat.getByText(/^Another program holds Ctrl\+Shift\+Space\. Ctrl\+Alt\+K still/)).toBeVisible()
    await neighbour.end()
    await steps.button(app.chat, 'Try again').click()
    await expect(app.chat.getByText(/^Another program holds/)).toHaveCount(0)
    expect((await readAppState(app.chat)).quickAskShortcut).toMatchObject({ registered: true })
  })
})
