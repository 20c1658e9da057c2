import { describe, expect, test } from 'vitest'
import { editOf, leftBehind, messageMarkdown, reduceEdits } from '../../../src/renderer/state/edits'
import { call, message, said } from '../samples'

const part = (change: Parameters<typeof call>[0]) => ({ kind: 'tool-call', call: call(change) }) as const

describe('what is left behind', () => {
  test('are changes that were made from there on and not taken back, and requests that wait', () => {
    const messages = [
      message('m1', [part({ id: 'c0', state: 'done' })]),
      said('u', 'two'),
      message('m2', [
        part({ id: 'c1', state: 'done' }),
        part({ id: 'c2', state: 'done' }),
        part({ id: 'c3', state: 'done', risk: 'read' }),
        part({ id: 'c4', state: 'pending' }),
      ]),
      message('m3', [part({ id: 'c5', state: 'done', undoes: 'c2' })]),
    ]
    expect(leftBehind(messages, 'u')).toEqual({ done: 1, waiting: 1 })
    expect(leftBehind(messages, 'm1')).toEqual({ done: 2, waiting: 1 })
    expect(leftBehind(messages, 'somewhere else')).toEqual({ done: 0, waiting: 0 })
  })
})

describe('an edit', () => {
  test('that was kept is open again, until this window says otherwise', () => {
    const kept = { ...said('u', 'two'), edit: 'deux' }
    expect(editOf(undefined, kept)).toMatchObject({ open: true, text: 'deux' })
    const closed = { open: false, text: 'deux', sending: false }
    const edits = reduceEdits({}, { type: 'message-edit', messageId: 'u', edit: closed })
    expect(editOf(edits['u'], kept)).toEqual(closed)
    expect(editOf(undefined, said('u', 'two'))).toBeUndefined()
  })
})

test('a message is copied as the Markdown that it is written in, without its calls', () => {
  const parts = [{ kind: 'text', text: '**One**\n' } as const, part({}), { kind: 'text', text: 'Two' } as const]
  expect(messageMarkdown(message('m', parts))).toBe('**One**\n\nTwo')
})
