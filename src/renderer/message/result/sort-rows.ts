import type { Json, JsonObject } from '../../../contract/json'
import { currentLocale } from '../../../language/words'
import type { Sorting } from '../../state/result-choice'
import { momentOf } from './moment'

type Key = { readonly number: number | undefined; readonly text: string }

const plainNumber = /^-?\d{1,15}(?:\.\d+)?$/

const numberIn = (name: string, value: Json): number | undefined => {
  const moment = momentOf(name, value)
  if (moment !== undefined) return moment.at
  if (typeof value === 'number') return value
  if (typeof value === 'boolean') return Number(value)
  return typeof value === 'string' && plainNumber.test(value.trim()) ? Number(value) : undefined
}

const keyOf = (name: string, value: Json | undefined): Key | undefined => {
  if (value === undefined || value === null || value === '') return undefined
  return { number: numberIn(name, value), text: typeof value === 'object' ? JSON.stringify(value) : String(value) }
}

/** Rows by one column: numbers and times by their size, texts as the language orders them, what is empty at the end. */
export const sortRows = (rows: readonly JsonObject[], { column, descending }: Sorting): readonly JsonObject[] => {
  const collator = new Intl.Collator(currentLocale(), { numeric: true, sensitivity: 'base' })
  const compare = (a: Key, b: Key): number => {
    if (a.number !== undefined && b.number !== undefined) return a.number - b.number
    // Numbers stand before texts.
    if (a.number !== undefined) return -1
    return b.number === undefined ? collator.compare(a.text, b.text) : 1
  }
  return rows
    .map((row) => ({ row, key: keyOf(column, row[column]) }))
    .sort((a, b) => {
      if (a.key === undefined || b.key === undefined) return Number(a.key === undefined) - Number(b.key === undefined)
      return descending ? compare(b.key, a.key) : compare(a.key, b.key)
    })
    .map(({ row }) => row)
}
