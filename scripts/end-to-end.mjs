import path from 'node:path'
import { run } from './processes.mjs'
import { countPlaywright, readCounts, reportFile } from './test-reports.mjs'
import { tools } from './tools.mjs'

/** Marks the tests that must run as an ordinary user, inside Chromium's own sandbox. */
export const osSandboxTag = '@os-sandbox'

/** Marks the tests that take the screenshots of the docs. */
export const screenshotsTag = '@screenshots'

/** The arguments that run Playwright with output for a person and a report to count. */
export const playwrightArguments = (root, args) => [
  path.join(root, tools.playwright),
  'test',
  '--reporter=list,json',
  ...args,
]

/** Runs Playwright's tests and counts them. */
export const playwright = async ({ root, node, env }, name, args) => {
  const report = reportFile(path.join(root, '.runtime', 'reports'), name)
  const { code } = await run(node, playwrightArguments(root, args), {
    cwd: root,
    env: { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: report },
  })
  return { code, counts: readCounts(report, countPlaywright) }
}
