import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const here = path.dirname(fileURLToPath(import.meta.url))

/** The app, and the bare window that it is compared with. */
export const subjects = { app: path.dirname(here), floor: path.join(here, 'floor') }

const eventLimitMs = 30_000

/**
 * Starts Electron on a folder, in a home, with the probe inside.
 * `next(kind)` waits for what the probe says next; `startedAt` is when the process was spawned.
 */
const startElectron = ({ folder, home, watchAgent = false }) => {
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const args = [...sandbox, '-r', path.join(here, 'probe.cjs'), folder, `--user-data-dir=${path.join(home, 'data')}`]
  const startedAt = performance.timeOrigin + performance.now()
  const child = spawn(process.env.ELECTRON_EXEC_PATH, args, {
    env: {
      ...process.env,
      HOME: home,
      XDG_CONFIG_HOME: home,
      DBUS_SESSION_BUS_ADDRESS: 'disabled:',
      ONBEHALF_BENCH_AGENT: watchAgent ? '1' : '',
    },
    stdio: ['ignore', 'pipe', 'ignore'],
    detached: true,
  })
  const next = listen(child)
  const stop = async () => {
    // The whole group: helpers that outlive main would still write into the folder that is taken away.
    process.kill(-child.pid, 'SIGKILL')
    await once(child, 'close')
  }
  return { startedAt, next, stop, pid: child.pid }
}

/** Keeps what the probe says until somebody asks for it. */
const listen = (child) => {
  const heard = []
  const waiting = new Set()
  const offer = (event) => {
    for (const waiter of waiting) if (waiter(event)) return
    heard.push(event)
  }
  createInterface({ input: child.stdout }).on('line', (line) => {
    if (line.startsWith('{')) offer(JSON.parse(line))
  })
  return (kind) => {
    const known = heard.findIndex((event) => event.kind === kind)
    if (known >= 0) return Promise.resolve(heard.splice(known, 1)[0])
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`${kind} did not happen`)), eventLimitMs)
      const waiter = (event) => {
        if (event.kind !== kind) return false
        clearTimeout(timer)
        waiting.delete(waiter)
        resolve(event)
        return true
      }
      waiting.add(waiter)
    })
  }
}

/** Starts a subject, does something with it, and ends it whatever happens. */
export const withElectron = async (subject, use) => {
  const running = startElectron(subject)
  try {
    return await use(running)
  } finally {
    await running.stop()
  }
}
