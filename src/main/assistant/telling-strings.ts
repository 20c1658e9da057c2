import { folded } from './text-tokens'

/** Something in the arguments that nobody writes by chance: an address, or an id. */
export type TellingString = { readonly kind: 'address' | 'id'; readonly value: string }

const patterns: readonly (readonly [TellingString['kind'], RegExp])[] = [
  ['address', /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu],
  ['address', /\b[a-z][a-z\d+.-]{1,20}:\/\/[^\s"'<>)\]}]+/giu],
  [
    'address',
    /(?<![\p{L}\p{N}@./-])(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+\p{L}{2,24}(?:\/[^\s"'<>)\]}]*)?/gu,
  ],
  // Numbers of telephones and accounts.
  ['id', /(?<![\p{L}\p{N}])\+?[\p{L}]{0,2}\d(?:[ ./-]?[\d]){7,33}(?![\p{L}\p{N}])/gu],
  ['id', /(?<![\p{L}\p{N}])(?=[\p{L}\p{N}_-]*\d)[\p{L}\p{N}_-]{4,200}(?![\p{L}\p{N}])/gu],
]

// A date says little, and a model writes many.
const isDate = (text: string): boolean => /^(?:19|20)\d\d(?:-?\d\d){0,2}$/.test(text)

const longestSearched = 20_000
const most = 40

const matchesIn = (text: string): readonly TellingString[] =>
  patterns.flatMap(([kind, pattern]) =>
    [...text.slice(0, longestSearched).matchAll(pattern)].map(([match]) => ({
      kind,
      value: match.replace(/[.,;:!?]+$/, ''),
    })),
  )

/** What is telling in these argument texts. */
export const tellingStrings = (texts: readonly string[]): readonly TellingString[] => {
  const found: TellingString[] = []
  for (const string of texts.flatMap(matchesIn)) {
    if (found.length === most) break
    const known = found.some(({ value }) => value.includes(string.value))
    if (!known && !isDate(string.value)) found.push(string)
  }
  return found
}

const isWordCharacter = (character: string | undefined): boolean =>
  character !== undefined && /[\p{L}\p{N}]/u.test(character)

/** Where a string stands by itself in a text, both folded; -1 where it doesn't. */
export const standsIn = (text: string, value: string): number => {
  for (let at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + 1)) {
    if (!isWordCharacter(text[at - 1]) && !isWordCharacter(text[at + value.length])) return at
  }
  return -1
}

/** Whether one of these texts, folded, has the string. */
export const saysString = (foldedTexts: readonly string[], { value }: TellingString): boolean => {
  const wanted = folded(value)
  return foldedTexts.some((text) => standsIn(text, wanted) >= 0)
}
