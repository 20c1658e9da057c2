import { describe, expect, test } from 'vitest'
import type { Json } from '../../../src/contract/json'
import { cellText, jsonText, resultId, resultTable } from '../../../src/renderer/message/result-summary'

test('the id of what was made is the outermost one', () => {
  expect(resultId({ id: '57', board: { id: '48' } })).toBe('57')
  expect(resultId({ data: { create_item: { id: 57 } } })).toBe('57')
  expect(resultId({ conversation_id: '21', parts: [{ id: '1' }] })).toBe('21')
  expect(resultId({ ok: true })).toBeUndefined()
})

describe('a result as a table', () => {
  test('is the list of objects in it, however deep it lies', () => {
    const rows = [{ id: '1', name: 'Marketing', owner: { name: 'Ada' } }]
    expect(resultTable({ data: { boards: rows } })).toEqual({ columns: ['id', 'name'], rows })
    expect(resultTable(rows)?.rows).toEqual(rows)
    expect(resultTable({ id: '1' })).toBeUndefined()
  })

  test('is the longest list, also inside a list of one', () => {
    const items = [{ id: '1' }, { id: '2' }, { id: '3' }]
    expect(resultTable({ boards: [{ id: '48', items_page: { cursor: null, items } }] })?.rows).toEqual(items)
  })

  test('is none where the list is only a small part of it', () => {
    const contact = { id: '7', name: 'Lena Fischer', note: 'Prefers to be called in the morning.', tags: [{ id: '1' }] }
    expect(resultTable(contact)).toBeUndefined()
  })

  test('names things first, leaves out what is no plain value, and has at most eight columns', () => {
    const wide = Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`field_${String(index)}`, index]))
    const row: Json = { ...wide, nested: { a: 1 }, name: 'One', id: '1' }
    const columns = resultTable([row])?.columns
    expect(columns?.slice(0, 3)).toEqual(['id', 'name', 'field_0'])
    expect(columns).toHaveLength(8)
    expect(columns).not.toContain('nested')
  })
})

test('bytes are said by their number, and long cells are cut', () => {
  const bytes = { kind: 'binary', bytes: 12_345 }
  expect(cellText(bytes)).toBe('binary, 12,345 bytes')
  expect(jsonText({ content: bytes })).toContain('"binary, 12,345 bytes"')
  expect(cellText('x'.repeat(5000))).toHaveLength(301)
  expect(cellText(null)).toBe('')
  expect(cellText({ a: 1 })).toBe('{"a":1}')
})
