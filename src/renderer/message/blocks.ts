import { lexer, type MarkedToken, type Token } from 'marked'
import remend from 'remend'

/** The kinds of token that the lexer makes; anything else would come from an extension, and there is none. */
const kinds: Record<MarkedToken['type'], true> = {
  blockquote: true,
  br: true,
  checkbox: true,
  code: true,
  codespan: true,
  def: true,
  del: true,
  em: true,
  escape: true,
  heading: true,
  hr: true,
  html: true,
  image: true,
  link: true,
  list: true,
  list_item: true,
  paragraph: true,
  space: true,
  strong: true,
  table: true,
  text: true,
}

const isKnown = (token: Token): token is MarkedToken => token.type in kinds

/** The tokens that we know how to show. */
export const known = (tokens: readonly Token[] | undefined): readonly MarkedToken[] => (tokens ?? []).filter(isKnown)

/**
 * Splits a Markdown text into its blocks. While it is being streamed, what is still open at its end (a word in bold,
 * a link) is closed, so that no marks flash up.
 */
export const blocksOf = (text: string, streaming: boolean): readonly MarkedToken[] =>
  known(lexer(streaming ? remend(text) : text, { gfm: true, breaks: false })).filter((block) => block.type !== 'space')

/** The address of a link that may be opened, or null: only https, with nothing hidden in it. */
export const openableAddress = (href: string): string | null => {
  if (!URL.canParse(href)) return null
  const url = new URL(href)
  return url.protocol === 'https:' && url.username === '' && url.password === '' ? url.href : null
}
