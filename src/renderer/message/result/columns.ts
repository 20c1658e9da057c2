import type { JsonObject } from '../../../contract/json'
import { isBinary } from '../../../contract/plain/binary'
import type { ResultChoice } from '../../state/result-choice'

// Where there are more, the table is wider than the conversation: which ones is a person's choice.
const mostAtFirst = 8

const isPlain = (value: JsonObject[string] | undefined): boolean => typeof value !== 'object' || value === null

/** Every column of rows, what says most first: what a thing is called, and the id by which it is asked for. */
export const columnsOf = (rows: readonly JsonObject[]): readonly string[] => {
  const names = new Set(rows.flatMap((row) => Object.keys(row)))
  const first = ['id', 'name', 'title'].filter((name) => names.has(name))
  return [...new Set([...first, ...names])]
}

// Empty everywhere, or the same technical word in every row.
const saysNothing = (rows: readonly JsonObject[], column: string): boolean =>
  rows.every((row) => row[column] === undefined || row[column] === null || row[column] === '') ||
  (column === 'type' && new Set(rows.map((row) => row[column])).size === 1)

/** The columns that are shown at first: those that can be read in a cell. */
export const firstColumns = (rows: readonly JsonObject[], columns: readonly string[]): readonly string[] => {
  const plain = columns.filter((name) => rows.some((row) => isPlain(row[name]) || isBinary(row[name])))
  const saying = plain.filter((name) => !saysNothing(rows, name))
  return (saying.length > 0 ? saying : plain).slice(0, mostAtFirst)
}

/** The columns to show, after a person's choice; never none. */
export const shownColumns = (
  columns: readonly string[],
  first: readonly string[],
  chosen: ResultChoice['columns'] = {},
): readonly string[] => {
  const shown = columns.filter((name) => (Object.hasOwn(chosen, name) ? chosen[name] : first.includes(name)))
  return shown.length > 0 ? shown : first
}
