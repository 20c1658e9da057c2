/** A request with its quoted pieces taken out: `text` has `«0»`, `«1»`, … in their place. */
export type Request = { readonly text: string; readonly quoted: readonly string[] }

const doubleQuoted = /["“”„«»]([^"“”„«»]+)["“”„«»]/
// A single quote counts when it begins and ends a word: the one in "what's" doesn't.
const singleQuoted = /(?<![\p{L}\d])['‘’]([^]+?)['‘’](?![\p{L}\d])/u
const quotedPiece = new RegExp(`${doubleQuoted.source}|${singleQuoted.source}`, 'gu')

// Which connection is meant is no part of the request: the app offers the tools of that one alone.
const chosenConnection = /(^|\s)@[\p{L}\p{N}][\p{L}\p{N}._-]*[,:]?(?=\s|$)/gu

/** Takes the quoted pieces out of a request, and the courtesy around it. */
export const parseRequest = (said: string): Request => {
  const quoted: string[] = []
  const text = said
    .replace(quotedPiece, (_whole, double: string | undefined, single: string | undefined) => {
      quoted.push((double ?? single ?? '').trim())
      return `«${String(quoted.length - 1)}»`
    })
    .replace(chosenConnection, '$1')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^(?:please|can you|could you|would you)[, ]+/i, '')
    .replace(/[.!?\s]+$/, '')
  return { text, quoted }
}

/** Puts the quoted pieces back. */
export const unquote = (text: string, { quoted }: Request): string =>
  text.replace(/«(\d+)»/g, (_whole, index: string) => quoted[Number(index)] ?? '').trim()

/** The quoted pieces that a text names, in order. */
export const quotedIn = (text: string, { quoted }: Request): readonly string[] =>
  [...text.matchAll(/«(\d+)»/g)].map(([, index]) => quoted[Number(index)] ?? '')

/** What a pattern found in a request, by the name of the group; empty when the group is absent. */
export type Fields = (name: string) => string

/** Matches a request against a pattern. */
export const matchRequest = (request: Request, pattern: RegExp): Fields | undefined => {
  const groups = pattern.exec(request.text)
  if (groups === null) return undefined
  return (name) => groups.groups?.[name] ?? ''
}
