import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wordDiff } from '../../../src/renderer/message/word-diff'

const only = (one: string, other: string, kind: 'removed' | 'added'): string =>
  wordDiff(one, other)
    .filter((piece) => piece.kind === 'same' || piece.kind === kind)
    .map(({ text }) => text)
    .join('')

test('what goes and what comes make up the two texts', () => {
  const texts = fc.array(fc.constantFrom('the', 'draft', ' ', '\n', 'is', 'ready.', 'not'), { maxLength: 40 })
  fc.assert(
    fc.property(texts, texts, (one, other) => {
      const [before, after] = [one.join(''), other.join('')]
      expect(only(before, after, 'removed')).toBe(before)
      expect(only(before, after, 'added')).toBe(after)
    }),
  )
})

test('only the words that differ are marked', () => {
  expect(wordDiff('The draft is ready', 'The final draft is ready')).toEqual([
    { kind: 'same', text: 'The ' },
    { kind: 'added', text: 'final ' },
    { kind: 'same', text: 'draft is ready' },
  ])
})

test('very long texts are shown one after the other', () => {
  const long = 'word '.repeat(2000)
  expect(wordDiff(long, `${long}more`).map(({ kind }) => kind)).toEqual(['removed', 'added'])
})
