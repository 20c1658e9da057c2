import { execFile } from 'node:child_process'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'
import { withHome } from '../kept-home.mjs'
import { subjects, withElectron } from '../running-app.mjs'

const pressesPerRun = 5
const betweenPressesMs = 300

const xdotoolNames = { commandorcontrol: 'ctrl', control: 'ctrl', option: 'alt', command: 'super' }

/** An Electron accelerator as xdotool spells it. */
export const asKeys = (accelerator) =>
  accelerator
    .toLowerCase()
    .split('+')
    .map((key) => xdotoolNames[key] ?? key)
    .join('+')

const press = (keys) => promisify(execFile)('xdotool', ['key', '--clearmodifiers', keys])

/** From the key press, as a keyboard sends it, until the quick-ask field is painted with the focus in it. */
export const hotkey = async (runs, onRun) => {
  const pressAll = async ({ next }) => {
    const keys = asKeys((await next('shortcut')).accelerator)
    const taken = []
    for (let count = 0; count < runs * pressesPerRun; count += 1) {
      await wait(betweenPressesMs)
      const pressedAt = Date.now()
      await press(keys)
      taken.push((await next('quick-ask-painted')).at - pressedAt)
      await press('Escape')
      if (count % pressesPerRun === 0) onRun()
    }
    return taken
  }
  const samples = await withHome((home) => withElectron({ folder: subjects.app, home, watchAgent: true }, pressAll))
  return [
    {
      name: 'hotkey to painted field',
      unit: 'ms',
      samples,
      goal: { statistic: 'p95', limit: 50, unit: 'ms', samples },
    },
  ]
}
