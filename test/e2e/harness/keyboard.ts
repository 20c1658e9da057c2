import { execFileSync } from 'node:child_process'
import type { Locator, Page } from '@playwright/test'

const keysyms: Readonly<Record<string, string>> = {
  commandorcontrol: 'ctrl',
  cmdorctrl: 'ctrl',
  control: 'ctrl',
  command: 'super',
  super: 'super',
  alt: 'alt',
  option: 'alt',
  shift: 'shift',
  space: 'space',
  up: 'Up',
  return: 'Return',
}

/** Presses an Electron accelerator on the display, as hands on the keyboard would, outside of any window. */
export const pressGlobally = (display: string, accelerator: string): void => {
  const keys = accelerator.split('+').map((key) => keysyms[key.toLowerCase()] ?? key.toLowerCase())
  execFileSync('xdotool', ['key', '--clearmodifiers', keys.join('+')], { env: { ...process.env, DISPLAY: display } })
}

/** Moves the focus with Tab alone until it is on `target`. */
export const tabTo = async (page: Page, target: Locator): Promise<void> => {
  await target.waitFor()
  for (let presses = 0; presses < 80; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab never reached ${target.toString()}`)
}
