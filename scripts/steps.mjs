import { say, startClock } from './progress.mjs'

/** The result of a step that has passed and counted nothing. */
export const nothingCounted = { passed: 0, failed: 0 }

/**
 * Adds counts up.
 * @param {(typeof nothingCounted)[]} counts
 */
export const sum = (counts) =>
  counts.reduce(
    (total, { passed, failed }) => ({ passed: total.passed + passed, failed: total.failed + failed }),
    nothingCounted,
  )

/**
 * Runs named steps, `atOnce` at a time, and starts no more of them once one has failed. A step answers
 * `{ code, text, counts }`; `text` is shown when it failed. A step that fails without counting is one failure.
 * @param {{ name: string, run: () => Promise<{ code: number, text?: string, counts?: typeof nothingCounted }> }[]} steps
 */
export const runSteps = async (steps, { atOnce = 1, tell = say } = {}) => {
  const waiting = [...steps]
  const counts = []
  let failed = false
  const worker = async () => {
    for (let step = waiting.shift(); step !== undefined && !failed; step = waiting.shift()) {
      const result = await runStep(step, tell)
      counts.push(result)
      failed ||= result.failed > 0
    }
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  return sum(counts)
}

const runStep = async ({ name, run }, tell) => {
  const clock = startClock()
  const { code, text = '', counts = nothingCounted } = await run()
  if (code === 0) {
    tell(`passed  ${name} (${clock()})`)
    return counts
  }
  process.stdout.write(text)
  tell(`FAILED  ${name} (${clock()})`)
  return { passed: counts.passed, failed: Math.max(1, counts.failed) }
}
