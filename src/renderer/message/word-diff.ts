/** A run of words that is only in one text, or in both. */
export type DiffPiece = { readonly kind: 'same' | 'removed' | 'added'; readonly text: string }

// Beyond this the two texts are shown one after the other: the table below grows with their product.
const mostWords = 600

const wordsIn = (text: string): readonly string[] => text.match(/\s+|[^\s]+/g) ?? []

const joined = (pieces: readonly DiffPiece[]): readonly DiffPiece[] =>
  pieces.reduce<readonly DiffPiece[]>((list, piece) => {
    const last = list.at(-1)
    if (piece.text === '') return list
    if (last?.kind !== piece.kind) return [...list, piece]
    return [...list.slice(0, -1), { kind: piece.kind, text: last.text + piece.text }]
  }, [])

type Words = readonly string[]

/** For every pair of places, how many words the rests of both texts have in common, in order. */
const commonRests = (before: Words, after: Words): ((row: number, at: number) => number) => {
  const width = after.length + 1
  const table = new Uint16Array((before.length + 1) * width)
  const common = (row: number, at: number): number => table[row * width + at] ?? 0
  for (let row = before.length - 1; row >= 0; row -= 1) {
    for (let at = after.length - 1; at >= 0; at -= 1) {
      const same = before[row] === after[at]
      table[row * width + at] = same ? 1 + common(row + 1, at + 1) : Math.max(common(row + 1, at), common(row, at + 1))
    }
  }
  return common
}

const stepThrough = (before: Words, after: Words): readonly DiffPiece[] => {
  const common = commonRests(before, after)
  const pieces: DiffPiece[] = []
  const place = { row: 0, at: 0 }
  const take = (kind: DiffPiece['kind'], text = ''): void => {
    pieces.push({ kind, text })
    if (kind !== 'added') place.row += 1
    if (kind !== 'removed') place.at += 1
  }
  while (place.row < before.length && place.at < after.length) {
    const { row, at } = place
    if (before[row] === after[at]) take('same', before[row])
    else if (common(row + 1, at) >= common(row, at + 1)) take('removed', before[row])
    else take('added', after[at])
  }
  return [
    ...pieces,
    { kind: 'removed', text: before.slice(place.row).join('') },
    { kind: 'added', text: after.slice(place.at).join('') },
  ]
}

/** What of a text goes and what comes, word by word. */
export const wordDiff = (one: string, other: string): readonly DiffPiece[] => {
  const [before, after] = [wordsIn(one), wordsIn(other)]
  const tooLong = before.length > mostWords || after.length > mostWords
  const whole: readonly DiffPiece[] = [
    { kind: 'removed', text: one },
    { kind: 'added', text: other },
  ]
  return joined(tooLong ? whole : stepThrough(before, after))
}
