import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'

/** An X server for one worker: focus, global shortcuts and the pointer belong to one test at a time. */
export type Display = { readonly name: string; readonly close: () => void }

const firstLine = async (stream: Readable): Promise<string> => {
  let text = ''
  for await (const chunk of stream) {
    text += String(chunk)
    if (text.includes('\n')) break
  }
  return text.trim()
}

/** How many windows of a display are in sight, menus among them. */
export const windowsInSight = (display: string): number =>
  execFileSync('xdotool', ['search', '--onlyvisible', '--name', ''], {
    env: { ...process.env, DISPLAY: display },
    encoding: 'utf8',
  })
    .trim()
    .split('\n').length

const pictures = new Map<string, string>()

/** Starts Xvfb on the first free number; where there is none, the display that is already there serves. */
export const openDisplay = async (): Promise<Display> => {
  if (process.platform !== 'linux') return { name: '', close: () => undefined }
  const folder = mkdtempSync(join(tmpdir(), 'onbehalf-screen-'))
  const screen = ['-screen', '0', '1600x1100x24', '-fbdir', folder]
  const server = spawn('Xvfb', ['-displayfd', '3', ...screen, '-nolisten', 'tcp', '-noreset'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  })
  const failed = new Promise<string>((resolve) =>
    server.once('error', () => {
      resolve('')
    }),
  )
  const pipe = server.stdio[3]
  const number = pipe instanceof Readable ? await Promise.race([firstLine(pipe), failed]) : ''
  if (number === '') return { name: process.env['DISPLAY'] ?? ':0', close: () => undefined }
  pictures.set(`:${number}`, folder)
  return {
    name: `:${number}`,
    close: () => {
      server.kill()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

const headerSizeAt = 0
const bytesPerLineAt = 48
const coloursAt = 76
const bytesPerColour = 12

/**
 * The colour that is seen at a point of a display, whichever window it belongs to: read from the picture that Xvfb keeps
 * in a file (XWDFile.h). Chromium's own capture of a screen can be of an earlier moment.
 */
export const colourAt = (display: string, { x, y }: { readonly x: number; readonly y: number }): string => {
  const picture = readFileSync(join(pictures.get(display) ?? '', 'Xvfb_screen0'))
  const start = picture.readUInt32BE(headerSizeAt) + picture.readUInt32BE(coloursAt) * bytesPerColour
  const pixel = start + y * picture.readUInt32BE(bytesPerLineAt) + x * 4
  // The bytes of a pixel are blue, green, red.
  return picture
    .subarray(pixel, pixel + 3)
    .reverse()
    .toString('hex')
}
