import { ratios } from '../statistics.mjs'
import { subjects, withElectron } from '../running-app.mjs'

const timeToInteractive = (folder) =>
  withElectron(folder, {}, async ({ startedAt, next }) => (await next('interactive')).at - startedAt)

/** From the spawn of the process until the first control is painted, against the bare window. */
export const coldStart = async (runs, onRun) => {
  const pairs = []
  await timeToInteractive(subjects.floor)
  await timeToInteractive(subjects.app)
  for (let run = 0; run < runs; run += 1) {
    const floor = await timeToInteractive(subjects.floor)
    pairs.push({ floor, app: await timeToInteractive(subjects.app) })
    onRun()
  }
  const samples = ratios(pairs)
  return [
    { name: 'cold start to interactive', unit: 'ms', samples: pairs.map(({ app }) => app) },
    { name: '&nbsp;&nbsp;bare window', unit: 'ms', samples: pairs.map(({ floor }) => floor) },
    { name: '&nbsp;&nbsp;ratio', unit: 'x', samples, goal: { statistic: 'median', limit: 1.1, unit: 'x', samples } },
  ]
}
