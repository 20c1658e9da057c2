import type { ElectronApplication } from '@playwright/test'

/** Turns main's clock forward: what takes minutes in life takes none in a test. Timers keep their own time. */
export const turnClock = (electron: ElectronApplication, byMs: number): Promise<void> =>
  electron.evaluate((_electron, ms) => {
    const before = Date.now.bind(Date)
    Date.now = () => before() + ms
  }, byMs)
