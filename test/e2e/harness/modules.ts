import type { ElectronApplication } from '@playwright/test'
import { askMain } from './in-main'

/** The built files that main has loaded so far. */
export const loadedFiles = (electron: ElectronApplication): Promise<string[]> =>
  askMain(() =>
    electron.evaluate(() => {
      const cache: unknown = Reflect.get(process.getBuiltinModule('node:module'), '_cache')
      return typeof cache === 'object' && cache !== null ? Object.keys(cache) : []
    }),
  )
