import { piecesOf } from '../../contract/plain/hidden-characters'

const readsAsText = (text: string): boolean => /^[\t\n\r\p{L}\p{M}\p{N}\p{P}\p{S}\p{Zs}]+$/u.test(text)

const fromTags = (text: string): string | undefined => {
  const tags = piecesOf(text).flatMap((piece) => (piece.kind === 'hidden' ? piece.codes : []))
  const said = tags
    .filter((code) => code >= 0xe0020 && code < 0xe007f)
    .map((code) => String.fromCharCode(code - 0xe0000))
    .join('')
  return said === '' ? undefined : said
}

const withoutHidden = (text: string): string | undefined => {
  const pieces = piecesOf(text)
  if (pieces.every(({ kind }) => kind === 'text')) return undefined
  return pieces.map((piece) => (piece.kind === 'text' ? piece.text : '')).join('')
}

const backwards = (text: string): string | undefined =>
  /[\u202e\u2067]/.test(text)
    ? Array.from(withoutHidden(text) ?? text)
        .toReversed()
        .join('')
    : undefined

const fromPercent = (text: string): string | undefined => {
  if (!/%[0-9a-f]{2}/i.test(text)) return undefined
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }

const fromCode = (digits: string, radix: number, whole: string): string => {
  const code = Number.parseInt(digits, radix)
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
}

const replaced = (text: string, pattern: RegExp, by: (match: string) => string): string | undefined => {
  const after = text.replace(pattern, by)
  return after === text ? undefined : after
}

const fromEntity = (entity: string): string => {
  const name = entity.slice(1, -1)
  if (/^#x/i.test(name)) return fromCode(name.slice(2), 16, entity)
  return name.startsWith('#') ? fromCode(name.slice(1), 10, entity) : (named[name.toLowerCase()] ?? entity)
}

const fromEntities = (text: string): string | undefined =>
  replaced(text, /&(?:#x[\da-f]{1,6}|#\d{1,7}|[a-z]{2,4});/gi, fromEntity)

const fromEscapes = (text: string): string | undefined =>
  replaced(text, /\\u\{?[\da-f]{4,6}\}?|\\x[\da-f]{2}/gi, (escape) =>
    fromCode(escape.replace(/[^\da-f]/gi, ''), 16, escape),
  )

const fromBase64 = (text: string): string | undefined => {
  const found = text.match(/[\w+/-]{16,}={0,2}/g) ?? []
  const decoded = found.map((part) => Buffer.from(part, 'base64').toString('utf8')).filter(readsAsText)
  return decoded.length === 0 ? undefined : decoded.join('\n')
}

const fromWidths = (text: string): string | undefined =>
  /[\uff01-\uff5e\u{1d400}-\u{1d7ff}]/u.test(text) ? text.normalize('NFKC') : undefined

const decoders = [fromTags, withoutHidden, backwards, fromPercent, fromEntities, fromEscapes, fromBase64, fromWidths]

/** What a text says once what may hide its words is undone: each way of writing that it uses, one at a time. */
export const decodedTexts = (text: string): readonly string[] =>
  decoders.flatMap((decode) => {
    const decoded = decode(text)
    return decoded === undefined || decoded === text || decoded === '' ? [] : [decoded]
  })
