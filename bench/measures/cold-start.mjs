import { prepareApp, prepareFloor, withHome } from '../kept-home.mjs'
import { ratios } from '../statistics.mjs'
import { subjects, withElectron } from '../running-app.mjs'

const timeToInteractive = (folder, home) =>
  withElectron({ folder, home }, async ({ startedAt, next }) => (await next('interactive')).at - startedAt)

const everydayPair = async (homes) => {
  const floor = await timeToInteractive(subjects.floor, homes.floor)
  return { floor, app: await timeToInteractive(subjects.app, homes.app) }
}

const firstPair = async () => {
  const floor = await withHome((home) => timeToInteractive(subjects.floor, home))
  return { floor, app: await withHome((home) => timeToInteractive(subjects.app, home)) }
}

const takePairs = async (runs, measure, onRun) => {
  const pairs = []
  for (let run = 0; run < runs; run += 1) {
    pairs.push(await measure())
    onRun()
  }
  return pairs
}

const rowsOf = (pairs, when) => {
  const samples = ratios(pairs)
  return [
    { name: `cold start to interactive, ${when}`, unit: 'ms', samples: pairs.map(({ app }) => app) },
    { name: '&nbsp;&nbsp;bare window', unit: 'ms', samples: pairs.map(({ floor }) => floor) },
    { name: '&nbsp;&nbsp;ratio', unit: 'x', samples, goal: { statistic: 'median', limit: 1.1, unit: 'x', samples } },
  ]
}

/** From the spawn of the process until the first control is painted, against the bare window. */
export const coldStart = async (runs, onRun) => {
  const everyday = await withHome((app) =>
    withHome(async (floor) => {
      await prepareApp(app)
      await prepareFloor(floor)
      return await takePairs(runs, () => everydayPair({ app, floor }), onRun)
    }),
  )
  const first = await takePairs(runs, firstPair, onRun)
  return [...rowsOf(everyday, 'everyday start'), ...rowsOf(first, 'very first start')]
}
