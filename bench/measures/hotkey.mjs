import { setTimeout as wait } from 'node:timers/promises'
import { withHome } from '../kept-home.mjs'
import { withKeyboard } from '../keyboard.mjs'
import { subjects, withElectron } from '../running-app.mjs'

const pressesPerRun = 5
const betweenPressesMs = 300

const pressAll = async ({ next }, { press }, { runs, onRun }) => {
  const { accelerator } = await next('shortcut')
  const taken = []
  for (let count = 0; count < runs * pressesPerRun; count += 1) {
    await wait(betweenPressesMs)
    const pressedAt = Date.now()
    press(accelerator)
    taken.push((await next('quick-ask-painted')).at - pressedAt)
    press('Escape')
    if (count % pressesPerRun === 0) onRun()
  }
  return taken
}

/** From the key press, as a keyboard sends it, until the quick-ask field is painted with the focus in it. */
export const hotkey = async (runs, onRun) => {
  const samples = await withHome((home) =>
    withKeyboard((keyboard) =>
      withElectron({ folder: subjects.app, home, watchAgent: true }, (app) => pressAll(app, keyboard, { runs, onRun })),
    ),
  )
  return [
    {
      name: 'hotkey to painted field',
      unit: 'ms',
      samples,
      goal: { statistic: 'p95', limit: 50, unit: 'ms', samples },
    },
  ]
}
