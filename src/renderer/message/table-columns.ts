import type { Tokens } from 'marked'

/** A column's share of its table, and the characters below which it would become hard to read. */
export type Column = { readonly share: number; readonly least: number }

const narrowest = 2
const widest = 28
const widestAtLeast = 14
const longestWord = 24
const aroundCell = 4

const longest = (texts: readonly string[]): number => Math.max(0, ...texts.map((text) => text.length))

type Needs = { readonly wanted: number; readonly least: number }

const needsOf = (cells: readonly string[]): Needs => {
  const word = Math.min(longestWord, Math.max(narrowest, longest(cells.flatMap((cell) => cell.split(/\s+/)))))
  const wanted = Math.max(word, Math.min(widest, longest(cells)))
  return { wanted: wanted + aroundCell, least: Math.max(word, Math.min(wanted, widestAtLeast)) + aroundCell }
}

/** How wide the columns of a table are, by what stands in them so far. */
export const columnsOf = ({ header, rows }: Pick<Tokens.Table, 'header' | 'rows'>): readonly Column[] => {
  const needs = header.map((cell, index) =>
    needsOf([cell, ...rows.flatMap((row) => row[index] ?? [])].map(({ text }) => text)),
  )
  const sum = needs.reduce((total, { wanted }) => total + wanted, 0)
  return needs.map(({ wanted, least }) => ({ share: wanted / sum, least }))
}
