import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    environment: 'node',
    include: ['test/**/*.test.{ts,tsx}'],
    exclude: ['test/e2e/**'],
    globalSetup: ['test/temporary-folder.ts'],
    // A forgotten `.only` would pass everything else unseen.
    allowOnly: false,
  },
})
