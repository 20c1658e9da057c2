import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Clock } from './clock'
import { redact } from './redaction'

/** Facts beside a log line: codes, counts, durations. Never texts of a person, tokens or identifiers. */
type LogFacts = Readonly<Record<string, string | number | boolean | undefined>>

/** Writes what happened to a file that a person may send to somebody else. */
export type Logger = {
  readonly info: (event: string, facts?: LogFacts) => void
  /** Something expected went wrong. */
  readonly problem: (event: string, facts?: LogFacts) => void
  /** A bug: an exception that nobody expected. */
  readonly error: (event: string, error: unknown) => void
  /** Never writes this text from now on. */
  readonly hide: (text: string) => void
}

const lineLimit = 4000
const defaultMaximumBytes = 1_000_000

const causeOf = (error: unknown): unknown => (error instanceof Error ? error.cause : undefined)

const describeError = (error: unknown): string => {
  if (!(error instanceof Error)) return typeof error
  const cause = causeOf(error)
  const described = error.stack ?? `${error.name}: ${error.message}`
  return cause instanceof Error ? `${described}\ncaused by ${cause.name}: ${cause.message}` : described
}

const sizeOf = (path: string): number => {
  try {
    return statSync(path).size
  } catch {
    return 0
  }
}

/**
 * Opens the log at `path`: two files of bounded size, the older one beside it under `.old`. Never throws: an app
 * that can't write its log still works. Our own rather than electron-log, which costs a cold start 8 ms, listens
 * on an IPC channel of its own and would still leave redaction to us.
 */
export const createLogger = (options: {
  readonly path: string
  readonly clock: Pick<Clock, 'now'>
  readonly maximumBytes?: number
}): Logger => {
  const { path, maximumBytes = defaultMaximumBytes } = options
  const hidden = new Set<string>()
  let size: number | null = null

  const append = (line: string): void => {
    try {
      if (size === null) mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
      size ??= sizeOf(path)
      if (size > 0 && size + line.length > maximumBytes) {
        renameSync(path, `${path}.old`)
        size = 0
      }
      appendFileSync(path, line, { mode: 0o600 })
      size += Buffer.byteLength(line)
    } catch {
      size = null
    }
  }

  const write = (level: 'info' | 'problem' | 'error', event: string, details: string): void => {
    const time = new Date(options.clock.now()).toISOString()
    const text = redact(`${event}${details}`, hidden).slice(0, lineLimit)
    append(`${time} ${level} ${text.replaceAll('\n', '\n  ')}\n`)
  }

  const factsText = (facts: LogFacts | undefined): string => (facts === undefined ? '' : ` ${JSON.stringify(facts)}`)

  return {
    info: (event, facts) => {
      write('info', event, factsText(facts))
    },
    problem: (event, facts) => {
      write('problem', event, factsText(facts))
    },
    error: (event, error) => {
      write('error', event, ` ${describeError(error)}`)
    },
    hide: (text) => {
      hidden.add(text)
    },
  }
}
