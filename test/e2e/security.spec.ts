import { join } from 'node:path'
import { findWindow } from './harness/app'
import { callBridge } from './harness/bridge'
import { projectRoot } from './harness/electron-path'
import { expect, test } from './harness/fixtures'
import { askMain } from './harness/in-main'
import { connectionTargets, openTrap, watchConnections } from './harness/network'
import { samples } from './harness/samples'
import * as steps from './harness/steps'
import { webPreferences } from './harness/windows'

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
    await attempt('eval', () => window.eval('1'))
    await attempt('Function', (): unknown => Reflect.construct(Function, ['return 1']))
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

test('every page carries the policy twice: as a header and in itself', async ({ launchApp }) => {
  const app = await launchApp()
  for (const surface of ['chat', 'quick-ask'] as const) {
    const page = await findWindow(app.electron, surface)
    const header = await askMain(() =>
      app.electron.evaluate(
        async ({ net }, url) => (await net.fetch(url)).headers.get('content-security-policy') ?? '',
        page.url(),
      ),
    )
    expect(header).toContain("default-src 'none'")
    expect(header).toContain("frame-ancestors 'none'")
    const meta = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content')
    // A page can't say of itself who may frame it.
    expect(header).toBe(`${meta ?? ''}; frame-ancestors 'none'`)
  }
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
  const seen = await app.chat.evaluate(() => {
    const bridge: unknown = Reflect.get(window, 'onbehalf')
    const foreign = ['require', 'process', 'module', 'Buffer', 'global', 'electron', '__dirname']
    return {
      globals: foreign.filter((name) => name in window),
      bridge: typeof bridge === 'object' && bridge !== null ? Object.keys(bridge) : [],
    }
  })
  expect(seen.globals).toEqual([])
  expect(seen.bridge).toContain('connect')
  // Each of these names a file by an id that main gave out, never by a path.
  expect(seen.bridge.filter((name) => /fetch|file|exec|invoke|ipc|send(Sync)|token|identifier/i.test(name))).toEqual([
    'showFile',
    'attachFile',
    'detachFile',
    'draftFiles',
    'readFile',
  ])
  for (const preferences of await webPreferences(app.electron)) {
    expect(preferences).toMatchObject({ sandbox: true, contextIsolation: true, nodeIntegration: false })
  }
})

test('a foreign page that got hold of the bridge is refused', async ({ launchApp }) => {
  const app = await launchApp()
  // Electron warns of every page without a policy: this one is foreign on purpose.
  app.problems.expectProblem(/Insecure Content-Security-Policy/)
  const answer = await askMain(() =>
    app.electron.evaluate(
      async ({ BrowserWindow }, preload) => {
        const window = new BrowserWindow({
          show: false,
          webPreferences: { preload, sandbox: true, contextIsolation: true, partition: 'foreign' },
        })
        await window.loadURL('about:blank')
        const reply: unknown = await window.webContents.executeJavaScript(
          '"onbehalf" in window ? window.onbehalf.appState().then(JSON.stringify, String) : "absent"',
        )
        window.destroy()
        return String(reply)
      },
      join(projectRoot, 'out/preload/index.cjs'),
    ),
  )
  expect(answer).not.toContain('"ok":true')
  expect(answer).not.toContain('absent')
})

test('malformed and oversized requests are answered with a failure', async ({ launchApp }) => {
  const app = await launchApp()
  const requests = [
    ['connect', { connection: 7 }],
    ['openLink', { url: 'file:///etc/passwd' }],
    ['openLink', { url: 'javascript:alert(1)' }],
    ['openThread', null],
    ['saveDraft', { threadId: null, text: 'x'.repeat(5_000_000) }],
    ['approve', { callId: 'no such call', args: {} }],
  ] as const
  for (const [capability, request] of requests) {
    expect((await callBridge(app.chat, capability, request)).ok, capability).toBe(false)
  }
  expect(await app.openedUrls()).toEqual([])
})

test('in the sandbox nothing leaves this computer', async ({ launchApp, visitor }) => {
  const app = await launchApp()
  await watchConnections(app.electron)
  await steps.signIn(app, visitor, samples.first.name)
  await steps.connect(app, visitor, { provider: 'Monday.com' })
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
