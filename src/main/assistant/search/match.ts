// Words as they are typed, and phrases in any quotes; a phrase that is still open goes to the end.
const pieces = /["“”„«»]([^"“”„«»]*)(["“”„«»]|$)|([^\s"“”„«»]+)/g

const hasLetters = (text: string): boolean => /[\p{L}\p{N}]/u.test(text)

// One letter begins too many words to be worth waiting for.
const shortestBeginning = 2

type Term = { readonly text: string; readonly open: boolean }

// A text with these would end early in SQLite, or is none.
const withoutControls = (text: string): string => text.replace(/[\p{Cc}\p{Cs}]/gu, ' ')

const termsOf = (query: string): readonly Term[] =>
  [...query.matchAll(pieces)]
    .map((found): Term => {
      const [whole, phrase, close, word] = found
      const atEnd = found.index + whole.length === query.length
      return { text: (phrase ?? word ?? '').trim(), open: atEnd && (close === undefined || close === '') }
    })
    .filter(({ text }) => hasLetters(text))

/**
 * What a person typed as an FTS5 query, or null where there is nothing to look for: every word has to be there, the
 * last one may be only begun. Each term is quoted, so that nothing in it is an operator.
 * https://www.sqlite.org/fts5.html#full_text_query_syntax
 */
export const matchOf = (query: string): string | null => {
  const terms = termsOf(withoutControls(query))
  if (terms.length === 0) return null
  return terms
    .map(({ text, open }) => {
      const quoted = `"${text.replaceAll('"', '""')}"`
      return open && text.length >= shortestBeginning ? `${quoted} *` : quoted
    })
    .join(' AND ')
}
