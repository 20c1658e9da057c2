/** A piece of a text: as it reads, or the code points of characters that nobody sees but that change what is read. */
export type TextPiece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'hidden'; readonly text: string; readonly codes: readonly number[] }

// What Unicode says is not to be seen, and controls other than those that end a line or indent it.
const suspect = /(?![\t\n\r])[\p{Default_Ignorable_Code_Point}\p{Cc}\u2028\u2029\ufff9-\ufffb]/u

const rightToLeft = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u
const joins = /[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{M}\p{L}]/u
const latin = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/u
const takesVariant = /[\p{Emoji}\p{Extended_Pictographic}\p{Script=Han}\p{So}\p{Sm}]/u

type Around = { readonly before: string; readonly after: string; readonly text: string }

const isMark = (code: number): boolean => code === 0x200e || code === 0x200f || code === 0x061c
const isJoiner = (code: number): boolean => code === 0x200c || code === 0x200d

const joinsUp = (neighbour: string): boolean =>
  neighbour === '\ufe0f' || (joins.test(neighbour) && !latin.test(neighbour))

// In their place these are how a language or a picture is written: between letters that join, in text from right to left.
const belongs = (code: number, { before, after, text }: Around): boolean => {
  if (isMark(code)) return rightToLeft.test(text)
  if (isJoiner(code)) return joinsUp(before) && joinsUp(after)
  if (code === 0xfe0e || code === 0xfe0f) return takesVariant.test(before)
  return false
}

const isHidden = (characters: readonly string[], index: number, text: string): boolean => {
  const character = characters[index] ?? ''
  if (!suspect.test(character)) return false
  const around = { before: characters[index - 1] ?? '', after: characters[index + 1] ?? '', text }
  return !belongs(character.codePointAt(0) ?? 0, around)
}

/** Splits a text where something in it can't be seen. Joiners of a script or of a picture are part of the text. */
export const piecesOf = (text: string): readonly TextPiece[] => {
  if (!suspect.test(text)) return [{ kind: 'text', text }]
  const characters = Array.from(text)
  const runs: { hidden: boolean; characters: string[] }[] = []
  for (const [index, character] of characters.entries()) {
    const hidden = isHidden(characters, index, text)
    const last = runs.at(-1)
    if (last?.hidden === hidden) last.characters.push(character)
    else runs.push({ hidden, characters: [character] })
  }
  return runs.map(({ hidden, characters: run }): TextPiece => {
    const joined = run.join('')
    if (!hidden) return { kind: 'text', text: joined }
    return { kind: 'hidden', text: joined, codes: run.map((character) => character.codePointAt(0) ?? 0) }
  })
}

/** Whether something in the text can't be seen. */
export const hidesCharacters = (text: string): boolean =>
  suspect.test(text) && piecesOf(text).some(({ kind }) => kind === 'hidden')

const mostNamed = 4

/** Hidden characters by name: "U+202E", and how many when they are many. */
export const nameHidden = (codes: readonly number[]): string => {
  const named = codes.slice(0, mostNamed).map((code) => `U+${code.toString(16).toUpperCase().padStart(4, '0')}`)
  return codes.length <= mostNamed ? named.join(' ') : `${named.join(' ')} +${String(codes.length - mostNamed)}`
}

/** The text with every hidden character named in its place, so that it reads as it is. */
export const withHiddenNamed = (text: string): string =>
  suspect.test(text)
    ? piecesOf(text)
        .map((piece) => (piece.kind === 'text' ? piece.text : `⟨${nameHidden(piece.codes)}⟩`))
        .join('')
    : text
