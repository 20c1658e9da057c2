import { expect, test } from 'vitest'
import { foundWords, placesOf } from '../../../../src/renderer/features/conversation/found-words'
import { reduceFound } from '../../../../src/renderer/state/found'

const found = (words: readonly string[], text: string): readonly string[] =>
  placesOf(words, text).map(([start, end]) => text.slice(start, end))

test('the words of a hit are those that were looked for, each once', () => {
  const pieces = [
    { text: 'In ', hit: false },
    { text: 'Zürich', hit: true },
    { text: ' and ', hit: false },
    { text: 'Zürich', hit: true },
  ]
  expect(foundWords(pieces)).toEqual(['Zürich'])
})

test('they are found as whole words, in any case, with nothing in them read as a pattern', () => {
  expect(found(['in', 'Zürich'], 'IN zürich one thinks, in Zürichs lake')).toEqual(['IN', 'zürich', 'in'])
  expect(found(['a.b', 'c++', 'x-y/z'], 'axb a.b c++ cc x-y/z')).toEqual(['a.b', 'c++', 'x-y/z'])
  expect(found(['東京'], '東京 tower')).toEqual(['東京'])
  expect(found([], 'anything')).toEqual([])
})

test('it is over once the person goes somewhere or does something', () => {
  const state = reduceFound(null, { type: 'found', found: { messageId: 'one', words: ['in'] } })
  expect(state).toEqual({ messageId: 'one', words: ['in'] })
  expect(reduceFound(state, { type: 'navigated', to: { view: 'chat' } })).toBeNull()
  expect(reduceFound(state, { type: 'found-forgotten' })).toBeNull()
})
