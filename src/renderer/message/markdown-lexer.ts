import { Marked, type MarkedToken, type Token, type TokenizerAndRendererExtension } from 'marked'

const asText = (raw: string): MarkedToken => ({ type: 'html', raw, text: raw, pre: false, block: false })

const inLines = (raw: string): MarkedToken[] =>
  raw
    .trimEnd()
    .split('\n')
    .flatMap((line, index): MarkedToken[] => (index === 0 ? [asText(line)] : [{ type: 'br', raw: '\n' }, asText(line)]))

// A price is no formula: what opens touches what follows, what closes touches what is before and no digit follows it.
const inlineMath =
  /^(?:\$\$(?!\s)[^\n]*?[^\s\\]\$\$|\$(?![\s$])(?:\\.|[^\\$\n])*?(?<![\s\\])\$(?![\d$])|\\\([^\n]+?\\\)|\\\[[^\n]+?\\\])/
const blockMath = /^ {0,3}(?:\$\$[ \t]*\n[\s\S]+?\n {0,3}\$\$|\\\[[ \t]*\n[\s\S]+?\n {0,3}\\\])[ \t]*(?:\n+|$)/

const math: TokenizerAndRendererExtension[] = [
  {
    name: 'inlineMath',
    level: 'inline',
    start: (text) => text.search(/\$|\\[([]/),
    tokenizer: (text) => {
      const raw = inlineMath.exec(text)?.[0]
      return raw === undefined ? undefined : asText(raw)
    },
  },
  {
    name: 'blockMath',
    level: 'block',
    // It can only end the paragraph that is being read: looking further would read a long text again for each of them.
    start: (text) => {
      const end = text.indexOf('\n\n')
      return (end === -1 ? text : text.slice(0, end)).search(/^ {0,3}(?:\$\$|\\\[)/m)
    },
    tokenizer: (text) => {
      const raw = blockMath.exec(text)?.[0]
      return raw === undefined ? undefined : { type: 'paragraph', raw, text: raw, tokens: inLines(raw) }
    },
  },
]

const marked = new Marked({
  gfm: true,
  breaks: false,
  extensions: math,
  // A footnote that is one word long is no link's address.
  tokenizer: { def: (text) => (/^ {0,3}\[\^/.test(text) ? undefined : false) },
})

/** Splits Markdown into tokens. Formulas and footnotes stay as they are written. */
export const lexMarkdown = (text: string): readonly Token[] => marked.lexer(text)
