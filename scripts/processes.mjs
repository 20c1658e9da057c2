import { spawn } from 'node:child_process'

/**
 * Runs a program to its end. `output`: 'inherit' shows it, 'stderr' shows all of it on stderr,
 * 'capture' keeps it for the caller. Never rejects: a program that can't start, or that is
 * killed or out of time, has an exit code other than 0.
 */
export const run = (command, args, { output = 'inherit', timeoutMs, ...options } = {}) =>
  new Promise((resolve) => {
    const child = spawn(command, args, { ...options, stdio: stdioFor(output) })
    let text = ''
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (text += chunk))
    const timer = timeoutMs && setTimeout(() => child.kill('SIGKILL'), timeoutMs)
    const stopForwarding = forwardSignals(child)
    const end = (code) => {
      clearTimeout(timer)
      stopForwarding()
      resolve({ code, text })
    }
    child.on('error', (error) => {
      text += error.message
      end(127)
    })
    child.on('close', (code) => end(code ?? 1))
  })

const stdioFor = (output) => {
  if (output === 'capture') return ['ignore', 'pipe', 'pipe']
  return output === 'stderr' ? ['ignore', 2, 2] : 'inherit'
}

/** Ctrl-C reaches the child by itself; this process must only outlive it, and pass on what others send. */
const forwardSignals = (child) => {
  const forward = (signal) => child.kill(signal)
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
  for (const signal of signals) process.on(signal, forward)
  return () => {
    for (const signal of signals) process.off(signal, forward)
  }
}
