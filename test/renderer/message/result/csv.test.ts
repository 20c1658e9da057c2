import { expect, test } from 'vitest'
import { csvOf } from '../../../../src/renderer/message/result/csv'

test('CSV has the names first, and quotes what would break it', () => {
  const rows = [{ id: 1, name: 'A "b", c' }, { name: 'two\nlines' }]
  expect(csvOf(['id', 'name'], rows)).toBe('id,name\r\n1,"A ""b"", c"\r\n,"two\nlines"\r\n')
})

test.each(['=1+1', '+1-1', '-cmd', '@SUM(A1)', '\t=1', ' =1', '＝1'])('%j is no formula in a spreadsheet', (text) => {
  expect(csvOf(['a'], [{ a: text }])).toBe(`a\r\n'${text}\r\n`)
})

test.each([-5, '-5', '+49.5'])('%j stays a number', (value) => {
  expect(csvOf(['a'], [{ a: value }])).toBe(`a\r\n${String(value)}\r\n`)
})
