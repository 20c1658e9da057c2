/**
 * Runs in the page: notes when each frame was begun, and what the browser itself calls long or shifted. A small square
 * changes with each frame, so that there is something to paint also where nothing else moves.
 */
const startRecording = () => {
  const square = document.createElement('div')
  square.style.cssText = 'position: fixed; inset-block-start: 0; inset-inline-start: 0; width: 4px; height: 4px'
  document.body.append(square)
  const begun = []
  let request = 0
  const frame = (time) => {
    begun.push(time)
    square.style.background = begun.length % 2 ? '#888' : '#777'
    request = requestAnimationFrame(frame)
  }
  request = requestAnimationFrame(frame)
  const noted = { longtask: [], 'layout-shift': [] }
  const note = (entries) => {
    // What moves because the person did something is no shift.
    for (const entry of entries) if (!entry.hadRecentInput) noted[entry.entryType].push(entry.value ?? entry.duration)
  }
  const observers = Object.keys(noted).map((type) => {
    const observer = new PerformanceObserver((list) => note(list.getEntries()))
    observer.observe({ type })
    return observer
  })
  globalThis.stopRecording = () => {
    cancelAnimationFrame(request)
    for (const observer of observers) {
      note(observer.takeRecords())
      observer.disconnect()
    }
    square.remove()
    return {
      frames: begun.slice(1).map((time, index) => time - begun[index]),
      longTasks: noted.longtask,
      shift: noted['layout-shift'].reduce((sum, value) => sum + value, 0),
    }
  }
}

/** Does something with a page, and tells how its frames came meanwhile. */
export const recordFrames = async (page, use) => {
  await page.evaluate(startRecording)
  await use()
  return await page.evaluate(() => globalThis.stopRecording())
}
