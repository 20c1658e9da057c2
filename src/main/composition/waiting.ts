/** How many conversations wait for the person, for whatever shows it outside the windows. */
export type Waiting = {
  readonly set: (count: number) => void
  /** Hears it now and whenever it changes. */
  readonly follow: (listener: (count: number) => void) => void
}

/** Nothing waits at first. */
export const createWaiting = (): Waiting => {
  const listeners = new Set<(count: number) => void>()
  let current = 0
  return {
    set: (count) => {
      if (count === current) return
      current = count
      for (const listener of listeners) listener(count)
    },
    follow: (listener) => {
      listeners.add(listener)
      listener(current)
    },
  }
}
