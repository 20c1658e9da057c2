import type { ElectronApplication } from '@playwright/test'
import { doInMain } from './in-main'

/** Turns main's clock forward: what takes minutes in life takes none in a test. Timers keep their own time. */
export const turnClock = (electron: ElectronApplication, byMs: number): Promise<void> =>
  doInMain(() =>
    electron.evaluate((_electron, ms) => {
      const before = Date.now.bind(Date)
      Date.now = () => before() + ms
    }, byMs),
  )
