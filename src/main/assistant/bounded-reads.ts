import type { Scalekit } from '../scalekit/port'

/** How many reads of one account are under way at once: a provider is asked, not flooded. */
export const mostReadsAtOnce = 4

type Line = { running: number; readonly waiting: Set<() => void> }

const enter = (line: Line, signal: AbortSignal): Promise<boolean> => {
  if (signal.aborted) return Promise.resolve(false)
  if (line.running < mostReadsAtOnce) {
    line.running += 1
    return Promise.resolve(true)
  }
  return new Promise((resolve) => {
    const leaveUnserved = (): void => {
      line.waiting.delete(go)
      resolve(false)
    }
    const go = (): void => {
      signal.removeEventListener('abort', leaveUnserved)
      resolve(true)
    }
    line.waiting.add(go)
    signal.addEventListener('abort', leaveUnserved, { once: true })
  })
}

const leave = (line: Line): void => {
  const [next] = line.waiting
  if (next === undefined) {
    line.running -= 1
    return
  }
  // Whoever is next takes the place over.
  line.waiting.delete(next)
  next()
}

/** Lets reads of an account wait for their turn. A write was approved for now: it never waits behind them. */
export const boundedReads = (execute: Scalekit['execute']): Scalekit['execute'] => {
  const lines = new Map<string, Line>()
  return async (execution, options) => {
    if (execution.mayWrite) return execute(execution, options)
    const line = lines.get(execution.accountId) ?? { running: 0, waiting: new Set() }
    lines.set(execution.accountId, line)
    if (!(await enter(line, options.signal))) return { kind: 'stopped' }
    try {
      return await execute(execution, options)
    } finally {
      leave(line)
    }
  }
}
