import type { JsonObject } from '../../../contract/json'
import { momentOf } from './moment'
import { shownCell } from './cell'

/** How many there are of something; an empty label stands for what has no value. */
export type Count = { readonly label: string; readonly count: number }

/** The rows counted by what they have in one column, the most first. */
export const groupRows = (rows: readonly JsonObject[], column: string): readonly Count[] => {
  const counts = new Map<string, number>()
  for (const row of rows) {
    const label = shownCell(column, row[column])
    counts.set(label, (counts.get(label) ?? 0) + 1)
  }
  return [...counts].map(([label, count]) => ({ label, count })).sort((a, b) => b.count - a.count)
}

const mostGroups = 12
const longestLabel = 40
const leastRows = 3
const telling = /status|state|priority|stage|group|owner|assignee|team|type|tags?$/i

const isGrouping = (rows: readonly JsonObject[], column: string): boolean => {
  const labels = new Set<string>()
  for (const row of rows) {
    const value = row[column]
    if (typeof value === 'object' && value !== null) return false
    if (momentOf(column, value) !== undefined) return false
    const label = shownCell(column, value)
    if (label.length > longestLabel) return false
    labels.add(label)
    if (labels.size > mostGroups) return false
  }
  return labels.size >= 2 && labels.size < rows.length
}

/** The columns by which rows make groups that say something, what groups are usually made by first. */
export const groupingColumns = (rows: readonly JsonObject[], columns: readonly string[]): readonly string[] => {
  if (rows.length < leastRows) return []
  const grouping = columns.filter((column) => isGrouping(rows, column))
  return [...grouping.filter((name) => telling.test(name)), ...grouping.filter((name) => !telling.test(name))]
}
