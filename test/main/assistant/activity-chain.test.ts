import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  chainHash,
  chainStart,
  checkChain,
  type LogHead,
  type LogRow,
} from '../../../src/main/assistant/activity-chain'

const time = (number: number): number => 1000 * number

const factsOf = (entry: string): { readonly number: number | null; readonly at: number | null } => {
  const number = Number(/^(\d+):/.exec(entry)?.[1])
  return Number.isNaN(number) ? { number: null, at: null } : { number, at: time(number) }
}

const chainOf = (texts: readonly string[]): LogRow[] => {
  const rows: LogRow[] = []
  for (const [index, text] of texts.entries()) {
    const previous = rows.at(-1)?.hash ?? chainStart
    const entry = `${String(index + 1)}:${text}`
    rows.push({ number: index + 1, entry, previous, hash: chainHash(previous, entry) })
  }
  return rows
}

const headOf = (rows: readonly LogRow[]): LogHead => {
  const last = rows.at(-1)
  return { count: last?.number ?? 0, hash: last?.hash ?? chainStart, at: 9 }
}

const five = chainOf(['a', 'b', 'c', 'd', 'e'])
const head = headOf(five)
const check = (rows: readonly LogRow[], heads = [head]) => checkChain(rows, heads, factsOf)
const replaced = (number: number, change: (row: LogRow) => LogRow): LogRow[] =>
  five.map((row) => (row.number === number ? change(row) : row))

describe('a chain', () => {
  test('that nobody touched is whole, also when it grew since its end was noted', () => {
    expect(check(five)).toEqual([])
    expect(checkChain(five, [headOf(five.slice(0, 3))], factsOf)).toEqual([])
    expect(checkChain([], [], factsOf)).toEqual([])
  })

  test('names a row whose text was changed', () => {
    expect(check(replaced(3, (row) => ({ ...row, entry: '3:other' })))).toEqual([
      { kind: 'changed', number: 3, at: time(3) },
    ])
  })

  test('names a row that was changed together with its hash', () => {
    const forged = replaced(3, (row) => ({ ...row, entry: '3:other', hash: chainHash(row.previous, '3:other') }))
    expect(check(forged)).toEqual([{ kind: 'changed', number: 3, at: time(3) }])
  })

  test('names rows that are gone', () => {
    expect(check(five.filter(({ number }) => number !== 2))).toEqual([
      { kind: 'missing', first: 2, last: 2, at: time(1) },
    ])
    expect(check(five.slice(2))).toEqual([{ kind: 'missing', first: 1, last: 2, at: time(3) }])
  })

  test('names an end that was cut off, and a log that was emptied, by what was noted outside', () => {
    expect(check(five.slice(0, 3))).toEqual([{ kind: 'missing', first: 4, last: 5, at: 9 }])
    expect(check([])).toEqual([{ kind: 'missing', first: 1, last: 5, at: 9 }])
  })

  test('names the end when everything from some row on was written anew', () => {
    const rewritten = chainOf(['a', 'b', 'c', 'other', 'e'])
    expect(check(rewritten)).toEqual([{ kind: 'changed', number: 5, at: 9 }])
  })
})

type Mutation = (rows: readonly LogRow[], how: { readonly at: number; readonly text: string }) => readonly LogRow[]

const relink: Mutation = (rows, { at, text }) => {
  const texts = rows.map(({ entry }, index) => (index === at ? `${entry}${text}` : entry).replace(/^\d+:/, ''))
  return chainOf(texts)
}

const mutations: readonly Mutation[] = [
  (rows, { at, text }) => rows.map((row, index) => (index === at ? { ...row, entry: `${row.entry}${text}` } : row)),
  (rows, { at, text }) => rows.map((row, index) => (index === at ? { ...row, hash: `${text}${row.hash}` } : row)),
  (rows, { at, text }) =>
    rows.map((row, index) => (index === at ? { ...row, previous: `${text}${row.previous}` } : row)),
  (rows, { at, text }) =>
    rows.map((row, index) => {
      const entry = `${row.entry}${text}`
      return index === at ? { ...row, entry, hash: chainHash(row.previous, entry) } : row
    }),
  (rows, { at }) => rows.filter((_, index) => index !== at),
  (rows, { at }) => rows.filter((_, index) => index < at),
  (rows, { at }) => rows.filter((_, index) => index > at),
  relink,
]

test('any single change of any chain is noticed, whoever makes it', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string(), { minLength: 1, maxLength: 12 }),
      fc.constantFrom(...mutations),
      fc.record({ place: fc.nat(), text: fc.string({ minLength: 1, maxLength: 5 }) }),
      (texts, mutate, { place, text }) => {
        const rows = chainOf(texts)
        const mutated = mutate(rows, { at: place % rows.length, text })
        expect(checkChain(rows, [headOf(rows)], factsOf)).toEqual([])
        expect(checkChain(mutated, [headOf(rows)], factsOf)).not.toEqual([])
      },
    ),
    { numRuns: 1000 },
  )
})
