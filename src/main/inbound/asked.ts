import { z } from 'zod'
import { longestAsked, type Asked } from '../../contract/asked'
import { piecesOf } from '../../contract/plain/hidden-characters'

/** The longest link that can carry a text: each of its characters can take twelve to write. */
export const longestAskLink = 12 * longestAsked + 100

// SECURITY: only this one parameter. A link with more of them is not half obeyed, it is refused.
const parameters = z.strictObject({ text: z.string() })

const visible = (text: string): { readonly text: string; readonly removed: number } => {
  const pieces = piecesOf(text)
  return {
    text: pieces.flatMap((piece) => (piece.kind === 'text' ? [piece.text] : [])).join(''),
    removed: pieces.reduce((sum, piece) => sum + (piece.kind === 'hidden' ? piece.codes.length : 0), 0),
  }
}

// Blank lines and long gaps can push the rest of a text out of sight.
const withoutGaps = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\S\n]{3,}/g, '  ')
    .replace(/[^\S\n]*\n(?:[^\S\n]*\n)+/g, '\n\n')
    .trim()

/**
 * The text that a link wants to be in the field, as a person can see all of it: without characters that can't be
 * seen and without gaps. Null when there is none, when it is too long, or when the link wants anything else.
 */
export const parseAsked = (given: unknown): Asked | null => {
  const parsed = parameters.safeParse(given)
  if (!parsed.success || parsed.data.text.length > longestAsked) return null
  const { text, removed } = visible(parsed.data.text)
  const shown = withoutGaps(text)
  return shown === '' ? null : { text: shown, removed }
}
