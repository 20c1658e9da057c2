// Loaded into main by `electron -r`, before the app's own code, in the app and in the floor alike.
// Says on stdout, one JSON object a line, what happens in the windows. Changes nothing in the app.
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

// A block is a turn of the event loop that a timer had to wait for.
const blocks = []
const shortestBlockMs = 5
const afterReadyMs = 1500

const now = () => performance.timeOrigin + performance.now()

const watchBlocks = (last) => {
  const at = now()
  if (at - last > shortestBlockMs) blocks.push({ ended: at, ms: at - last })
  setTimeout(watchBlocks, 1, at)
}

const longestBlockSince = (time) => Math.max(0, ...blocks.filter(({ ended }) => ended > time).map(({ ms }) => ms))

const watchChat = async (contents) => {
  const interactive = await inPage(contents, firstControlPainted)
  tell({ kind: 'interactive', at: interactive })
  if (process.env.ONBEHALF_BENCH_AGENT !== '1') return
  const at = await inPage(contents, agentReady)
  tell({ kind: 'agent-ready', at })
  const { value } = await contents.executeJavaScript('window.onbehalf.appState()')
  tell({ kind: 'shortcut', accelerator: value.quickAskShortcut.accelerator })
  // What follows at once, as the second window's page, counts as well.
  setTimeout(() => tell({ kind: 'longest-block', ms: longestBlockSince(interactive) }), afterReadyMs)
}

const watchQuickAsk = async (contents) => {
  for (;;) tell({ kind: 'quick-ask-painted', at: await inPage(contents, nextFocusPainted) })
}

if (process.env.ONBEHALF_BENCH_AGENT === '1') watchBlocks(now())

app.on('web-contents-created', (_event, contents) => {
  contents.once('dom-ready', () => {
    const watch = contents.getURL().includes('quick-ask') ? watchQuickAsk : watchChat
    // A page that goes away in the middle of a question ends it.
    watch(contents).catch(() => undefined)
  })
})
