import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ElectronApplication } from '@playwright/test'
import { electronPath } from './electron-path'
import { askMain } from './in-main'
import { minimalEnvironment, type PrivateFolders } from './private-folders'

/** Another program on the same desktop. */
export type Neighbour = { readonly end: () => Promise<void> }

// It says "ready" once it holds the keys and fills the screen.
const program = `
const { app, BrowserWindow, globalShortcut } = require('electron')
const [keys, full] = process.argv.slice(-2)
app.whenReady().then(async () => {
  if (keys !== '-' && !globalShortcut.register(keys, () => undefined)) app.exit(1)
  if (full === 'full') {
    const window = new BrowserWindow({ frame: false, x: 0, y: 0, width: 1600, height: 1100, backgroundColor: '#804000' })
    await window.loadURL('data:text/html,<title>Full screen</title>')
    window.setFullScreen(true)
    window.focus()
  }
  process.stdout.write('ready\\n')
})
`

type Wants = { readonly keys?: string; readonly fullScreen?: boolean }

/** Starts a program that holds a shortcut of the whole desktop, or fills the screen, or both. */
export const startNeighbour = async (
  { folders, display }: { readonly folders: PrivateFolders; readonly display: string },
  { keys = '-', fullScreen = false }: Wants,
): Promise<Neighbour> => {
  const folder = join(folders.home, 'neighbour')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'neighbour', version: '1.0.0', main: 'main.cjs' }))
  writeFileSync(join(folder, 'main.cjs'), program)
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const child = spawn(
    electronPath(),
    [folder, `--user-data-dir=${join(folder, 'data')}`, ...asRoot, keys, fullScreen ? 'full' : 'window'],
    { env: minimalEnvironment(folders.home, display), stdio: ['ignore', 'pipe', 'ignore'] },
  )
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

/** Starts a window manager where there is one: full screen is its business. Without one the window only is as large. */
export const startWindowManager = (display: string): { readonly end: () => void } => {
  const child = spawn('openbox', [], { env: { ...process.env, DISPLAY: display }, stdio: 'ignore' })
  child.on('error', () => undefined)
  return {
    end: () => {
      child.kill()
    },
  }
}

/** The colour of a neighbour's full-screen window. */
export const neighbourColour = '804000'

/** The colour that is seen at a point of the screen, whichever window it belongs to. */
export const colourAt = (
  electron: ElectronApplication,
  point: { readonly x: number; readonly y: number },
): Promise<string> =>
  askMain(() =>
    electron.evaluate(async ({ desktopCapturer, screen }, { x, y }) => {
      const { size } = screen.getPrimaryDisplay()
      const [source] = await desktopCapturer.getSources({ types: ['screen'], thumbnailSize: size })
      const pixel = source?.thumbnail.crop({ x, y, width: 1, height: 1 }).toBitmap()
      // A bitmap's bytes are blue, green, red.
      return pixel === undefined
        ? ''
        : [...pixel.subarray(0, 3)]
            .reverse()
            .map((byte) => byte.toString(16).padStart(2, '0'))
            .join('')
    }, point),
  )
