import { _electron } from '@playwright/test'
import { recordFrames } from '../frame-recorder.mjs'
import { addLongThread, longThreadOf, openHarness } from '../long-conversation.mjs'
import { subjects } from '../running-app.mjs'
import { sourceModule } from '../source-module.mjs'
import { quantile } from '../statistics.mjs'

const deltaCount = 5_000
const scrollPx = 200
const floorMs = 5_000

// The clock of frames is not exact to the last digit.
const oneFrameMs = 16.7 + 0.5
const stutterMs = 50
// A tenth of what web.dev calls good; nothing that can be seen moves.
const mostShift = 0.01

const section = (number) => `## Part ${String(number)} of the answer

This is a paragraph with **words in bold**, some *others*, \`names\` and [a link](https://example.com/${String(number)}), as long as those that models write when they explain something to somebody who asked for it.

1. One thing to do
2. Another thing, with a list of its own
   - first this
   - and then that

| Item | Status | Owner |
| --- | --- | --- |
| Press kit | Working on it | Ada |
| Launch video | Done | Ben |

\`\`\`typescript
const approve = (call: ToolCall): Outcome => {
  const claimed = journal.claim(call.id, hashOf(call.arguments))
  return claimed ? execute(call) : { kind: 'refused', reason: 'taken' }
}
\`\`\`

`

const longAnswer = () => {
  const words = []
  for (let number = 1; words.length < deltaCount; number += 1) words.push(...section(number).match(/\S+\s*/g))
  return words.slice(0, deltaCount).join('')
}

/** Runs in the page: until the answer began, and then until it is through. */
const answered = () =>
  new Promise((resolve) => {
    let begun = false
    const look = () => {
      const busy = document.querySelector('[role=log]')?.ariaBusy === 'true'
      if (begun && !busy) return resolve()
      begun ||= busy
      setTimeout(look, 100)
    }
    look()
  })

/** Runs in the page: goes up by the same way in each frame, until that message is there. */
const scrollUpTo = ({ px, number }) =>
  new Promise((resolve) => {
    const log = document.querySelector('[role=log]')
    const frame = () => {
      log.scrollTop -= px
      const first = log.querySelector('[data-message]')?.getAttribute('data-message') ?? ''
      if (Number(first.slice(1)) <= number) resolve()
      else requestAnimationFrame(frame)
    }
    requestAnimationFrame(frame)
  })

/** Runs in the bare page: a text that grows by some words thirty times a second, its end in sight. */
const growPlainly = (ms) =>
  new Promise((resolve) => {
    const log = document.createElement('div')
    log.style.cssText = 'height: 80vh; overflow-y: auto; white-space: pre-wrap'
    document.body.append(log)
    const grow = setInterval(() => {
      log.append('some words of a long answer ')
      log.scrollTop = log.scrollHeight
    }, 33)
    const end = () => {
      clearInterval(grow)
      log.remove()
      resolve()
    }
    setTimeout(end, ms)
  })

/** Runs in the bare page: plain paragraphs that go by as fast as the messages do. */
const scrollPlainly = ({ px, ms }) =>
  new Promise((resolve) => {
    const log = document.createElement('div')
    log.style.cssText = 'height: 80vh; overflow-y: auto'
    for (let number = 0; number < 4_000; number += 1) {
      const paragraph = document.createElement('p')
      paragraph.textContent = `Message ${String(number)} of the thread, as plain as it can be.`
      log.append(paragraph)
    }
    document.body.append(log)
    log.scrollTop = log.scrollHeight
    let way = -px
    const frame = () => {
      if (log.scrollTop < px) way = px
      if (log.scrollHeight - log.scrollTop - log.clientHeight < px) way = -px
      log.scrollTop += way
      if (log.isConnected) requestAnimationFrame(frame)
    }
    requestAnimationFrame(frame)
    const end = () => {
      log.remove()
      resolve()
    }
    setTimeout(end, ms)
  })

const openFloor = async () => {
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const electron = await _electron.launch({
    executablePath: process.env.ELECTRON_EXEC_PATH,
    args: [subjects.floor, ...sandbox],
  })
  const page = await electron.firstWindow()
  return { page, close: () => electron.close() }
}

const streamOnce = async ({ harness, chat, floor }) => {
  await harness.button(chat, 'New chat').click()
  await harness.messageBox(chat).fill('Say a lot')
  const bare = await recordFrames(floor, () => floor.evaluate(growPlainly, floorMs))
  const own = await recordFrames(chat, async () => {
    await harness.button(chat, 'Send').click()
    await chat.evaluate(answered)
  })
  return { app: own, floor: bare }
}

const scrollOnce = async ({ chat, floor }, number) => {
  const bare = await recordFrames(floor, () => floor.evaluate(scrollPlainly, { px: scrollPx, ms: floorMs }))
  return { app: await recordFrames(chat, () => chat.evaluate(scrollUpTo, { px: scrollPx, number })), floor: bare }
}

const sharePercent = (limit) => (frames) => (100 * frames.filter((ms) => ms > limit).length) / frames.length

const paired = (pairs, { name, unit, read }) => [
  { name, unit, samples: pairs.map(({ app }) => read(app.frames)) },
  { name: '&nbsp;&nbsp;bare window', unit, samples: pairs.map(({ floor }) => read(floor.frames)) },
]

const rowsOf = (what, pairs) => {
  const ratios = pairs.map(({ app, floor }) => quantile(app.frames, 0.95) / quantile(floor.frames, 0.95))
  const shifts = pairs.map(({ app }) => app.shift)
  return [
    ...paired(pairs, { name: `frame time while ${what}, p50`, unit: 'ms', read: (frames) => quantile(frames, 0.5) }),
    ...paired(pairs, { name: `frame time while ${what}, p95`, unit: 'ms', read: (frames) => quantile(frames, 0.95) }),
    {
      name: '&nbsp;&nbsp;ratio',
      unit: 'x',
      samples: ratios,
      goal: { statistic: 'median', limit: 1.1, unit: 'x', samples: ratios },
    },
    ...paired(pairs, { name: `frames over 16.7 ms while ${what}`, unit: '%', read: sharePercent(oneFrameMs) }),
    ...paired(pairs, { name: `frames over 50 ms while ${what}`, unit: '%', read: sharePercent(stutterMs) }),
    { name: `long tasks while ${what}`, unit: '', samples: pairs.map(({ app }) => app.longTasks.length) },
    {
      name: `layout shift while ${what}`,
      unit: '',
      samples: shifts,
      goal: { statistic: 'maximum', limit: mostShift, unit: '', samples: shifts },
    },
  ]
}

const repeat = async (runs, onRun, takePair) => {
  const pairs = []
  for (let run = 0; run < runs; run += 1) {
    pairs.push(await takePair(run))
    onRun()
  }
  return pairs
}

const measureIn = async (place, runs, onRun) => {
  const { chat } = place
  const streaming = await repeat(runs, onRun, () => streamOnce(place))
  await chat.getByRole('navigation', { name: 'Conversations' }).getByText(longThreadOf.title).click()
  await chat.getByText(longThreadOf.lastWords).waitFor()
  const { messageCount } = longThreadOf
  const scrolling = await repeat(runs, onRun, (run) =>
    scrollOnce(place, Math.max(1, Math.round(messageCount - (messageCount * (run + 1)) / runs))),
  )
  return [
    ...rowsOf('an answer of 5,000 deltas streams', streaming),
    ...rowsOf('scrolling through 10,000 messages', scrolling),
  ]
}

const longAnswerModel = async () => {
  const { startPuppetEndpoint } = await sourceModule('test/stand-ins/puppet-endpoint.ts')
  const text = longAnswer()
  const endpoint = await startPuppetEndpoint(() => ({ kind: 'paced', text }))
  const environment = { OPENAI_API_KEY: endpoint.key, OPENAI_BASE_URL: endpoint.url, OPENAI_MODEL: 'puppet' }
  return { environment, close: endpoint.close }
}

/** How the frames come while a long answer streams, and while a thread of 10,000 messages goes by. */
export const frames = async (runs, onRun) => {
  const harness = await openHarness()
  const folders = harness.makePrivateFolders()
  const browser = harness.openBrowser()
  const model = await longAnswerModel()
  const floor = await openFloor()
  try {
    await addLongThread(harness, { folders, browser })
    const { environment } = model
    const app = await harness.launch({ folders, display: process.env.DISPLAY ?? '', environment })
    await harness.signIn(app, browser, harness.samples.first.name)
    const rows = await measureIn({ harness, chat: app.chat, floor: floor.page }, runs, onRun)
    await app.close()
    return rows
  } finally {
    await floor.close()
    await model.close()
    folders.remove()
  }
}
