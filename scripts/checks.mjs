import path from 'node:path'
import { run } from './processes.mjs'
import { runSteps, sum } from './steps.mjs'
import { countVitest, readCounts, reportFile } from './test-reports.mjs'
import { tools } from './tools.mjs'

const runtimes = ['main', 'preload', 'renderer', 'test']

const staticChecks = [
  ['lint', tools.eslint, ['.', '--max-warnings=0']],
  ['format', tools.prettier, ['--check', '--log-level=warn', '.']],
  ...runtimes.map((name) => [`types of ${name}`, tools.tsc, ['-p', `tsconfig.${name}.json`]]),
  ['layers', tools.dependencyCruiser, ['--config', 'dependency-cruiser.cjs', 'src']],
  ['unused code', tools.knip, []],
]

/** Format, lint, types, layers, unused code, then the unit tests. Answers what was counted. */
export const check = async (environment) => {
  const { root, node, env } = environment
  const steps = staticChecks.map(([name, tool, args]) => ({
    name,
    run: () => run(node, [path.join(root, tool), ...args], { cwd: root, env, output: 'capture' }),
  }))
  const before = await runSteps(steps, { atOnce: 2 })
  if (before.failed > 0) return before
  return sum([before, await runSteps([{ name: 'unit tests', run: () => unitTests(environment) }])])
}

const unitTests = async ({ root, node, env }) => {
  const report = reportFile(path.join(root, '.runtime', 'reports'), 'unit')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const { code } = await run(node, [path.join(root, tools.vitest), 'run', ...reporters], { cwd: root, env })
  return { code, counts: readCounts(report, countVitest) }
}
