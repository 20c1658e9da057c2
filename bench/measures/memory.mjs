import { readFileSync, readdirSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { prepareApp, withHome } from '../kept-home.mjs'
import { ratios } from '../statistics.mjs'
import { subjects, withElectron } from '../running-app.mjs'

const restMs = 6_000

const parentOf = (pid) => {
  try {
    // The name before it may hold spaces and brackets; the parent is the second field after its end.
    return Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1).split(' ')[1])
  } catch {
    return 0
  }
}

const familyOf = (ancestor) => {
  const parents = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => [Number(name), parentOf(name)])
  const family = new Set([ancestor])
  for (let size = 0; size !== family.size;) {
    size = family.size
    for (const [pid, parent] of parents) if (family.has(parent)) family.add(pid)
  }
  return [...family]
}

/** Shared pages are counted once over all processes: https://docs.kernel.org/filesystems/proc.html. */
const proportionalSetMb = (pid) => {
  try {
    return Number(/^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${String(pid)}/smaps_rollup`, 'utf8'))?.[1] ?? 0) / 1024
  } catch {
    return 0
  }
}

const atRest = (subject, event) =>
  withElectron(subject, async ({ next, pid }) => {
    await next(event)
    await wait(restMs)
    return familyOf(pid).reduce((sum, member) => sum + proportionalSetMb(member), 0)
  })

const takePair = async (home) => {
  const floor = await withHome((own) => atRest({ folder: subjects.floor, home: own }, 'interactive'))
  return { floor, app: await atRest({ folder: subjects.app, home, watchAgent: true }, 'agent-ready') }
}

/** Memory of all processes once the agent is loaded and nothing happens, against the bare window. */
export const memoryAtRest = async (runs, onRun) => {
  const pairs = await withHome(async (home) => {
    await prepareApp(home)
    const taken = []
    for (let run = 0; run < runs; run += 1) {
      taken.push(await takePair(home))
      onRun()
    }
    return taken
  })
  const samples = ratios(pairs)
  return [
    { name: 'memory at rest, all processes (PSS)', unit: 'MB', samples: pairs.map(({ app }) => app) },
    { name: '&nbsp;&nbsp;bare window', unit: 'MB', samples: pairs.map(({ floor }) => floor) },
    { name: '&nbsp;&nbsp;ratio', unit: 'x', samples, goal: { statistic: 'median', limit: 1.3, unit: 'x', samples } },
  ]
}
