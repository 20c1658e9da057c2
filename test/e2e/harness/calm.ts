import type { Page } from '@playwright/test'

/** What was seen of a conversation while it grew. */
export type Calm = {
  /** What was moved without anybody's doing, by the markup of it. */
  readonly moved: readonly string[]
  /** How far its end was out of sight after each time that it grew. */
  readonly beyondEnd: readonly number[]
}

/** Watches the conversation while something is done; then tells what moved in the window, and where its end was. */
export const watchCalm = async (page: Page, use: () => Promise<void>): Promise<Calm> => {
  const watch = await page.evaluateHandle(() => {
    const moved: string[] = []
    const beyondEnd: number[] = []
    const note = (entries: readonly PerformanceEntry[]): void => {
      for (const entry of entries) {
        if (!('sources' in entry) || !('hadRecentInput' in entry) || entry.hadRecentInput === true) continue
        const sources: unknown = entry.sources
        for (const source of Array.isArray(sources) ? sources : []) {
          const node: unknown = Reflect.get(Object(source), 'node')
          moved.push(
            node instanceof Element
              ? node.outerHTML.slice(0, 200)
              : node instanceof Node
                ? `${node.parentElement?.outerHTML.slice(0, 200)}`
                : 'gone',
          )
        }
      }
    }
    const shifts = new PerformanceObserver((list) => {
      note(list.getEntries())
    })
    shifts.observe({ type: 'layout-shift' })
    const log = document.querySelector('[role=log]')
    // Its own observer was there before, so that this one is told after the end was followed.
    const sizes = new ResizeObserver(() => {
      if (log !== null) beyondEnd.push(log.scrollHeight - log.scrollTop - log.clientHeight)
    })
    if (log?.firstElementChild != null) sizes.observe(log.firstElementChild)
    return {
      stop: () => {
        note(shifts.takeRecords())
        shifts.disconnect()
        sizes.disconnect()
        return { moved, beyondEnd }
      },
    }
  })
  await use()
  return await watch.evaluate(({ stop }) => stop())
}
