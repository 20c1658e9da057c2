import type { Page } from '@playwright/test'

/** Starts to note how long the window went without painting. */
export const watchHalts = (page: Page): Promise<void> =>
  page.evaluate(() => {
    let last = performance.now()
    Reflect.set(window, 'longestHalt', 0)
    const look = (now: number): void => {
      Reflect.set(window, 'longestHalt', Math.max(Number(Reflect.get(window, 'longestHalt')), now - last))
      last = now
      requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
  })

/** The longest that the window went without painting since then, in milliseconds. */
export const longestHalt = (page: Page): Promise<number> =>
  page.evaluate(() => Number(Reflect.get(window, 'longestHalt')))
