import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'

/** A fresh place for a JSON report, so that an old one is never counted. */
export const reportFile = (folder, name) => {
  mkdirSync(folder, { recursive: true })
  const file = path.join(folder, `${name}.json`)
  rmSync(file, { force: true })
  return file
}

/** What a Vitest JSON report counts. */
export const countVitest = (report) => ({ passed: report.numPassedTests, failed: report.numFailedTests })

/** What a Playwright JSON report counts. */
export const countPlaywright = ({ stats }) => ({ passed: stats.expected + stats.flaky, failed: stats.unexpected })

/** Reads a report with one of the functions above; a run that died before writing one has counted nothing. */
export const readCounts = (file, count) =>
  existsSync(file) ? count(JSON.parse(readFileSync(file, 'utf8'))) : { passed: 0, failed: 0 }
