import type { Page } from '@playwright/test'

/** Waits for a button to come up; how many milliseconds later a click in its middle would reach it. */
export const pressableAfter = (page: Page, name: string): Promise<number> =>
  page.evaluate(
    (text) =>
      new Promise<number>((resolve) => {
        let seen: number | undefined
        const look = (): void => {
          const button = [...document.querySelectorAll('button')].find(({ textContent }) => textContent.trim() === text)
          if (button !== undefined) {
            seen ??= performance.now()
            const { left, top, width, height } = button.getBoundingClientRect()
            const hit = document.elementFromPoint(left + width / 2, top + height / 2)
            if (button.contains(hit)) {
              resolve(performance.now() - seen)
              return
            }
          }
          requestAnimationFrame(look)
        }
        look()
      }),
    name,
  )
