import { expect, type Locator, type Page } from '@playwright/test'
import type { App } from './app'
import type { Browser } from './browser'

/** A screen of the chat window, by the name of its navigation button. */
export type View = 'Chat' | 'Prompts' | 'Connections' | 'Activity' | 'Settings'

/** The navigation button of a screen. */
export const navigation = (page: Page, view: View): Locator => page.getByRole('button', { name: view, exact: true })

/** Goes to a screen as a person does. */
export const goTo = async (page: Page, view: View): Promise<void> => {
  await navigation(page, view).click()
}

/** Goes to a section of Settings as a person does. */
export const openSettings = async (page: Page, section: string): Promise<void> => {
  await goTo(page, 'Settings')
  await button(page.getByRole('navigation', { name: 'Sections of Settings' }), section).click()
}

/** The box in which a person writes. */
export const messageBox = (page: Page): Locator => page.getByRole('textbox', { name: 'Message', exact: true })

/** What was said so far. */
export const conversation = (page: Page): Locator => page.getByRole('log', { name: 'Conversation', exact: true })

/** The cards that wait for a decision. */
export const approvals = (page: Page): Locator => page.getByRole('group', { name: /^Approval needed/ })

/** The cards that were decided, with what became of them. */
export const decided = (page: Page): Locator => page.getByRole('group', { name: /: (Failed|Done|Not known|Declined)$/ })

/** A button by its exact name. */
export const button = (scope: Page | Locator, name: string): Locator => scope.getByRole('button', { name, exact: true })

/** Presses "Sign in" and, as the person with this name on the issuer's page or with this login, does in the browser what the issuer's pages ask for; the link is not delivered yet. */
export const signInLink = async (app: App, browser: Browser, person: string): Promise<string> => {
  await button(app.chat, 'Sign in').click()
  const arrival = await browser.visit(await app.openedUrl(), [person, /^Sign in$/, 'Continue', 'Allow'], {
    login: person,
  })
  if (arrival.kind !== 'link') throw new Error(`Signing in ended at ${arrival.url}: ${arrival.text.slice(0, 300)}`)
  return arrival.link
}

/** Signs in the whole way, until the app's screens are there. */
export const signIn = async (app: App, browser: Browser, person: string): Promise<void> => {
  await app.deliver(await signInLink(app, browser, person))
  await expect(messageBox(app.chat)).toBeVisible()
}

/** Signs out from Settings. */
export const signOut = async (app: App): Promise<void> => {
  await goTo(app.chat, 'Settings')
  await button(app.chat, 'Sign out').click()
  await expect(button(app.chat, 'Sign in')).toBeVisible()
}

/** The row of a connection on Connections, by the provider's name or the connection's own. */
export const connectionRow = (page: Page, name: string): Locator => page.getByRole('listitem').filter({ hasText: name })

/** Presses Connect (or Reconnect) and answers the consent page; the link is not delivered yet. */
export const connectLink = async (
  app: App,
  browser: Browser,
  request: {
    readonly provider: string
    readonly verb?: 'Connect' | 'Reconnect'
    readonly answer?: string
    readonly row?: string
  },
): Promise<string> => {
  await goTo(app.chat, 'Connections')
  const row = connectionRow(app.chat, request.row ?? request.provider)
  await button(row, `${request.verb ?? 'Connect'} ${request.provider}`).click()
  const arrival = await browser.visit(await app.openedUrl(), [request.answer ?? 'Allow'])
  if (arrival.kind !== 'link') throw new Error(`Consent ended at ${arrival.url}: ${arrival.text.slice(0, 300)}`)
  return arrival.link
}

/** Connects the whole way, until the row says so by itself. */
export const connect = async (
  app: App,
  browser: Browser,
  account: { readonly provider: string; readonly row?: string },
): Promise<void> => {
  await app.deliver(await connectLink(app, browser, account))
  await expectStatus(app.chat, account.row ?? account.provider, 'Connected')
}

/** Waits for the status in words of a connection. */
export const expectStatus = async (page: Page, row: string, status: string): Promise<void> => {
  await expect(connectionRow(page, row).getByText(status, { exact: true })).toBeVisible()
}

/** Writes and sends. */
export const ask = async (page: Page, text: string): Promise<void> => {
  await messageBox(page).fill(text)
  await button(page, 'Send').click()
}
