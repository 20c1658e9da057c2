import path from 'node:path'
import { run } from './processes.mjs'
import { countPlaywright, readCounts, reportFile } from './test-reports.mjs'
import { tools } from './tools.mjs'

/** The program and arguments that run one project of playwright.config.ts. */
export const playwrightArguments = (root, project, args) => [
  path.join(root, tools.playwright),
  'test',
  `--project=${project}`,
  ...args,
]

/** The variables by which the tests find the Electron to drive and the place of their report. */
export const playwrightVariables = (executable, report) => ({
  ONBEHALF_ELECTRON: executable,
  ONBEHALF_TEST_REPORT: report,
})

/** Runs one project of playwright.config.ts and counts its tests. */
export const playwright = async ({ root, node, env, executable }, project, args = []) => {
  const report = reportFile(path.join(root, '.runtime', 'reports'), project)
  const { code } = await run(node, playwrightArguments(root, project, args), {
    cwd: root,
    env: { ...env, ...playwrightVariables(executable, report) },
  })
  return { code, counts: readCounts(report, countPlaywright) }
}
