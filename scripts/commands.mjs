import path from 'node:path'
import { build, ensureBuilt } from './build.mjs'
import { check } from './checks.mjs'
import { playwright } from './end-to-end.mjs'
import { osSandboxTests } from './os-sandbox.mjs'
import { run } from './processes.mjs'
import { say } from './progress.mjs'
import { electronVersion, isRoot, prepareElectron, prepareTools, prepareWindows } from './set-up.mjs'
import { runSteps, sum } from './steps.mjs'
import { ensureFonts } from './system-packages.mjs'

const start = async (root, rest) => {
  const environment = await prepareWindows(root)
  await ensureBuilt(environment)
  say(
    `Opening the app in Electron ${electronVersion(environment.dist)}${isRoot() ? ', as root without its OS sandbox' : ''}.`,
  )
  const args = [...(isRoot() ? ['--no-sandbox'] : []), root, ...rest]
  const { code } = await run(environment.executable, args, { cwd: root, env: environment.env })
  return code
}

/** The tests press keys as a keyboard does, unlock a keyring of their own, and open links as a browser does. */
const testPrograms = ['xdotool', 'dbus-daemon', 'gnome-keyring-daemon', 'xdg-open', 'gio']

const test = async (root, rest) => {
  const environment = await prepareWindows(root, testPrograms)
  await ensureFonts()
  const unit = await check(environment)
  const total = unit.failed > 0 ? unit : sum([unit, await runSteps(appSteps(environment, rest))])
  return summarise(total)
}

const appSteps = (environment, rest) => [
  { name: 'build', run: () => build(environment, 'capture') },
  { name: 'end-to-end tests', run: () => playwright(environment, 'app', rest) },
  { name: 'end-to-end tests as an ordinary user, inside the OS sandbox', run: () => osSandboxTests(environment) },
]

/** The last line is for CI, and always of this form. */
const summarise = ({ passed, failed }) => {
  process.stdout.write(`${String(passed)} passed, ${String(failed)} failed\n`)
  return failed === 0 ? 0 : 1
}

const screenshots = async (root, rest) => {
  const environment = await prepareWindows(root)
  await ensureFonts()
  await ensureBuilt(environment)
  const { code } = await playwright(environment, 'screenshots', rest)
  return code
}

const bench = async (root, rest) => {
  const environment = await prepareWindows(root)
  await ensureBuilt(environment)
  const { code } = await run(environment.node, [path.join(root, 'bench', 'bench.mjs'), ...rest], {
    cwd: root,
    env: environment.env,
  })
  return code
}

/** What each command does. They answer the exit code. */
export const runCommand = {
  start,
  test,
  bench,
  screenshots,
  check: async (root) => summarise(await check(await prepareTools(root))),
  build: async (root) => (await build(await prepareTools(root))).code,
}

/** Prints the path of the Electron executable, after installing what is missing for it. */
export const printElectron = async (root) => {
  const { executable } = await prepareElectron(root)
  process.stdout.write(`${executable}\n`)
  return 0
}
