const pieces = /<\/?[a-z](?:"[^"]*"|'[^']*'|[^>"'])*>|[^<]+|</gi
const hidden = /<!--[\s\S]*?(?:-->|$)|<(script|style|template|head)\b[\s\S]*?(?:<\/\1\s*>|$)/gi

const escaped = (text: string): string => text.replace(/\s+/g, ' ').replace(/[\\`*_{}[\]()#+\-.!|~>]/g, '\\$&')

const attribute = (attributes: string, name: string): string => {
  const found = new RegExp(`\\b${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i').exec(attributes)
  return (found?.[1] ?? found?.[2] ?? found?.[3] ?? '').trim()
}

const address = (url: string): string => `(<${url.replace(/[<>\s]/g, '')}>)`

// What an element begins and ends with; one that is not here is only what is in it.
const elements: Readonly<Record<string, readonly [begin: string, end: string]>> = {
  b: ['**', '**'],
  strong: ['**', '**'],
  i: ['*', '*'],
  em: ['*', '*'],
  s: ['~~', '~~'],
  del: ['~~', '~~'],
  br: ['  \n', ''],
  hr: ['\n\n---\n\n', ''],
  li: ['\n- ', ''],
  blockquote: ['\n\n> ', '\n\n'],
  ...Object.fromEntries(
    ['p', 'div', 'ul', 'ol', 'table', 'tr', 'pre', 'section', 'article'].map((name) => [
      name,
      ['\n\n', '\n\n'] as const,
    ]),
  ),
  ...Object.fromEntries(
    [1, 2, 3, 4, 5, 6].map((depth) => [`h${String(depth)}`, [`\n\n${'#'.repeat(depth)} `, '\n\n'] as const]),
  ),
}

type Tag = { readonly name: string; readonly closing: boolean; readonly attributes: string }

/** Whether a text has tags in it, so that it will not appear as it is written. */
export const hasTags = (text: string): boolean => /<\/?[a-z][^<>]*>/i.test(text)

/** Writes tags as Markdown; remembers where the links that are open lead to. */
const createTagWriter = (): ((tag: Tag) => string) => {
  const links: string[] = []
  const special: Readonly<Record<string, (tag: Tag) => string>> = {
    a: ({ closing, attributes }) => {
      if (closing) return `]${address(links.pop() ?? '')}`
      links.push(attribute(attributes, 'href'))
      return '['
    },
    img: ({ attributes }) => `![${escaped(attribute(attributes, 'alt'))}]${address(attribute(attributes, 'src'))}`,
  }
  return (tag) => special[tag.name]?.(tag) ?? elements[tag.name]?.[tag.closing ? 1 : 0] ?? ''
}

const tagOf = (piece: string): Tag | undefined => {
  const [, slash, name, attributes = ''] = /^<(\/?)([a-z][a-z0-9]*)([\s\S]*)>$/i.exec(piece) ?? []
  return name === undefined ? undefined : { name: name.toLowerCase(), closing: slash === '/', attributes }
}

/** A text of HTML as Markdown, for the renderer that takes no HTML: what it can't say is left out. */
export const htmlAsMarkdown = (html: string): string => {
  const write = createTagWriter()
  return html
    .replace(hidden, '')
    .replace(pieces, (piece) => {
      const tag = tagOf(piece)
      return tag === undefined ? escaped(piece) : write(tag)
    })
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}
