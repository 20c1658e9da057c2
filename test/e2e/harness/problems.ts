import type { ElectronApplication, Page } from '@playwright/test'

/** What went wrong behind the scenes of a test: a test that passes in front of these has not passed. */
export type Problems = {
  readonly found: () => readonly string[]
  /** Says that a test provokes this on purpose. */
  readonly expectProblem: (pattern: RegExp) => void
}

const fatal =
  /Uncaught|Unhandled|UnhandledPromiseRejection|(?:Type|Reference|Syntax|Range)Error\b|A JavaScript error occurred/

const watchPage = (page: Page, note: (problem: string) => void): void => {
  page.on('console', (message) => {
    const text = message.text()
    if (message.type() === 'error' || /Content[- ]Security[- ]Policy/i.test(text)) note(`renderer: ${text}`)
  })
  page.on('pageerror', (error) => {
    note(`renderer threw: ${error.message}`)
  })
  page.on('crash', () => {
    note('renderer crashed')
  })
}

const watchOutput = (electron: ElectronApplication, note: (problem: string) => void): void => {
  electron.on('console', (message) => {
    if (message.type() === 'error') note(`main: ${message.text()}`)
  })
  electron.process().stderr?.on('data', (chunk: Buffer) => {
    for (const line of chunk.toString().split('\n')) if (fatal.test(line)) note(`main's stderr: ${line}`)
  })
}

/** Listens to main's console, uncaught errors, and every window's console and policy violations. */
export const watchProblems = (electron: ElectronApplication): Problems => {
  const all: string[] = []
  const expected: RegExp[] = []
  const note = (problem: string): void => {
    all.push(problem)
  }
  watchOutput(electron, note)
  for (const page of electron.windows()) watchPage(page, note)
  electron.on('window', (page) => {
    watchPage(page, note)
  })
  return {
    found: () => all.filter((problem) => !expected.some((pattern) => pattern.test(problem))),
    expectProblem: (pattern) => {
      expected.push(pattern)
    },
  }
}
