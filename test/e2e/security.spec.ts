import { join } from 'node:path'
import { projectRoot } from './harness/electron-path'
import { expect, test } from './harness/fixtures'
import { connectionTargets, openTrap, watchConnections } from './harness/network'
import { samples } from './harness/samples'
import * as steps from './harness/steps'

test('the policy is in force: no inline script, no eval, no fetch, no frame, no image from outside', async ({
  launchApp,
}) => {
  const trap = await openTrap()
  const app = await launchApp()
  app.problems.expectProblem(/Content Security Policy|Refused to|net::ERR|Failed to (fetch|load)|WebSocket connection/)
  const leaks = await app.chat.evaluate(async (url) => {
    const found: string[] = []
    const attempt = async (name: string, what: () => unknown): Promise<void> => {
      try {
        await what()
        found.push(name)
      } catch {
        // Refused, as it should be.
      }
    }
    const inline = document.createElement('script')
    inline.textContent = 'window.inlineRan = true'
    document.head.append(inline)
    if (Reflect.get(window, 'inlineRan') === true) found.push('inline script')
    // Out of the debugger's own call, which may evaluate.
    await new Promise((resolve) => setTimeout(resolve, 0))
    await attempt('eval', () => Reflect.apply(Reflect.get(window, 'eval'), window, ['1']))
    await attempt('Function', () => Reflect.construct(Function, ['return 1'])())
    await attempt('fetch', () => fetch(`${url}/fetch`))
    await attempt('fetch file', () => fetch('file:///etc/passwd'))
    await attempt(
      'EventSource',
      () =>
        new Promise((resolve, reject) => {
          const source = new EventSource(`${url}/events`)
          source.onopen = resolve
          source.onerror = reject
        }),
    )
    await attempt(
      'WebSocket',
      () =>
        new Promise((resolve, reject) => {
          const socket = new WebSocket(url.replace('http', 'ws'))
          socket.onopen = resolve
          socket.onerror = reject
        }),
    )
    await attempt(
      'image',
      () =>
        new Promise((resolve, reject) => {
          const image = new Image()
          image.onload = resolve
          image.onerror = reject
          image.src = `${url}/image`
        }),
    )
    const frame = document.createElement('iframe')
    frame.src = `${url}/frame`
    document.body.append(frame)
    const prefetch = document.createElement('link')
    prefetch.rel = 'prefetch'
    prefetch.href = `${url}/prefetch`
    document.head.append(prefetch)
    navigator.sendBeacon(`${url}/beacon`, 'x')
    return found
  }, trap.url)
  expect(leaks).toEqual([])
  expect(trap.calls).toEqual([])
  trap.close()
})

test('a page can neither leave, nor open windows, nor be given permissions', async ({ launchApp }) => {
  const trap = await openTrap()
  const app = await launchApp()
  app.problems.expectProblem(/Content Security Policy|Refused to|Not allowed|not allowed|permission|getUserMedia/i)
  const address = app.chat.url()
  const granted = await app.chat.evaluate(async (url) => {
    const opened = window.open(`${url}/opened`)
    const link = document.createElement('a')
    link.href = `${url}/blank`
    link.target = '_blank'
    document.body.append(link)
    link.click()
    window.location.href = `${url}/left`
    const asked = await Promise.allSettled([
      Notification.requestPermission().then((answer) => answer === 'granted' || Promise.reject(new Error(answer))),
      navigator.mediaDevices.getUserMedia({ audio: true }),
      navigator.clipboard.readText(),
    ])
    return { opened: opened !== null, permissions: asked.filter(({ status }) => status === 'fulfilled').length }
  }, trap.url)
  expect(granted).toEqual({ opened: false, permissions: 0 })
  expect(app.chat.url()).toBe(address)
  expect(await app.openedUrls()).toEqual([])
  expect(app.electron.windows().every((page) => page.url().startsWith('app:'))).toBe(true)
  expect(trap.calls).toEqual([])
  trap.close()
})

test('a window sees no Node, no Electron, and only the capabilities of the bridge', async ({ launchApp }) => {
  const app = await launchApp()
  const seen = await app.chat.evaluate(() => ({
    globals: ['require', 'process', 'module', 'Buffer', 'global', 'electron', '__dirname'].filter(
      (name) => name in window,
    ),
    bridge: Object.keys(Object(Reflect.get(window, 'onbehalf'))).sort(),
  }))
  expect(seen.globals).toEqual([])
  expect(seen.bridge).toContain('connect')
  expect(seen.bridge.filter((name) => /fetch|file|exec|invoke|ipc|send(Sync)|token|identifier/i.test(name))).toEqual([
    'showFile',
  ])
  const preferences = await app.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((window) => {
      const given: unknown = Reflect.apply(
        Reflect.get(window.webContents, 'getLastWebPreferences'),
        window.webContents,
        [],
      )
      const one = Object(given)
      return [
        Reflect.get(one, 'sandbox'),
        Reflect.get(one, 'contextIsolation'),
        Reflect.get(one, 'nodeIntegration') ?? false,
      ]
    }),
  )
  for (const preference of preferences) expect(preference).toEqual([true, true, false])
})

test('a foreign page that got hold of the bridge is refused', async ({ launchApp }) => {
  const app = await launchApp()
  const answer = await app.electron.evaluate(
    async ({ BrowserWindow }, preload) => {
      const window = new BrowserWindow({
        show: false,
        webPreferences: { preload, sandbox: true, contextIsolation: true, partition: 'foreign' },
      })
      await window.loadURL('data:text/html,<title>foreign</title>')
      const reply: unknown = await window.webContents.executeJavaScript(
        '"onbehalf" in window ? window.onbehalf.appState().then(JSON.stringify, String) : "absent"',
      )
      window.destroy()
      return String(reply)
    },
    join(projectRoot, 'out/preload/index.cjs'),
  )
  expect(answer).not.toContain('"ok":true')
  expect(answer).not.toContain('absent')
})

test('malformed and oversized requests are answered with a failure', async ({ launchApp }) => {
  const app = await launchApp()
  const answers = await app.chat.evaluate(async () => {
    const bridge = Object(Reflect.get(window, 'onbehalf'))
    const call = async (name: string, request: unknown): Promise<unknown> => {
      const reply: unknown = await Reflect.apply(Reflect.get(bridge, name), bridge, [request])
      return Reflect.get(Object(reply), 'ok')
    }
    return [
      await call('connect', { connection: 7 }),
      await call('openLink', { url: 'file:///etc/passwd' }),
      await call('openLink', { url: 'javascript:alert(1)' }),
      await call('openThread', null),
      await call('saveDraft', { threadId: null, text: 'x'.repeat(5_000_000) }),
      await call('approve', { callId: 'no such call', args: {} }),
    ]
  })
  expect(answers).toEqual([false, false, false, false, false, false])
  expect(await app.openedUrls()).toEqual([])
})

test('in the sandbox nothing leaves this computer', async ({ launchApp, visitor }) => {
  const app = await launchApp()
  await watchConnections(app.electron)
  await steps.signIn(app, visitor, samples.first.name)
  await steps.connect(app, visitor, 'Monday.com')
  await steps.goTo(app.chat, 'Chat')
  await steps.ask(app.chat, samples.create)
  await steps.button(steps.approvals(app.chat), 'Approve').click()
  await expect(steps.approvals(app.chat)).toHaveCount(0)
  const targets = await connectionTargets(app.electron)
  expect(targets.length).toBeGreaterThan(0)
  const outside = targets.filter((target) => !/^(dns:)?(127\.0\.0\.1|localhost|::1|\[::1\])(:|$)|^unix:/.test(target))
  expect(outside).toEqual([])
  for (const url of [...(await app.openedUrls()), ...visitor.history])
    expect(new URL(url).hostname).toMatch(/^(127\.0\.0\.1|localhost)$/)
})
