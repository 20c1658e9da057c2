import { spawn } from 'node:child_process'
import { once } from 'node:events'

const xdotoolNames = { commandorcontrol: 'ctrl', control: 'ctrl', option: 'alt', command: 'super', escape: 'Escape' }

/** An Electron accelerator as xdotool spells it. */
const asKeys = (accelerator) =>
  accelerator
    .toLowerCase()
    .split('+')
    .map((key) => xdotoolNames[key] ?? key)
    .join('+')

/**
 * A keyboard of the display for as long as `use` takes. One process presses all keys: starting one for each of them
 * takes longer than what is measured.
 */
export const withKeyboard = async (use) => {
  const child = spawn('xdotool', ['-'], { stdio: ['pipe', 'inherit', 'inherit'] })
  try {
    return await use({
      /** Presses the keys of an accelerator, all at once. */
      press: (accelerator) => {
        child.stdin.write(`key --delay 0 ${asKeys(accelerator)}\n`)
      },
    })
  } finally {
    child.stdin.end()
    await once(child, 'close')
  }
}
