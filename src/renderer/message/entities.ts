const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  copy: '©',
  reg: '®',
  trade: '™',
  hellip: '…',
  mdash: '—',
  ndash: '–',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  bull: '•',
  middot: '·',
  times: '×',
  rarr: '→',
  larr: '←',
  euro: '€',
  pound: '£',
}

const fromCodePoint = (digits: string, radix: number): string => {
  const code = Number.parseInt(digits, radix)
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd'
}

/** Turns the character references of a Markdown text into the characters they stand for. */
export const decodeEntities = (text: string): string =>
  text.replace(/&(?:#x[\da-f]{1,6}|#\d{1,7}|[a-z]{2,8});/gi, (reference) => {
    const name = reference.slice(1, -1)
    if (/^#x/i.test(name)) return fromCodePoint(name.slice(2), 16)
    if (name.startsWith('#')) return fromCodePoint(name.slice(1), 10)
    return named[name] ?? reference
  })
