import { expect, test } from 'vitest'
import type { Json } from '../../../../src/contract/json'
import { sortRows } from '../../../../src/renderer/message/result/sort-rows'

const sorted = (name: string, values: readonly Json[], descending = false): readonly Json[] =>
  sortRows(
    values.map((value) => ({ [name]: value })),
    { column: name, descending },
  ).map((row) => row[name] ?? null)

test('numbers are ordered by their size, also those written as text', () => {
  expect(sorted('id', ['10', '9', 100])).toEqual(['9', '10', 100])
  expect(sorted('id', ['10', '9', 100], true)).toEqual([100, '10', '9'])
})

test('times are ordered by when they are, however they are written', () => {
  const late = 1_795_000_000
  expect(sorted('created_at', [late, '2020-01-02', '2024-05-01T10:00:00Z'])).toEqual([
    '2020-01-02',
    '2024-05-01T10:00:00Z',
    late,
  ])
})

test('texts are ordered as people expect, and what is empty comes last either way', () => {
  expect(sorted('name', ['item 10', '', 'Äpfel', 'item 2', null, 'Birne'])).toEqual([
    'Äpfel',
    'Birne',
    'item 2',
    'item 10',
    '',
    null,
  ])
  expect(sorted('name', ['a', null, 'b'], true)).toEqual(['b', 'a', null])
})
