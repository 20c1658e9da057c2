import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hidesCharacters, piecesOf, withHiddenNamed } from '../../../src/contract/plain/hidden-characters'

test.each([
  ['a direction override', 'invoice\u202efdp.exe'],
  ['an isolate', 'a\u2066b\u2069'],
  ['a zero-width space', 'ig\u200bnore'],
  ['a joiner between Latin letters', 'ig\u200dnore'],
  ['a byte order mark', '\ufeffhello'],
  ['tags', 'Thanks!\u{e0049}\u{e0067}'],
  ['a flag with a message in it', '🏴\u{e0067}\u{e0062}\u{e007f}'],
  ['variation selectors that carry bytes', 'x\u{e0101}\u{e0102}'],
  ['a filler that looks like nothing', 'a\u3164b'],
  ['a soft hyphen', 'pay\u00adpal'],
  ['a control character', 'a\u001b[2Jb'],
  ['a mark of direction in a text that has none', 'a\u200fb'],
])('%s is hidden, and named where it stands', (_name, text) => {
  expect(hidesCharacters(text)).toBe(true)
  expect(withHiddenNamed(text)).toMatch(/⟨U\+[\dA-F ]+.*⟩/u)
})

test.each([
  ['English', 'Ordinary text,\n\twith lines — and “quotes”.'],
  ['Persian', 'می\u200cخواهم'],
  ['Hindi', 'क्\u200dष'],
  ['Arabic with a mark of direction', '\u200fمرحبا (Onbehalf)\u200f'],
  ['a family', '👩\u200d👩\u200d👧\u200d👦'],
  ['a heart', '❤\ufe0f\u200d🔥'],
  ['Chinese', '请批准'],
])('%s is as it reads', (_name, text) => {
  expect(hidesCharacters(text)).toBe(false)
  expect(withHiddenNamed(text)).toBe(text)
})

test('nothing is lost, and what is named hides nothing any more', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(
        piecesOf(text)
          .map((piece) => piece.text)
          .join(''),
      ).toBe(text)
      expect(hidesCharacters(withHiddenNamed(text))).toBe(false)
    }),
  )
})
