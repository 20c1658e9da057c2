import { subjects, withElectron } from '../running-app.mjs'

const measureOnce = () =>
  withElectron(subjects.app, { ONBEHALF_BENCH_AGENT: '1' }, async ({ startedAt, next }) => {
    const { at, longestBlockMs } = await next('agent-ready')
    return { ready: at - startedAt, longestBlockMs }
  })

/** From the spawn until the agent can take a question, and the longest that main was blocked after the first paint. */
export const agentReady = async (runs, onRun) => {
  const taken = []
  for (let run = 0; run < runs; run += 1) {
    taken.push(await measureOnce())
    onRun()
  }
  const samples = taken.map(({ longestBlockMs }) => longestBlockMs)
  return [
    { name: 'agent ready', unit: 'ms', samples: taken.map(({ ready }) => ready) },
    {
      name: 'longest block of main until then',
      unit: 'ms',
      samples,
      goal: { statistic: 'median', limit: 100, unit: 'ms', samples },
    },
  ]
}
