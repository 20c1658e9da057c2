/** A word of a text, as it is compared, and where it stands. Scripts without spaces give a token for each character. */
export type Token = { readonly word: string; readonly start: number; readonly end: number }

const pattern =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}])[\p{L}\p{N}\p{M}])+/gu

/** A text as it is compared: one form for each character, small letters. */
export const folded = (text: string): string => text.normalize('NFKC').toLowerCase()

/** The words of a text in any script. */
export const tokensOf = (text: string): readonly Token[] => {
  const tokens: Token[] = []
  for (const match of text.matchAll(pattern)) {
    const [found] = match
    tokens.push({ word: folded(found), start: match.index, end: match.index + found.length })
  }
  return tokens
}

const longestGram = 3

/** The runs of up to three words that end at each word: `grams[i]` are those that end at word i, shortest first. */
export const gramsAt = (tokens: readonly Token[], index: number): readonly string[] => {
  const grams: string[] = []
  let gram = ''
  for (let at = index; at > index - longestGram && at >= 0; at -= 1) {
    gram = gram === '' ? (tokens[at]?.word ?? '') : `${tokens[at]?.word ?? ''} ${gram}`
    grams.push(gram)
  }
  return grams
}
