import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { run } from './processes.mjs'
import { SetupError, say, startClock } from './progress.mjs'

/** What is written into node_modules once it holds what the lock file says, for this platform. */
export const stampFor = (lockText, platform) => `${platform} ${createHash('sha256').update(lockText).digest('hex')}`

/**
 * Whether node_modules holds what the lock file says. Without a matching stamp npm's own record of what
 * it installed decides, so that an `npm install` by hand is not done a second time.
 */
export const packagesAreCurrent = ({ lockText, stampText, installedText, platform }) => {
  if (stampText === stampFor(lockText, platform)) return true
  if (stampText !== undefined && !stampText.startsWith(`${platform} `)) return false
  return installedText !== undefined && holdsEverything(packagesOf(lockText), packagesOf(installedText))
}

const packagesOf = (text) => JSON.parse(text).packages

const holdsEverything = (wanted, installed) =>
  Object.entries(wanted).every(([place, entry]) => {
    if (place === '' || entry.optional) return true
    return installed[place]?.version === entry.version
  })

const readIfThere = (file) => {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if (error.code === 'ENOENT') return undefined
    throw error
  }
}

/** Installs node_modules by the lock file when it is missing or stale. */
export const ensurePackages = async (root) => {
  const platform = `${process.platform}-${process.arch}`
  const stamp = path.join(root, 'node_modules', '.onbehalf-stamp')
  const lockText = readFileSync(path.join(root, 'package-lock.json'), 'utf8')
  const stampText = readIfThere(stamp)
  const installedText = readIfThere(path.join(root, 'node_modules', '.package-lock.json'))
  if (!packagesAreCurrent({ lockText, stampText, installedText, platform })) await install(root)
  const wanted = stampFor(lockText, platform)
  if (stampText !== wanted) writeFileSync(stamp, wanted)
}

const install = async (root) => {
  const clock = startClock()
  say('Installing the packages of package-lock.json into node_modules (about 700 MB) ...')
  const { code } = await run(...npm(installArguments), {
    cwd: root,
    output: 'stderr',
    shell: process.platform === 'win32',
  })
  if (code !== 0) throw new SetupError('The packages could not be installed; what npm said is above.')
  say(`Packages installed (${clock()}).`)
}

// SECURITY: no package of the lock file needs an install script, so none may run one.
const installArguments = [
  'ci',
  '--ignore-scripts',
  '--include=dev',
  '--include=optional',
  '--no-audit',
  '--no-fund',
  '--loglevel=error',
]

/** The npm that started this process where there is one, else the one on the PATH. */
export const npm = (args, env = process.env) => {
  const own = env.npm_execpath
  return own && path.basename(own) === 'npm-cli.js' ? [process.execPath, [own, ...args]] : ['npm', args]
}
