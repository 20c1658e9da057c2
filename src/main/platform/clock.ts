/** Time as a value that tests can turn: milliseconds since the epoch, and a call that happens later. */
export type Clock = {
  readonly now: () => number
  /** Calls `run` once after `ms`. Returns the function that prevents it. */
  readonly after: (ms: number, run: () => void) => () => void
}

// setTimeout takes a signed 32-bit number and runs at once when it is given more.
const longestTimerMs = 2_147_483_647

/** The computer's own clock. Its timers keep no process alive. */
export const systemClock: Clock = {
  now: () => Date.now(),
  after: (ms, run) => {
    const timer = setTimeout(run, Math.min(ms, longestTimerMs))
    timer.unref()
    return () => {
      clearTimeout(timer)
    }
  },
}
