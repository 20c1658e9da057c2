import { defineConfig } from '@playwright/test'

const json = process.env['ONBEHALF_TEST_REPORT']
const workers = Number(process.env['ONBEHALF_TEST_WORKERS'] ?? 2)

/** A retry would hide exactly the races that this suite is there to find. */
const retries = 0

// Playwright reads its configuration from the default export.
export default defineConfig({
  testDir: 'test/e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results',
  workers,
  retries,
  fullyParallel: true,
  // What a step may take is bounded by itself; a whole test takes three times as long on a slow computer.
  timeout: 120_000,
  expect: { timeout: 15_000 },
  forbidOnly: true,
  reporter: json === undefined ? [['list']] : [['list'], ['json', { outputFile: json }]],
  projects: [
    { name: 'app', grepInvert: /@os-sandbox|@screenshots/ },
    { name: 'os-sandbox', grep: /@os-sandbox/ },
    { name: 'screenshots', grep: /@screenshots/ },
  ],
})
