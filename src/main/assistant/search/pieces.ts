import type { SearchPiece } from '../../../contract/search'

/** What SQLite puts around a hit: not characters of any text, so that nobody's words can pose as a hit. */
export const hitBegins = '\uFDD0'
/** The end of a hit. */
export const hitEnds = '\uFDD1'

// What shows as layout in the conversation is noise on one line.
const tidied = (text: string): string => text.replace(/\*\*|`+|^ *#{1,6} /gm, '').replace(/\s+/g, ' ')

/** A text with the hits marked in it, as pieces. */
export const piecesOf = (marked: string): SearchPiece[] =>
  marked
    .split(hitBegins)
    .flatMap((part, index): SearchPiece[] => {
      const [first = '', ...rest] = part.split(hitEnds)
      const after = rest.join('')
      return index === 0
        ? [{ text: first + after, hit: false }]
        : [
            { text: first, hit: true },
            { text: after, hit: false },
          ]
    })
    .map(({ text, hit }) => ({ text: tidied(text), hit }))
    .filter(({ text }) => text !== '')
