import type { Clock } from '../../../src/main/platform/clock'

/** A clock that a test turns. */
export type FakeClock = Clock & {
  /** Lets time pass; what was due runs on the way. */
  readonly advance: (ms: number) => void
}

/** Starts at a given moment and stands still until it is turned. */
export const fakeClock = (start = Date.now()): FakeClock => {
  let now = start
  let timers: { readonly at: number; readonly run: () => void }[] = []
  return {
    now: () => now,
    after: (ms, run) => {
      const timer = { at: now + ms, run }
      timers.push(timer)
      return () => {
        timers = timers.filter((other) => other !== timer)
      }
    },
    advance: (ms) => {
      const end = now + ms
      for (;;) {
        const next = timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0]
        if (next === undefined) break
        timers = timers.filter((timer) => timer !== next)
        now = Math.max(now, next.at)
        next.run()
      }
      now = end
    },
  }
}
