/** Passes on what a stream brings until it ends or is aborted: an abort doesn't wait for the stream to notice. */
export async function* untilAborted<T>(stream: AsyncIterable<T>, signal: AbortSignal): AsyncIterable<T> {
  const iterator = stream[Symbol.asyncIterator]()
  const aborted = new Promise<{ readonly done: true }>((resolve) => {
    if (signal.aborted) resolve({ done: true })
    signal.addEventListener(
      'abort',
      () => {
        resolve({ done: true })
      },
      { once: true },
    )
  })
  for (;;) {
    const next = iterator.next()
    const step = await Promise.race([next, aborted])
    if (step.done === true) {
      // Nobody hears how the abandoned read ends.
      next.catch(() => undefined)
      return
    }
    yield step.value
  }
}
