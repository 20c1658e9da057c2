import { expect, test } from 'vitest'
import type { Part, ToolCall } from '../../../src/contract/conversation'
import { stepGroups, stepsDuration } from '../../../src/renderer/message/step-groups'
import { call, now } from '../samples'

const read = (id: string, change: Partial<ToolCall> = {}): Part => ({
  kind: 'tool-call',
  call: call({ id, tool: 'monday_boards_list', risk: 'read', state: 'done', ...change }),
})
const text = (words: string): Part => ({ kind: 'text', text: words })
const thought = (words: string): Part => ({ kind: 'reasoning', text: words })

const outline = (parts: readonly Part[]): readonly string[] =>
  stepGroups(parts).map((piece) =>
    piece.kind === 'steps' ? piece.steps.map(({ call: { id } }) => id).join('+') : piece.part.kind,
  )

test('look-ups that follow each other are taken together, and what is said stands between them', () => {
  expect(outline([text('I look.'), read('a'), text(''), read('b'), text('Found.'), read('c')])).toEqual([
    'text',
    'a+b',
    'text',
    'c',
  ])
})

test('what asks or changes stays by itself', () => {
  const write: Part = { kind: 'tool-call', call: call({ id: 'w', state: 'done' }) }
  const card: Part = { kind: 'tool-call', call: call({ id: 'p', risk: 'read', state: 'pending' }) }
  expect(outline([read('a'), write, read('b'), card, read('c')])).toEqual(['a', 'tool-call', 'b', 'tool-call', 'c'])
})

test('thoughts go with the step that they lead to; the first and the last stay where they are', () => {
  const pieces = stepGroups([thought('one'), read('a'), thought('two'), read('b'), thought('three')])
  expect(pieces.map(({ kind }) => kind)).toEqual(['part', 'steps', 'part'])
  expect(pieces[1]).toMatchObject({ steps: [{ thoughts: [] }, { thoughts: ['two'] }] })
})

test('steps take from the start of the first to the end of the last', () => {
  const steps = (ended: number | undefined): Parameters<typeof stepsDuration>[0] => [
    { call: call({ startedAt: now, endedAt: now + 900 }), thoughts: [] },
    { call: call({ startedAt: now + 100, ...(ended !== undefined && { endedAt: ended }) }), thoughts: [] },
  ]
  expect(stepsDuration(steps(now + 2100))).toBe(2100)
  expect(stepsDuration(steps(undefined))).toBeUndefined()
})
