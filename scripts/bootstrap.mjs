// The entry of every npm script: installs whatever is missing, then runs the command.
// Runs on Node 18 and up, before anything is installed: scripts/ imports nothing but Node itself.
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { helpText, parseCommandLine } from './command-line.mjs'
import { printElectron, runCommand } from './commands.mjs'
import { SetupError, say } from './progress.mjs'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')

const execute = (request) => {
  if (request.kind === 'print-electron') return printElectron(root)
  if (request.kind === 'command') return runCommand[request.name](root, request.rest)
  process.stderr.write(helpText())
  return request.asked ? 0 : 1
}

try {
  process.exitCode = await execute(parseCommandLine(process.argv.slice(2)))
} catch (error) {
  if (!(error instanceof SetupError)) throw error
  say(error.message)
  process.exitCode = 1
}
// A virtual display that was started here would keep this process alive.
process.exit()
