import { readFileSync } from 'node:fs'
import { expect, test } from './harness/fixtures'
import { askMain } from './harness/in-main'
import { samples } from './harness/samples'
import * as steps from './harness/steps'

test('as an ordinary user, the renderer runs in the OS sandbox and the journey starts @os-sandbox', async ({
  launchApp,
  visitor,
}) => {
  expect(process.getuid?.(), 'this one is for an ordinary user').not.toBe(0)
  const app = await launchApp({ chromiumSandbox: true })
  const renderers = (): Promise<number[]> =>
    askMain(() =>
      app.electron.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows().map(({ webContents }) => webContents.getOSProcessId()),
      ),
    )
  // The very list that was complete: another window may come up right after, and has no process at first.
  let pids: readonly number[] = []
  const youngest = async (): Promise<number> => {
    pids = await renderers()
    return Math.min(...pids)
  }
  await expect.poll(youngest, { message: 'every window has its process' }).toBeGreaterThan(0)
  for (const pid of pids) {
    const status = readFileSync(`/proc/${String(pid)}/status`, 'utf8')
    expect(status).toMatch(/^Seccomp:\s+2$/m)
    expect(status).toMatch(/^NoNewPrivs:\s+1$/m)
    expect(readFileSync(`/proc/${String(pid)}/cmdline`, 'utf8')).not.toContain('--no-sandbox')
  }
  await steps.signIn(app, visitor, samples.first.name)
  await steps.connect(app, visitor, { provider: 'Monday.com' })
})
