import { longThreadOf, openHarness, addLongThread } from '../long-conversation.mjs'

/** Runs in the page: presses the thread's row and waits until its last message is painted. */
const openThread = ({ row, words }) =>
  new Promise((resolve) => {
    const button = [...document.querySelectorAll('nav button')].find(({ innerText }) => innerText.includes(row))
    const log = () => document.querySelector('[role=log]')?.textContent ?? ''
    const start = performance.now()
    const look = () => {
      if (log().includes(words)) requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - start)))
      else requestAnimationFrame(look)
    }
    button.click()
    look()
  })

/** From the press on a thread of 10,000 messages until its end is on the screen. */
export const longThread = async (runs, onRun) => {
  const harness = await openHarness()
  const folders = harness.makePrivateFolders()
  const browser = harness.openBrowser()
  try {
    await addLongThread(harness, { folders, browser })
    const app = await harness.launch({ folders, display: process.env.DISPLAY ?? '' })
    await harness.signIn(app, browser, harness.samples.first.name)
    const samples = []
    for (let run = 0; run < runs; run += 1) {
      await harness.button(app.chat, 'New chat').click()
      await app.chat.getByText(longThreadOf.lastWords).waitFor({ state: 'detached' })
      samples.push(await app.chat.evaluate(openThread, { row: longThreadOf.title, words: longThreadOf.lastWords }))
      onRun()
    }
    await app.close()
    const goal = { statistic: 'median', limit: 80, unit: 'ms', samples }
    return [{ name: 'opening a thread of 10,000 messages', unit: 'ms', samples, goal }]
  } finally {
    folders.remove()
  }
}
