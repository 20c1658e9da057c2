import { prepareApp, withHome } from '../kept-home.mjs'
import { subjects, withElectron } from '../running-app.mjs'

const measureOnce = (home) =>
  withElectron({ folder: subjects.app, home, watchAgent: true }, async ({ startedAt, next }) => {
    const { at } = await next('agent-ready')
    const { ms } = await next('longest-block')
    return { ready: at - startedAt, longestBlockMs: ms }
  })

const takeRuns = async (runs, measure, onRun) => {
  const taken = []
  for (let run = 0; run < runs; run += 1) {
    taken.push(await measure())
    onRun()
  }
  return taken
}

const rowsOf = (taken, when) => {
  const samples = taken.map(({ longestBlockMs }) => longestBlockMs)
  return [
    { name: `agent ready, ${when}`, unit: 'ms', samples: taken.map(({ ready }) => ready) },
    {
      name: `longest block of main, ${when}`,
      unit: 'ms',
      samples,
      goal: { statistic: 'median', limit: 100, unit: 'ms', samples },
    },
  ]
}

/** From the spawn until the agent can take a question, and the longest that main was blocked after the first paint. */
export const agentReady = async (runs, onRun) => {
  const everyday = await withHome(async (home) => {
    await prepareApp(home)
    return await takeRuns(runs, () => measureOnce(home), onRun)
  })
  const first = await takeRuns(runs, () => withHome(measureOnce), onRun)
  return [...rowsOf(everyday, 'everyday start'), ...rowsOf(first, 'very first start')]
}
