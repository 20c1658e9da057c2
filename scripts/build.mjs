import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { run } from './processes.mjs'
import { SetupError, say, startClock } from './progress.mjs'
import { tools } from './tools.mjs'

const inputs = ['src', 'build', 'resources', 'electron.vite.config.ts', 'package.json', 'package-lock.json']

const filesUnder = (root, name) => {
  const place = path.join(root, name)
  if (!existsSync(place)) return []
  if (!statSync(place).isDirectory()) return [name]
  return readdirSync(place, { withFileTypes: true }).flatMap((entry) => filesUnder(root, path.join(name, entry.name)))
}

/** A hash of everything that a build is made from. */
export const fingerprint = (root) => {
  const hash = createHash('sha256')
  for (const file of inputs.flatMap((name) => filesUnder(root, name)).sort()) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(path.join(root, file)))
      .update('\0')
  }
  return hash.digest('hex')
}

const stampOf = (root) => path.join(root, 'out', '.onbehalf-stamp')

/** Whether out/ was built from the sources as they are. */
export const isBuilt = (root) => existsSync(stampOf(root)) && readFileSync(stampOf(root), 'utf8') === fingerprint(root)

/** Builds into out/. Answers the exit code, with what the build said when it was not to be shown. */
export const build = async ({ root, node, env }, output = 'inherit') => {
  const sources = fingerprint(root)
  rmSync(stampOf(root), { force: true })
  const result = await run(node, [path.join(root, tools.electronVite), 'build'], { cwd: root, env, output })
  if (result.code === 0) writeFileSync(stampOf(root), sources)
  return result
}

/** Builds when out/ is missing or older than the sources. */
export const ensureBuilt = async (environment) => {
  if (isBuilt(environment.root)) return
  const clock = startClock()
  say('Building the app into out/ ...')
  const { code, text } = await build(environment, 'capture')
  if (code !== 0) throw new SetupError(`The build failed.\n${text}`)
  say(`Built (${clock()}).`)
}
