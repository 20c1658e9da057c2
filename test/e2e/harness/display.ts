import { spawn } from 'node:child_process'
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

/** Starts Xvfb on the first free number; where there is none, the display that is already there serves. */
export const openDisplay = async (): Promise<Display> => {
  if (process.platform !== 'linux') return { name: '', close: () => undefined }
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1600x1100x24', '-nolisten', 'tcp', '-noreset'], {
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
  return {
    name: `:${number}`,
    close: () => {
      server.kill()
    },
  }
}
