import type { ActivityFormat } from '../../contract/activity'
import type { LoggedEntry } from './activity-queries'
import { entryText } from './activity-record'

type Cell = string | number | undefined

const columns: readonly (readonly [string, (row: LoggedEntry) => Cell])[] = [
  ['number', ({ number }) => number],
  ['time', ({ entry }) => new Date(entry.at).toISOString()],
  ['decision', ({ entry }) => entry.decision],
  ['outcome', ({ entry }) => entry.state],
  ['failure', ({ entry }) => entry.failure],
  ['person', ({ entry }) => entry.person.name],
  ['grant', ({ entry }) => entry.grant],
  ['tool', ({ entry }) => entry.tool],
  ['title', ({ entry }) => entry.title],
  ['risk', ({ entry }) => entry.risk],
  ['connection', ({ entry }) => entry.connection],
  ['provider', ({ entry }) => entry.providerName],
  ['account', ({ entry }) => entry.account.label],
  ['workspace', ({ entry }) => entry.account.workspace],
  ['object', ({ entry }) => entry.account.object],
  ['arguments', ({ entry }) => JSON.stringify(entry.args)],
  ['arguments hash', ({ entry }) => entry.argsHash],
  ['execution', ({ entry }) => entry.executionId],
  ['duration ms', ({ entry }) => entry.durationMs],
  ['thread', ({ entry }) => entry.threadTitle],
  ['thread id', ({ entry }) => entry.threadId],
  ['call id', ({ entry }) => entry.callId],
  ['made for call', ({ entry }) => entry.serves],
  ['previous hash', ({ previous }) => previous],
  ['hash', ({ hash }) => hash],
]

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`

const cellText = (cell: Cell): string => {
  if (cell === undefined) return ''
  if (typeof cell === 'number') return String(cell)
  // SECURITY: a spreadsheet runs a cell that begins like a formula; these words come from outside.
  // https://owasp.org/www-community/attacks/CSV_Injection
  return quoted(/^\s*[=+\-@\t\r\n|%]/.test(cell) ? `'${cell}` : cell)
}

const lineEnd = '\r\n'

/** The log as a table: RFC 4180, with nothing in it that a spreadsheet would run. */
export const toCsv = (rows: readonly LoggedEntry[]): string =>
  [
    columns.map(([name]) => quoted(name)).join(','),
    ...rows.map((row) => columns.map(([, read]) => cellText(read(row))).join(',')),
    '',
  ].join(lineEnd)

/** The log one entry a line: `hash` is the SHA-256 of `previous`, a line feed and the text of `entry` as it stands. */
export const toJsonLines = (rows: readonly LoggedEntry[]): string =>
  rows
    .map(({ previous, hash, entry }) => `{"previous":"${previous}","hash":"${hash}","entry":${entryText(entry)}}\n`)
    .join('')

/** The log as a file of a format. */
export const exportText = (format: ActivityFormat, rows: readonly LoggedEntry[]): string =>
  format === 'csv' ? toCsv(rows) : toJsonLines(rows)
