/** A form of a page, as far as a person without scripts can use it. */
export type Form = {
  readonly action: string
  readonly method: 'GET' | 'POST'
  readonly fields: readonly { readonly name: string; readonly value: string }[]
  readonly buttons: readonly { readonly text: string; readonly name: string; readonly value: string }[]
}

/** What a person sees of a page that can be pressed. */
export type Page = {
  readonly forms: readonly Form[]
  readonly links: readonly { readonly text: string; readonly href: string }[]
  readonly text: string
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ' }

const decodeEntity = (whole: string, name: string): string => {
  const [, hexadecimal, decimal] = /^#(?:x([\da-f]+)|(\d+))$/i.exec(name) ?? []
  if (hexadecimal !== undefined) return String.fromCodePoint(Number.parseInt(hexadecimal, 16))
  if (decimal !== undefined) return String.fromCodePoint(Number.parseInt(decimal, 10))
  return entities[name] ?? whole
}

const decode = (text: string): string => text.replace(/&(#?\w+);/g, decodeEntity)

const plain = (html: string): string =>
  decode(html.replace(/<(script|style)[\s\S]*?<\/\1>/gi, ' ').replace(/<[^>]+>/g, ' '))
    .replace(/\s+/g, ' ')
    .trim()

const attribute = (tag: string, name: string): string => {
  const found = new RegExp(`\\b${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s>]+))`, 'i').exec(tag)
  return decode(found?.[1] ?? found?.[2] ?? found?.[3] ?? '')
}

const parseForm = (tag: string, body: string): Form => {
  const inputs = [...body.matchAll(/<input\b[^>]*>/gi)].map(([input]) => input)
  const submits = inputs.filter((input) => /type\s*=\s*["']?submit/i.test(input))
  const buttons = [...body.matchAll(/(<button\b[^>]*>)([\s\S]*?)<\/button>/gi)]
  return {
    action: attribute(tag, 'action'),
    method: /post/i.test(attribute(tag, 'method')) ? 'POST' : 'GET',
    fields: inputs
      .filter((input) => !submits.includes(input) && attribute(input, 'name') !== '')
      .map((input) => ({ name: attribute(input, 'name'), value: attribute(input, 'value') })),
    buttons: [
      ...buttons.map(([, opening = '', inside = '']) => ({
        text: `${plain(inside)} ${attribute(opening, 'aria-label')}`.trim(),
        name: attribute(opening, 'name'),
        value: attribute(opening, 'value'),
      })),
      ...submits.map((input) => ({
        text: attribute(input, 'value'),
        name: attribute(input, 'name'),
        value: attribute(input, 'value'),
      })),
    ],
  }
}

/** Reads forms, links and text out of a page of the sandbox, a stand-in or the app's own loopback server. */
export const parsePage = (html: string): Page => ({
  forms: [...html.matchAll(/(<form\b[^>]*>)([\s\S]*?)<\/form>/gi)].map(([, tag = '', body = '']) =>
    parseForm(tag, body),
  ),
  links: [...html.matchAll(/(<a\b[^>]*>)([\s\S]*?)<\/a>/gi)].map(([, tag = '', inside = '']) => ({
    text: plain(inside),
    href: attribute(tag, 'href'),
  })),
  text: plain(html),
})
