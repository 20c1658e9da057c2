import { expect, type Page } from '@playwright/test'
import { pseudoLocale } from '../../../src/contract/plain/languages'
import { pushes } from '../../../src/contract/channels'
import type { AppState } from '../../../src/contract/app-state'
import type { App } from './app'
import { expectNoFindings } from './axe'
import { readAppState } from './bridge'
import { doInMain } from './in-main'
import { zoomTo } from './windows'

const sidewaysBy = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

/** Expects that nothing of the window is beyond its edge. */
export const expectNoSidewaysScroll = async (page: Page, screen: string): Promise<void> => {
  expect(await sidewaysBy(page), `${screen} scrolls sideways`).toBeLessThanOrEqual(0)
}

const tellState = (app: App, state: AppState): Promise<void> =>
  doInMain(() =>
    app.electron.evaluate(
      ({ BrowserWindow }, [channel, told]) => {
        for (const window of BrowserWindow.getAllWindows()) window.webContents.send(channel, told)
      },
      [pushes.appState, state] as const,
    ),
  )

/** Looks at a screen while its windows speak a language from right to left, in which every word is longer. */
const inPseudoLocale = async (app: App, page: Page, look: () => Promise<void>): Promise<void> => {
  const state = await readAppState(page)
  await tellState(app, { ...state, locale: pseudoLocale })
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl')
  await look()
  await tellState(app, state)
  await expect(page.locator('html')).toHaveAttribute('dir', 'ltr')
}

type Look = { readonly colorScheme: 'light' | 'dark'; readonly contrast: 'no-preference' | 'more' }

/** Gives a page the colours that the system would ask for, and waits until they are there: none is on its way. */
const lookLike = async (page: Page, look: Look): Promise<void> => {
  await page.emulateMedia({ ...look, reducedMotion: 'reduce' })
  await page.evaluate(
    () =>
      new Promise((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(resolve))
      }),
  )
}

/**
 * Expects a screen to be accessible in light and dark, with and without high contrast, as large as 200 %, and from
 * right to left. All of that is changed on the screen as it is.
 */
export const expectGoodInEveryWay = async (app: App, page: Page, screen: string): Promise<void> => {
  for (const colorScheme of ['light', 'dark'] as const) {
    await lookLike(page, { colorScheme, contrast: 'no-preference' })
    await expectNoFindings(page, `${screen}, ${colorScheme}`)
    await lookLike(page, { colorScheme, contrast: 'more' })
    await expect(page.locator('html')).toHaveAttribute('data-contrast', 'more')
    await expectNoFindings(page, `${screen}, ${colorScheme}, high contrast`, 'enhanced')
  }
  await page.emulateMedia({ colorScheme: null, contrast: null, reducedMotion: null })
  await zoomTo(app.electron, 2)
  await expectNoSidewaysScroll(page, `${screen} at 200 %`)
  await expectNoFindings(page, `${screen} at 200 %`)
  await zoomTo(app.electron, 1)
  await inPseudoLocale(app, page, async () => {
    await expectNoSidewaysScroll(page, `${screen}, from right to left`)
    await expectNoFindings(page, `${screen}, from right to left`)
  })
}
