import { readFileSync } from 'node:fs'
import path from 'node:path'
import { openDisplay } from './display.mjs'
import { ensureElectron, executableIn } from './electron-runtime.mjs'
import { findNode } from './node-runtime.mjs'
import { ensurePackages } from './packages.mjs'
import { ensureSystemPackages } from './system-packages.mjs'

/** The major version that the code must run on at least; the build is made for it, whatever Electron is installed. */
const oldestElectron = '33'

/** Installs what the tools need: packages, and a Node that is new enough. */
export const prepareTools = async (root) => {
  await ensurePackages(root)
  const node = findNode(root)
  const searchPath = [path.dirname(node), path.join(root, 'node_modules', '.bin'), process.env.PATH].join(
    path.delimiter,
  )
  return { root, node, env: { ...process.env, PATH: searchPath, ELECTRON_MAJOR_VER: oldestElectron } }
}

/** Installs what the tools and the app need, and these programs. `executable` is the Electron to run. */
export const prepareElectron = async (root, programs = []) => {
  const environment = await prepareTools(root)
  const dist = await ensureElectron(root, environment.node)
  const executable = path.join(dist, executableIn(process.platform))
  await ensureSystemPackages(executable, programs)
  const env = { ...environment.env, ELECTRON_OVERRIDE_DIST_PATH: dist, ELECTRON_EXEC_PATH: executable }
  return { ...environment, env, dist, executable }
}

/** As `prepareElectron`, with a display for windows. */
export const prepareWindows = async (root, programs) => {
  const environment = await prepareElectron(root, programs)
  return { ...environment, env: { ...environment.env, ...(await openDisplay()) } }
}

/** Chromium refuses to run its sandbox as root, on Linux. */
export const isRoot = () => process.platform === 'linux' && process.getuid() === 0

/** The version of an unpacked Electron. */
export const electronVersion = (dist) => readFileSync(path.join(dist, 'version'), 'utf8').trim().replace(/^v/, '')
