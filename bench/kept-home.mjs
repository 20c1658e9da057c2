import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { subjects, withElectron } from './running-app.mjs'

const limitMs = 20_000
const betweenLooksMs = 250

/** A folder for Electron to live in, taken away after its use. */
export const withHome = async (use) => {
  const home = mkdtempSync(path.join(tmpdir(), 'onbehalf-bench-'))
  try {
    return await use(home)
  } finally {
    rmSync(home, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
  }
}

const hasCodeCache = (home) =>
  readdirSync(home, { recursive: true }).some((name) => path.basename(path.dirname(String(name))) === 'code-cache')

const codeCacheIn = async (home) => {
  const until = Date.now() + limitMs
  while (!hasCodeCache(home)) {
    if (Date.now() > until) throw new Error('The app has kept no code cache')
    await wait(betweenLooksMs)
  }
  // It is written chunk by chunk.
  await wait(betweenLooksMs * 4)
}

/** Starts the app until it has kept what later starts use: everyday's start is not the first one. */
export const prepareApp = async (home) => {
  await withElectron({ folder: subjects.app, home, watchAgent: true }, async ({ next }) => {
    await next('agent-ready')
    await codeCacheIn(home)
  })
  // Chromium keeps the code of a page that it has met twice.
  await withElectron({ folder: subjects.app, home, watchAgent: true }, async ({ next }) => await next('agent-ready'))
}

/** The same for the bare window. */
export const prepareFloor = async (home) => {
  for (let start = 0; start < 2; start += 1) {
    await withElectron({ folder: subjects.floor, home }, async ({ next }) => await next('interactive'))
  }
}
