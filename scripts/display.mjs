import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { SetupError, say } from './progress.mjs'
import { hasDisplay } from './system-packages.mjs'

/** Starts a virtual screen where there is none; it ends with this process. Answers the variables that windows need. */
export const openDisplay = async () => {
  if (hasDisplay()) return {}
  const options = ['-screen', '0', '1440x900x24', '-nolisten', 'tcp', '-noreset', '-ac']
  const server = spawn('Xvfb', ['-displayfd', '3', ...options], { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] })
  process.once('exit', () => server.kill())
  const number = await Promise.race([firstLine(server.stdio[3]), failure(server)])
  say(`This computer has no screen: windows open on the virtual display :${number}.`)
  return { DISPLAY: `:${number}` }
}

const firstLine = async (stream) => {
  const [chunk] = await once(stream, 'data')
  return String(chunk).trim()
}

const failure = async (server) => {
  const [code] = await once(server, 'exit')
  throw new SetupError(`The virtual display ended at once (Xvfb exited with ${String(code)}).`)
}
