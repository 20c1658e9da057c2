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
    const nameOf = (node: unknown): string => {
      const element = node instanceof Node && !(node instanceof Element) ? node.parentElement : node
      return element instanceof Element ? element.outerHTML.slice(0, 200) : 'gone'
    }
    const sourcesOf = (entry: PerformanceEntry): unknown[] => {
      const byItself = 'hadRecentInput' in entry && entry.hadRecentInput === false
      const sources: unknown = byItself && 'sources' in entry ? entry.sources : []
      return Array.isArray(sources) ? sources : []
    }
    const note = (entries: readonly PerformanceEntry[]): void => {
      for (const source of entries.flatMap(sourcesOf)) moved.push(nameOf(Reflect.get(Object(source), 'node')))
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
    const growing = log?.firstElementChild
    if (growing instanceof Element) sizes.observe(growing)
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
