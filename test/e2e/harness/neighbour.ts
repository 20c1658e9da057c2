import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { electronPath } from './electron-path'
import { minimalEnvironment, type PrivateFolders } from './private-folders'

/** Another program on the same desktop. */
export type Neighbour = { readonly end: () => Promise<void> }

// It says "ready" once it holds the keys, fills the screen and has the focus: what comes later would take the focus
// away from whatever a test opened over it.
const program = `
const { app, BrowserWindow, globalShortcut } = require('electron')
const [keys, shape] = process.argv.slice(-2)
const until = (holds) =>
  new Promise((resolve) => {
    const look = () => (holds() ? resolve() : setTimeout(look, 20))
    look()
  })
app.whenReady().then(async () => {
  if (keys !== '-' && !globalShortcut.register(keys, () => undefined)) app.exit(1)
  if (shape !== 'window') {
    const window = new BrowserWindow({ frame: false, x: 0, y: 0, width: 1600, height: 1100, backgroundColor: '#804000' })
    await window.loadURL('data:text/html,<title>Full screen</title>')
    window.setFullScreen(true)
    window.focus()
    await until(() => window.isFocused() && (shape !== 'full' || window.isFullScreen()))
  }
  process.stdout.write('ready\\n')
})
`

/** Full screen is the business of a window manager; where there is none, a window can only be as large. */
type Wants = { readonly keys?: string; readonly shape?: 'window' | 'large' | 'full' }

/** Starts a program that holds a shortcut of the whole desktop, or fills the screen, or both. */
export const startNeighbour = async (
  { folders, display }: { readonly folders: PrivateFolders; readonly display: string },
  { keys = '-', shape = 'window' }: Wants,
): Promise<Neighbour> => {
  const folder = join(folders.home, 'neighbour')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'neighbour', version: '1.0.0', main: 'main.cjs' }))
  writeFileSync(join(folder, 'main.cjs'), program)
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const child = spawn(electronPath(), [folder, `--user-data-dir=${join(folder, 'data')}`, ...asRoot, keys, shape], {
    env: minimalEnvironment(folders.home, display),
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const ended = once(child, 'exit')
  const ready = once(child.stdout, 'data').then(() => true)
  if (!(await Promise.race([ready, ended.then(() => false)])))
    throw new Error('The neighbour could not have what it wants')
  return {
    end: async () => {
      child.kill('SIGKILL')
      await ended
    },
  }
}

/** Starts a window manager where there is one. */
export const startWindowManager = (display: string): { readonly runs: boolean; readonly end: () => void } => {
  const child = spawn('openbox', [], { env: { ...process.env, DISPLAY: display }, stdio: 'ignore' })
  child.on('error', () => undefined)
  return {
    // What can't be started has no number.
    runs: child.pid !== undefined,
    end: () => {
      child.kill()
    },
  }
}

/** The colour of a neighbour's full-screen window. */
export const neighbourColour = '804000'
