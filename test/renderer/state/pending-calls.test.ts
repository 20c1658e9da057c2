import { describe, expect, test } from 'vitest'
import { neighbour, nextAfter, reviewOf } from '../../../src/renderer/state/pending-calls'
import type { ThirdParty } from '../../../src/contract/trust'
import { call, failure } from '../samples'

const always = (): boolean => true

const ids = (...names: string[]): ReturnType<typeof call>[] => names.map((id) => call({ id }))

const thirdParty: ThirdParty = {
  source: 'result',
  title: 'List items',
  providerName: 'Monday.com',
  passage: '',
  marks: [],
  decoded: false,
  copied: [],
}

describe('what is reviewed together', () => {
  test('is grouped by tool and connection, in order, and one of a kind is no group', () => {
    const calls = [
      ...ids('a', 'b'),
      call({ id: 'other', connection: 'monday-eu' }),
      call({ id: 'rename', tool: 'monday_item_rename' }),
      call({ id: 'c' }),
    ]
    const { pending, kinds, ownLooks } = reviewOf(calls, {}, always)
    expect(pending.map((one) => one.call.id)).toEqual(['a', 'b', 'other', 'rename', 'c'])
    expect(kinds.map((kind) => kind.pending.map((one) => one.call.id))).toEqual([['a', 'b', 'c']])
    expect(ownLooks).toBe(0)
  })

  test('leaves out what does not wait for this person', () => {
    const calls = [
      call({ id: 'read', risk: 'read' }),
      call({ id: 'done', state: 'done' }),
      call({ id: 'granted', grant: 'g' }),
      call({ id: 'account', failure: failure('connection-expired', { kind: 'reconnect', connection: 'monday' }) }),
      call({ id: 'sent' }),
      call({ id: 'left' }),
    ]
    const sent = { edit: undefined, deciding: true, failure: undefined }
    expect(reviewOf(calls, { sent }, always).pending.map((one) => one.call.id)).toEqual(['left'])
  })

  test.each([
    ['can’t be undone', call({ id: 'x', risk: 'destructive' })],
    ['reaches outside', call({ id: 'x', risk: 'open-world' })],
    ['may come from others', call({ id: 'x', thirdParty })],
    ['failed before', call({ id: 'x', failure: failure('arguments-invalid') })],
    ['can’t be sent as it stands', call({ id: 'x', args: {} })],
  ])('never approves along with others what %s', (_why, odd) => {
    const { kinds, ownLooks, pending } = reviewOf([...ids('a', 'b'), odd], {}, ({ args }) => 'board_id' in args)
    expect(kinds.flatMap((kind) => kind.pending.map((one) => one.call.id))).toEqual(['a', 'b'])
    expect(pending).toHaveLength(3)
    expect(ownLooks).toBe(1)
  })

  test('nor what could not be sent a moment ago', () => {
    const b = { edit: undefined, deciding: false, failure: failure('scalekit-unreachable') }
    expect(reviewOf(ids('a', 'b'), { b }, always).kinds).toEqual([])
  })

  test('has the arguments as they stand on the cards', () => {
    const args = { board_id: '1', item_name: 'edited' }
    const b = { edit: { args, texts: {} }, deciding: false, failure: undefined }
    const [kind] = reviewOf(ids('a', 'b'), { b }, always).kinds
    expect(kind?.pending.map((one) => one.args)).toEqual([call().args, args])
  })
})

describe('the way from call to call', () => {
  test('goes on after what was decided, else to the first that waits', () => {
    expect(nextAfter(['a', 'b', 'c'], new Set(['b']), ['a', 'c'])).toBe('c')
    expect(nextAfter(['a', 'b', 'c'], new Set(['c']), ['a', 'b'])).toBe('a')
    expect(nextAfter(['a', 'b', 'c'], new Set(['a', 'c']), ['b'])).toBe('b')
    expect(nextAfter(['a'], new Set(['a']), [])).toBeUndefined()
  })

  test('goes around the ends', () => {
    expect(neighbour(['a', 'b'], undefined, 1)).toBe('a')
    expect(neighbour(['a', 'b'], undefined, -1)).toBe('b')
    expect(neighbour(['a', 'b'], 'b', 1)).toBe('a')
    expect(neighbour(['a', 'b'], 'a', -1)).toBe('b')
    expect(neighbour([], 'a', 1)).toBeUndefined()
  })
})
