/** Something the person at the terminal has to do or know; shown as a sentence, without a stack. */
export class SetupError extends Error {
  name = 'SetupError'
}

/** Says one line of what set-up is doing, on stderr: stdout belongs to the command. */
export const say = (text) => {
  process.stderr.write(`[onbehalf] ${text}\n`)
}

/** Starts a clock; the function it returns says how long ago that was, in words. */
export const startClock = (now = Date.now) => {
  const start = now()
  return () => `${((now() - start) / 1000).toFixed(1)} s`
}
