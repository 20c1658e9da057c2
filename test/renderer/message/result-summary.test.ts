import { expect, test } from 'vitest'
import { cellText, jsonText, resultId } from '../../../src/renderer/message/result-summary'

test('the id of what was made is the outermost one', () => {
  expect(resultId({ id: '57', board: { id: '48' } })).toBe('57')
  expect(resultId({ data: { create_item: { id: 57 } } })).toBe('57')
  expect(resultId({ conversation_id: '21', parts: [{ id: '1' }] })).toBe('21')
  expect(resultId({ ok: true })).toBeUndefined()
})

test('bytes are said by their number, and long cells are cut', () => {
  const bytes = { kind: 'binary', bytes: 12_345 }
  expect(cellText(bytes)).toBe('binary, 12,345 bytes')
  expect(jsonText({ content: bytes })).toContain('"binary, 12,345 bytes"')
  expect(cellText('x'.repeat(5000))).toHaveLength(301)
  expect(cellText(null)).toBe('')
  expect(cellText({ a: 1 })).toBe('{"a":1}')
})
