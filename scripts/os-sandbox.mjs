import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { executableIn } from './electron-runtime.mjs'
import { playwright, playwrightArguments, playwrightVariables } from './end-to-end.mjs'
import { run } from './processes.mjs'
import { say } from './progress.mjs'
import { isRoot } from './set-up.mjs'
import { isOnPath } from './system-packages.mjs'
import { countPlaywright, readCounts, reportFile } from './test-reports.mjs'

const notProject = new Set(['.git', '.runtime', 'test-results', 'playwright-report'])

/** Runs the tests that need Chromium's own sandbox, which never runs as root: as an ordinary user. */
export const osSandboxTests = async (environment) => {
  if (isRoot()) return asOrdinaryUser(environment)
  if (process.platform === 'linux' && !(await namespacesPermitted())) {
    say('NOT RUN: the tests inside the OS sandbox. This system does not let ordinary users make user namespaces,')
    say('and the sandbox helper belongs to root. Run `npm test` as root, or permit kernel.unprivileged_userns_clone.')
    return { code: 0 }
  }
  return playwright(environment, 'os-sandbox')
}

const namespacesPermitted = async () =>
  (await run('unshare', ['--user', '--map-root-user', 'true'], { output: 'capture' })).code === 0

const asOrdinaryUser = async (environment) => {
  if (!isOnPath('setpriv'))
    return { code: 1, text: 'setpriv (util-linux) is needed to run tests as an ordinary user.\n' }
  const place = mkdtempSync(path.join(tmpdir(), 'onbehalf-os-sandbox-'))
  try {
    chmodSync(place, 0o755)
    const user = await nobody()
    return await runAs(user, layOut(place, user, environment), environment)
  } finally {
    rmSync(place, { recursive: true, force: true })
  }
}

const nobody = async () => {
  const id = async (option) => Number((await run('id', [option, 'nobody'], { output: 'capture' })).text)
  return { uid: await id('-u'), gid: await id('-g') }
}

/** A runtime whose sandbox helper is set-user-id root, and folders of the user's own. */
const layOut = (place, user, { root, node, dist }) => {
  const runtime = path.join(place, 'electron')
  cpSync(dist, runtime, { recursive: true, mode: 2 })
  const helper = path.join(runtime, 'chrome-sandbox')
  chownSync(helper, 0, 0)
  chmodSync(helper, 0o4755)
  const [home, temporary] = ['home', 'tmp'].map((name) => ownFolder(path.join(place, name), user))
  return {
    runtime,
    home,
    temporary,
    project: isOpenToAll(root) ? root : copyOf(root, path.join(place, 'project')),
    node: isOpenToAll(node) ? node : copyOf(node, path.join(place, 'node')),
  }
}

const ownFolder = (folder, { uid, gid }) => {
  mkdirSync(folder, { mode: 0o700 })
  chownSync(folder, uid, gid)
  return folder
}

const copyOf = (source, destination) => {
  cpSync(source, destination, {
    recursive: true,
    verbatimSymlinks: true,
    filter: (name) => !notProject.has(path.relative(source, name)),
  })
  return destination
}

/** Whether everybody may read the place and pass through every folder above it. */
export const isOpenToAll = (place) => {
  for (let folder = place; folder !== path.dirname(folder); folder = path.dirname(folder)) {
    if ((statSync(folder).mode & 0o005) !== 0o005) return false
  }
  return existsSync(place)
}

const runAs = async (user, places, { env }) => {
  const { home, temporary, runtime, project, node } = places
  const report = reportFile(home, 'os-sandbox')
  chownSync(home, user.uid, user.gid)
  const identity = [`--reuid=${String(user.uid)}`, `--regid=${String(user.gid)}`, '--clear-groups']
  const args = playwrightArguments(project, 'os-sandbox', ['--output', path.join(home, 'test-results')])
  const { code } = await run('setpriv', [...identity, '--', node, ...args], {
    cwd: project,
    env: {
      PATH: [path.dirname(node), env.PATH].join(path.delimiter),
      DISPLAY: env.DISPLAY ?? '',
      LANG: 'C.UTF-8',
      HOME: home,
      XDG_RUNTIME_DIR: temporary,
      TMPDIR: temporary,
      ...playwrightVariables(path.join(runtime, executableIn(process.platform)), report),
    },
  })
  return { code, counts: readCounts(report, countPlaywright) }
}
