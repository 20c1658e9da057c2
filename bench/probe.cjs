// Loaded into main by `electron -r`, before the app's own code, in the app and in the floor alike.
// Says on stdout, one JSON object a line, what happens in the windows. Changes nothing in the app.
const { monitorEventLoopDelay } = require('node:perf_hooks')
const { app } = require('electron')

const tell = (event) => process.stdout.write(`${JSON.stringify(event)}\n`)

/** Runs in the page: when its first control is on the screen, in milliseconds since the epoch. */
const firstControlPainted = () =>
  new Promise((resolve) => {
    const frame = () =>
      requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.timeOrigin + performance.now())))
    const ready = () => document.querySelector('button:enabled, textarea:enabled, input:enabled') !== null
    if (ready()) return frame()
    const observer = new MutationObserver(() => {
      if (!ready()) return
      observer.disconnect()
      frame()
    })
    observer.observe(document, { childList: true, subtree: true, attributes: true })
  })

/** Runs in the page: when the agent can take a question. */
const agentReady = () =>
  new Promise((resolve) => {
    const look = (state) => state.assistantReady && resolve(Date.now())
    window.onbehalf.on.appState(look)
    void window.onbehalf.appState().then((reply) => reply.ok && look(reply.value))
  })

/** Runs in the page: calls back each time it was shown and painted with the focus in its field. */
const nextFocusPainted = () =>
  new Promise((resolve) => {
    const painted = () => requestAnimationFrame(() => requestAnimationFrame(() => resolve(Date.now())))
    addEventListener('focus', painted, { once: true })
  })

const inPage = (contents, task) => contents.executeJavaScript(`(${task.toString()})()`)

const watchChat = async (contents, delay) => {
  tell({ kind: 'interactive', at: await inPage(contents, firstControlPainted) })
  delay.reset()
  if (process.env.ONBEHALF_BENCH_AGENT !== '1') return
  const at = await inPage(contents, agentReady)
  tell({ kind: 'agent-ready', at, longestBlockMs: delay.max / 1e6 })
  const { value } = await contents.executeJavaScript('window.onbehalf.appState()')
  tell({ kind: 'shortcut', accelerator: value.quickAskShortcut.accelerator })
}

const watchQuickAsk = async (contents) => {
  for (;;) tell({ kind: 'quick-ask-painted', at: await inPage(contents, nextFocusPainted) })
}

const delay = monitorEventLoopDelay({ resolution: 2 })
if (process.env.ONBEHALF_BENCH_AGENT === '1') delay.enable()

app.on('web-contents-created', (_event, contents) => {
  contents.once('dom-ready', () => {
    const watch = contents.getURL().includes('quick-ask') ? watchQuickAsk : watchChat
    // A page that goes away in the middle of a question ends it.
    watch(contents, delay).catch(() => undefined)
  })
})
