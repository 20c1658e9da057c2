import type { SearchPiece } from '../../../contract/search'

/** The words by which a hit was found, as they stand in it. */
export const foundWords = (pieces: readonly SearchPiece[]): readonly string[] => [
  ...new Set(pieces.flatMap(({ text, hit }) => (hit && text.trim() !== '' ? [text.trim()] : []))),
]

const escaped = (word: string): string => word.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`)

/** Where words stand in a text: the whole words only, in whatever case. */
export const placesOf = (words: readonly string[], text: string): readonly (readonly [number, number])[] => {
  if (words.length === 0) return []
  const longestFirst = words.toSorted((one, other) => other.length - one.length)
  const pattern = `(?<![\\p{L}\\p{N}])(?:${longestFirst.map(escaped).join('|')})(?![\\p{L}\\p{N}])`
  return [...text.matchAll(new RegExp(pattern, 'giu'))].map((match) => [match.index, match.index + match[0].length])
}
