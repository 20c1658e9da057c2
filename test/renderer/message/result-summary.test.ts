import { expect, test } from 'vitest'
import { resultId, resultTable } from '../../../src/renderer/message/result-summary'

test('the id of what was made is the outermost one', () => {
  expect(resultId({ id: '57', board: { id: '48' } })).toBe('57')
  expect(resultId({ data: { create_item: { id: 57 } } })).toBe('57')
  expect(resultId({ conversation_id: '21', parts: [{ id: '1' }] })).toBe('21')
  expect(resultId({ ok: true })).toBeUndefined()
})

test('a list of objects is a table, however deep it lies', () => {
  const rows = [{ id: '1', name: 'Marketing', owner: { name: 'Ada' } }]
  expect(resultTable({ data: { boards: rows } })).toEqual({ columns: ['id', 'name'], rows })
  expect(resultTable(rows)?.rows).toEqual(rows)
  expect(resultTable({ id: '1' })).toBeUndefined()
})
