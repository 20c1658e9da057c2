import type { Page } from '@playwright/test'
import { findWindow, type App } from './harness/app'
import { expectNoFindings } from './harness/axe'
import type { Browser } from './harness/browser'
import { expect, test } from './harness/fixtures'
import { askMain } from './harness/in-main'
import { captureTray, trayState } from './harness/notifications'
import { samples } from './harness/samples'
import { button } from './harness/steps'
import { resizeChat, toWindow } from './harness/windows'

const signIn = async (app: App, visitor: Browser, words: string): Promise<void> => {
  await button(app.chat, words).click()
  const { name } = samples.first
  const arrival = await visitor.visit(await app.openedUrl(), [name, /^Sign in$/, 'Continue', 'Allow'], { login: name })
  if (arrival.kind !== 'link') throw new Error(`Signing in ended at ${arrival.url}`)
  await app.deliver(arrival.link)
}

const connectMonday = async (app: App, visitor: Browser, words: string): Promise<void> => {
  await button(app.chat, words).click()
  const arrival = await visitor.visit(await app.openedUrl(), ['Allow'])
  if (arrival.kind !== 'link') throw new Error(`Consent ended at ${arrival.url}`)
  await app.deliver(arrival.link)
}

const menuLabel = (app: App): Promise<string | undefined> =>
  askMain(() =>
    app.electron.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('stop-everything')?.label),
  )

test('a German system gets a German app, which changes its language without losing a word', async ({
  launchApp,
  visitor,
}) => {
  const app = await launchApp({ args: ['--lang=de-AT'] })
  const { chat } = app
  await test.step('signing in', async () => {
    await expect(chat.locator('html')).toHaveAttribute('lang', 'de')
    await expect(chat.getByText('Zum Anmelden öffnet sich Ihr Browser.')).toBeVisible()
    await expect.poll(() => menuLabel(app)).toBe('Alles anhalten')
    await signIn(app, visitor, 'Anmelden')
    await expect(chat.getByRole('heading', { name: /^Was kann ich für Sie tun/ })).toBeVisible()
  })
  await test.step('an approval', async () => {
    await button(chat, 'Verbindungen').click()
    await connectMonday(app, visitor, 'Monday.com verbinden')
    await expect(chat.getByText('Verbunden', { exact: true })).toBeVisible()
    await button(chat, 'Chat').click()
    await chat.getByRole('textbox', { name: 'Nachricht' }).fill(samples.create)
    await button(chat, 'Senden').click()
    const card = chat.getByRole('group', { name: /^Freigabe nötig: / })
    await expect(button(card, 'Freigeben')).toBeVisible()
    await expect(card.getByText('Ändert Daten', { exact: true })).toBeVisible()
  })
  await test.step('another language, while something is half typed', async () => {
    await chat.getByRole('textbox', { name: 'Nachricht' }).fill('half a thought')
    await button(chat, 'Einstellungen').click()
    await button(chat.getByRole('navigation', { name: 'Bereiche der Einstellungen' }), 'Darstellung').click()
    await captureTray(app.electron)
    const choice = chat.getByRole('combobox', { name: 'Sprache' })
    await choice.focus()
    await choice.selectOption('en')
    await expect(chat.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible()
    await expect(chat.getByRole('combobox', { name: 'Language' })).toBeFocused()
    await expect(chat.locator('html')).toHaveAttribute('lang', 'en')
    await expect.poll(() => menuLabel(app)).toBe('Stop everything')
    await expect
      .poll(async () => (await trayState(app.electron)).menu)
      .toEqual(expect.arrayContaining(['Open', 'Quick ask', 'Connections', 'Stop everything']))
    await expect((await findWindow(app.electron, 'quick-ask')).locator('html')).toHaveAttribute('lang', 'en')
    await button(chat, 'Chat').click()
    await expect(chat.getByRole('textbox', { name: 'Message' })).toHaveValue('half a thought')
    await expect(button(chat.getByRole('group', { name: /^Approval needed: / }), 'Approve')).toBeVisible()
  })
  await app.close()
  await test.step('the next start remembers it, whatever the system says', async () => {
    const again = await launchApp({ args: ['--lang=de-AT'] })
    await expect(again.chat.getByText(/Signing in opens your browser|What can I do for you/)).toBeVisible()
    await expect(again.chat.locator('html')).toHaveAttribute('lang', 'en')
  })
})

/** Every text on screen that no sentence of ours is around, but for what belongs to the person and their accounts. */
const untranslated = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const data = 'code, pre, kbd, textarea, time, option[lang], .font-mono, [dir=auto], [data-own]'
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const found: string[] = []
    const isOurs = (around: HTMLElement | null): boolean =>
      around !== null && around.checkVisibility() && around.closest(data) === null
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const text = node.textContent?.trim() ?? ''
      if (isOurs(node.parentElement) && /[a-z]{2}/i.test(text) && !/^\[[\s\S]*\]$/.test(text)) found.push(text)
    }
    return found
  })

// Names of people, services and keys.
const services =
  'Monday\\.com|Intercom|Asana|GitHub|Gmail|Google Calendar|HubSpot|Jira|Linear|Notion|Salesforce|Slack|Trello|Zendesk'
const names = new RegExp(`^(Ada Lindqvist|ada[.@].*|${services}|(Ctrl|Shift|Space|[+ ])+|[A-Z]{1,2}|Onbehalf)$`)

const expectTranslated = async (page: Page, screen: string): Promise<void> => {
  const left = (await untranslated(page)).filter((text) => !names.test(text))
  expect(left, screen).toEqual([])
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect(over, `${screen} scrolls sideways`).toBeLessThanOrEqual(0)
}

test('every sentence comes from the languages, and the layout works from right to left', async ({
  launchApp,
  visitor,
}) => {
  const app = await launchApp({ environment: { ONBEHALF_LOCALE: 'ar-XB' } })
  const { chat } = app
  await expect(chat.locator('html')).toHaveAttribute('dir', 'rtl')
  await expectTranslated(chat, 'signed out')
  await expectNoFindings(chat, 'signed out')
  await signIn(app, visitor, '[Šígñ íñ···]')
  await expect(chat.getByRole('textbox', { name: '[Méššágé···]' })).toBeVisible()
  await test.step('the sidebar is on the right', async () => {
    const side = await chat.getByRole('complementary').boundingBox()
    const main = await chat.getByRole('main').boundingBox()
    expect(side?.x).toBeGreaterThan(main?.x ?? Infinity)
  })
  const views = ['Çháť', 'Çóññéçtíóñš', 'Áçtívítý', 'Šéttíñgš'].map((view) => view.replace('ť', 't'))
  for (const view of views) {
    await test.step(view, async () => {
      await chat.getByRole('button', { name: new RegExp(`^\\[${view}·+\\]$`) }).click()
      await expect(chat.getByRole('heading', { level: 1 })).toBeAttached()
      await expectTranslated(chat, view)
      await resizeChat(app.electron, 520, 760)
      await expectTranslated(chat, `${view}, narrow`)
      await resizeChat(app.electron, 1100, 760)
      await expectNoFindings(chat, view)
    })
  }
  await test.step('quick ask', async () => {
    const quick = await findWindow(app.electron, 'quick-ask')
    await toWindow(app.electron, 'quick-ask', 'show')
    await expectTranslated(quick, 'quick ask')
    await expectNoFindings(quick, 'quick ask')
  })
})
