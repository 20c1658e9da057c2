import { describe, expect, it } from 'vitest'
import { runSteps, sum } from '../../scripts/steps.mjs'
import { countPlaywright, countVitest, readCounts } from '../../scripts/test-reports.mjs'

type Counts = { passed: number; failed: number }

const step = (name: string, code: number, counts?: Counts) => ({
  name,
  run: () => Promise.resolve(counts ? { code, counts } : { code }),
})

/** Runs steps and keeps what was said about them. */
const runQuietly = async (steps: ReturnType<typeof step>[]) => {
  const said: string[] = []
  const counts = await runSteps(steps, { tell: (text: string) => said.push(text.replace(/ \(.*/, '')) })
  return { counts, said }
}

describe('runSteps', () => {
  it('says which step failed, starts nothing after it, and counts it as a failure', async () => {
    const { counts, said } = await runQuietly([step('lint', 0), step('types', 2), step('layers', 0)])
    expect(said).toEqual(['passed  lint', 'FAILED  types'])
    expect(counts).toEqual({ passed: 0, failed: 1 })
  })

  it('adds up what the steps counted', async () => {
    const unit = step('unit', 0, { passed: 200, failed: 0 })
    const endToEnd = step('end to end', 1, { passed: 30, failed: 2 })
    expect((await runQuietly([unit, endToEnd])).counts).toEqual({ passed: 230, failed: 2 })
  })

  it('counts a run that died before it counted anything', async () => {
    expect((await runQuietly([step('unit', 1, { passed: 0, failed: 0 })])).counts).toEqual({ passed: 0, failed: 1 })
  })
})

describe('counting', () => {
  it('reads both reports', () => {
    expect(countVitest({ numPassedTests: 7, numFailedTests: 1 })).toEqual({ passed: 7, failed: 1 })
    expect(countPlaywright({ stats: { expected: 3, flaky: 1, unexpected: 2, skipped: 9 } })).toEqual({
      passed: 4,
      failed: 2,
    })
    expect(readCounts('/nowhere/report.json', countVitest)).toEqual({ passed: 0, failed: 0 })
    expect(sum([])).toEqual({ passed: 0, failed: 0 })
  })
})
