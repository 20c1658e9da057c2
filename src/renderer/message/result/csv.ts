import type { Json, JsonObject } from '../../../contract/json'

// SECURITY: a spreadsheet runs what begins like this as a formula. https://owasp.org/www-community/attacks/CSV_Injection
const formula = /^\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20\t\r\n]/
// A number is no formula, also a negative one.
const plainNumber = /^[+-]?\d+(?:\.\d+)?$/

const cellOf = (value: Json | undefined): string => {
  if (value === undefined || value === null) return ''
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value)
  return formula.test(text) && !plainNumber.test(text) ? `'${text}` : text
}

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/** Rows as CSV, the names of the columns first. https://www.rfc-editor.org/rfc/rfc4180 */
export const csvOf = (columns: readonly string[], rows: readonly JsonObject[]): string =>
  [columns.map((name) => quoted(cellOf(name))), ...rows.map((row) => columns.map((name) => quoted(cellOf(row[name]))))]
    .map((cells) => `${cells.join(',')}\r\n`)
    .join('')
