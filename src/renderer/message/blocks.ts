import { maximumLinkLength } from '../../contract/plain/link-length'
import type { MarkedToken, Token } from 'marked'
import remend from 'remend'
import { lexMarkdown } from './markdown-lexer'

/** The kinds of token that the lexer makes; our own extensions make no others. */
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

const lex = (text: string): readonly MarkedToken[] => known(lexMarkdown(text))

const rawOf = (blocks: readonly MarkedToken[]): string => blocks.map((block) => block.raw).join('')

// The last blocks can still change with what follows: a paragraph can become a table, a list can go on.
const unsettled = 2

const linesOfShortestTable = 3

// A table is a paragraph of dashes until its second line is through, and its columns get their widths from its first row:
// the three of them are shown together.
const withoutHalfTable = (text: string): string => {
  const lines = text.split('\n')
  const written = lines.at(-1) === '' ? lines.slice(0, -1) : lines
  const first = written.findLastIndex((line) => !line.trimStart().startsWith('|')) + 1
  const through = lines.length - 1 - first
  return first === written.length || through >= linesOfShortestTable ? text : lines.slice(0, first).join('\n')
}

/** Splits a Markdown text into its blocks. */
export type BlockReader = (text: string, streaming: boolean) => readonly MarkedToken[]

/**
 * Makes a reader for one text that may grow. While it is being streamed, only its end is read again, and what is still
 * open there (a word in bold, a link) is closed or held back, so that no marks flash up. A finished text is read whole.
 */
export const createBlockReader = (): BlockReader => {
  let settled: readonly MarkedToken[] = []
  let settledText = ''
  return (text, streaming) => {
    if (!streaming) return lex(text)
    if (!text.startsWith(settledText)) {
      settled = []
      settledText = ''
    }
    const tail = lex(remend(withoutHalfTable(text.slice(settledText.length))))
    const blocks = [...settled, ...tail]
    const finished = blocks.slice(0, -unsettled)
    const finishedText = rawOf(finished)
    if (finished.length > settled.length && text.startsWith(finishedText)) {
      settled = finished
      settledText = finishedText
    }
    return blocks
  }
}

/** The address of a link that may be opened, or null: only https, with nothing hidden in it. */
export const openableAddress = (href: string): string | null => {
  if (!URL.canParse(href)) return null
  const url = new URL(href)
  const isPlain = url.protocol === 'https:' && url.username === '' && url.password === ''
  return isPlain && url.href.length <= maximumLinkLength ? url.href : null
}
