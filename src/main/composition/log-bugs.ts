import { app } from 'electron'
import type { Logger } from '../platform/logger'
import { redact } from '../platform/redaction'

/** Writes down every exception that nobody caught, and goes on: what a person was typing is worth more than a clean end. */
export const logBugs = (logger: Logger): void => {
  const note = (event: string, error: unknown): void => {
    logger.error(event, error)
    if (app.isPackaged) return
    const text = error instanceof Error ? (error.stack ?? error.message) : typeof error
    process.stderr.write(`${event}: ${redact(text)}\n`)
  }
  process.on('uncaughtException', (error) => {
    note('Uncaught exception', error)
  })
  process.on('unhandledRejection', (error) => {
    note('Unhandled rejection', error)
  })
}
