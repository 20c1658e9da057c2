import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { run } from './processes.mjs'
import { SetupError, say, startClock } from './progress.mjs'

const electronPackages = ['libgtk-3-0', 'libnss3', 'libgbm1', 'libasound2']
// dbus-x11 is a session bus that needs no systemd; gnome-keyring would bring one that does.
const packagesOfProgram = {
  Xvfb: ['xvfb', 'xauth'],
  xdotool: ['xdotool'],
  'dbus-daemon': ['dbus-x11'],
  'gnome-keyring-daemon': ['gnome-keyring', 'libsecret-1-0', 'dbus-x11'],
  'xdg-open': ['xdg-utils'],
  gio: ['libglib2.0-bin'],
}
/** Deep links reach the app through it on Linux; the app runs without. */
const optionalPackages = ['xdg-utils']
const fontPackages = ['fonts-noto-core']
const renamedForTime64 = new Set(['libgtk-3-0', 'libasound2'])
const firstTime64Release = { debian: 13, ubuntu: 24 }

/** The shared libraries that `ldd` did not find. libffmpeg lies beside the executable and is always found there. */
export const missingLibraries = (lddOutput) => [
  ...new Set(
    [...lddOutput.matchAll(/^\s*(\S+) => not found/gm)]
      .map((match) => match[1])
      .filter((name) => name !== 'libffmpeg.so'),
  ),
]

/** Parses /etc/os-release into what tells package names apart. */
export const parseOsRelease = (text) => {
  const value = (key) => new RegExp(`^${key}="?([^"\n]*)"?$`, 'm').exec(text)?.[1] ?? ''
  return { id: value('ID'), version: Number.parseFloat(value('VERSION_ID')) }
}

/**
 * The Debian or Ubuntu packages that bring what is missing, by the names this release has for them.
 * @param {{ libraries: string[], programs: string[], release: { id: string, version: number } }} missing
 * @returns {string[]}
 */
export const debianPackages = ({ libraries, programs, release }) => {
  const time64 = release.version >= (firstTime64Release[release.id] ?? Infinity)
  const names = [
    ...(libraries.length > 0 ? electronPackages : []),
    ...programs.flatMap((program) => packagesOfProgram[program]),
  ]
  return [...new Set(names)].map((name) => (time64 && renamedForTime64.has(name) ? `${name}t64` : name))
}

/** Whether a program is on the PATH. */
export const isOnPath = (program, searchPath = process.env.PATH ?? '') =>
  searchPath.split(path.delimiter).some((folder) => folder !== '' && existsSync(path.join(folder, program)))

/** Whether a window has a screen to open on. */
export const hasDisplay = (env = process.env) =>
  process.platform !== 'linux' || Boolean(env.DISPLAY) || Boolean(env.WAYLAND_DISPLAY)

/**
 * Installs, as root, the shared libraries of `executable`, the virtual display where there is no screen, and
 * `programs`, as far as they are missing; else says what to run.
 */
export const ensureSystemPackages = async (executable, programs) => {
  if (process.platform !== 'linux') return
  const missing = {
    libraries: await librariesMissingFor(executable),
    programs: [...(hasDisplay() ? [] : ['Xvfb']), ...programs].filter((program) => !isOnPath(program)),
  }
  const names = [...missing.libraries, ...missing.programs]
  if (names.length === 0) return
  const what = names.join(', ')
  if (!isOnPath('apt-get')) {
    const packages = ['GTK 3, NSS, GBM, ALSA', ...missing.programs].join(', ')
    throw new SetupError(`Missing: ${what}. Install ${packages} with this system's package manager.`)
  }
  const release = parseOsRelease(readFileSync('/etc/os-release', 'utf8'))
  await aptInstall(debianPackages({ ...missing, release }), what)
  const left = await librariesMissingFor(executable)
  if (left.length > 0) throw new SetupError(`Still missing after that: ${left.join(', ')}.`)
}

const librariesMissingFor = async (executable) =>
  missingLibraries((await run('ldd', [executable], { output: 'capture' })).text)

const aptInstall = async (packages, what) => {
  const command = `apt-get install -y --no-install-recommends ${packages.join(' ')}`
  if (process.getuid() !== 0) throw new SetupError(`Missing: ${what}. Run this, then try again:\n\n  sudo ${command}\n`)
  const clock = startClock()
  say(`Missing: ${what}. Installing ${packages.join(', ')} ...`)
  if (!(await apt(['update'])) || !(await apt(['install', ...packages]))) {
    throw new SetupError(`That did not work; what apt-get said is above. Run this, then try again:\n\n  ${command}\n`)
  }
  if (!isOnPath('xdg-open')) await apt(['install', ...optionalPackages])
  say(`System packages installed (${clock()}).`)
}

const apt = async ([command, ...names]) => {
  const quietly = ['-y', '-qq', '--no-install-recommends', '-o', 'DPkg::Lock::Timeout=300', '-o', 'Dpkg::Use-Pty=0']
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const { code, text } = await run('apt-get', [command, ...quietly, ...names], { output: 'capture', env })
  if (code !== 0) process.stderr.write(text)
  return code === 0
}

/** Gives screenshots real glyphs for every script. Never a reason to stop: only pictures suffer. */
export const ensureFonts = async () => {
  const wanted = process.platform === 'linux' && !existsSync('/usr/share/fonts/truetype/noto')
  if (!wanted || process.getuid() !== 0 || !isOnPath('apt-get')) return
  say(`Installing ${fontPackages.join(', ')} for screenshots ...`)
  const done = (await apt(['update'])) && (await apt(['install', ...fontPackages]))
  if (!done) say('The fonts could not be installed; some letters will be boxes in screenshots.')
}
