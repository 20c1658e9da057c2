import { expect, test } from 'vitest'
import { err, ok } from '../../../../src/contract/result'
import { readRange } from '../../../../src/renderer/message/result/read-range'
import { failure } from '../../samples'

const numbered = (from: number, count: number): { id: number }[] =>
  Array.from({ length: count }, (_, index) => ({ id: from + index }))

test('every row that was asked for is read, in few pieces, also one that came cut', async () => {
  const all = [...numbered(0, 9999), 'cut']
  const asked: number[] = []
  const read = await readRange(
    (_callId, { from, count }) => {
      asked.push(from)
      return Promise.resolve(ok({ rows: all.slice(from, from + count), shortened: from === 7500 ? 1 : 0 }))
    },
    'call',
    { from: 0, count: 10_000 },
  )
  expect(read).toEqual(ok({ rows: [...numbered(0, 9999), { value: 'cut' }], shortened: 1 }))
  expect(asked).toEqual([0, 2500, 5000, 7500])
})

test('a list that is shorter than it was ends, and a failure is said', async () => {
  const range = { from: 2, count: 9 }
  const none = ok({ rows: [], shortened: 0 })
  expect(await readRange(() => Promise.resolve(none), 'call', range)).toEqual(none)
  const failed = err(failure('not-found'))
  expect(await readRange(() => Promise.resolve(failed), 'call', range)).toEqual(failed)
})
