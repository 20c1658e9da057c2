import type { ElectronApplication } from '@playwright/test'

/** The built files that main has loaded so far. */
export const loadedFiles = (electron: ElectronApplication): Promise<string[]> =>
  electron.evaluate(() => {
    const cache: unknown = Reflect.get(process.getBuiltinModule('node:module'), '_cache')
    return typeof cache === 'object' && cache !== null ? Object.keys(cache) : []
  })
