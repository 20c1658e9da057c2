const accents: Readonly<Record<string, string>> = {
  ...{ a: 'á', c: 'ç', e: 'é', i: 'í', l: 'ļ', n: 'ñ', o: 'ó', s: 'š', u: 'ú', y: 'ý', z: 'ž' },
  ...{ A: 'Á', C: 'Ç', E: 'É', I: 'Í', L: 'Ļ', N: 'Ñ', O: 'Ó', S: 'Š', U: 'Ú', Y: 'Ý', Z: 'Ž' },
}

// What stands in braces is filled in later and must keep its name.
const placeholder = /(\{\{[^}]*\}\})/

const accented = (text: string): string =>
  text
    .split(placeholder)
    .map((part, index) => (index % 2 === 1 ? part : part.replace(/[a-z]/gi, (letter) => accents[letter] ?? letter)))
    .join('')

// German is about a third longer than English; so is this.
const padding = (text: string): string => '·'.repeat(Math.ceil(text.replace(/\{\{[^}]*\}\}/g, '').length / 3))

/** A sentence as the pseudo-locale says it: still to be read, but plainly not what somebody wrote into a component. */
export const pseudoSentence = (text: string): string => `[${accented(text)}${padding(text)}]`

/** All words of a language, in the pseudo-locale. */
export const pseudoWords = (words: object): object =>
  Object.fromEntries(
    Object.entries(words).map(([key, value]: [string, unknown]) => {
      if (typeof value === 'string') return [key, pseudoSentence(value)]
      return [key, typeof value === 'object' && value !== null ? pseudoWords(value) : value]
    }),
  )
