import { defineConfig } from 'vitest/config'

export default defineConfig({
  // Outside Electron there is no electron module; electron-store then takes its folder from its options.
  resolve: { alias: { electron: new URL('test/stand-ins/no-electron.ts', import.meta.url).pathname } },
  test: {
    server: { deps: { inline: ['electron-store'] } },
    environment: 'node',
    // One less, as it is by default, is half of a small computer.
    maxWorkers: '100%',
    testTimeout: 20_000,
    include: ['test/**/*.test.{ts,tsx}'],
    exclude: ['test/e2e/**'],
    globalSetup: ['test/temporary-folder.ts'],
    // A forgotten `.only` would pass everything else unseen.
    allowOnly: false,
  },
})
