import { createHash } from 'node:crypto'
import type { ServerResponse } from 'node:http'

const style = `
:root { color-scheme: light dark; --ground: #f4f4f6; --card: #fff; --ink: #1b1b22; --soft: #5c5c6a; --line: #d9d9e1; --accent: #4338ca; --on-accent: #fff; --note: #eef2ff; --note-ink: #312e81 }
@media (prefers-color-scheme: dark) { :root { --ground: #121217; --card: #1c1c24; --ink: #f2f2f6; --soft: #a9a9b8; --line: #34343f; --accent: #a5b4fc; --on-accent: #16163a; --note: #25254a; --note-ink: #d6dcff } }
* { box-sizing: border-box }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; padding: 2rem 1rem; background: var(--ground); color: var(--ink); font: 1rem/1.55 system-ui, sans-serif }
main { width: 100%; max-width: 32rem; background: var(--card); border: 1px solid var(--line); border-radius: 1rem; padding: 2rem }
h1 { font-size: 1.375rem; line-height: 1.3; margin: 0 0 .5rem }
h2 { font-size: 1rem; margin: 1.5rem 0 .25rem }
p { margin: .5rem 0; color: var(--soft) }
.badge { display: inline-block; margin: 0 0 1rem; padding: .125rem .625rem; border-radius: 1rem; background: var(--note); color: var(--note-ink); font-size: .875rem; font-weight: 600 }
.row { display: flex; gap: .75rem; flex-wrap: wrap; align-items: center; margin-top: 1.25rem }
.choice { border-top: 1px solid var(--line); padding: 1rem 0 .25rem; margin-top: 1rem }
form { margin: 0 }
button { font: inherit; font-weight: 600; padding: .625rem 1.25rem; min-height: 2.75rem; border-radius: .625rem; border: 1px solid var(--line); background: transparent; color: var(--ink); cursor: pointer }
button.primary { background: var(--accent); border-color: var(--accent); color: var(--on-accent) }
button:focus-visible, a:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px }
a { color: var(--accent) }
ul { padding-left: 1.25rem; color: var(--soft) }
`

/** Makes text safe to put between tags and inside quoted attributes. */
export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${String(character.charCodeAt(0))};`)

/** A page of the sandbox: a title for the tab, and the content of its one `main` element. */
export type Page = { readonly status: number; readonly title: string; readonly body: string }

/** A form with a single button; it needs no script. */
export const buttonForm = (form: {
  readonly action: string
  readonly label: string
  readonly primary?: boolean
}): string =>
  `<form method="post" action="${escapeHtml(form.action)}"><button${form.primary === true ? ' class="primary"' : ''}>${escapeHtml(form.label)}</button></form>`

/** The headers of every page: it can't run scripts, be framed or be cached. */
export const pageHeaders = (): Readonly<Record<string, string>> => ({
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  // No form-action: Chromium applies it to redirects too, and these lead to the app's own scheme.
  'content-security-policy': `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; base-uri 'none'; frame-ancestors 'none'`,
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
})

/** The HTML of a page. `body` is HTML already. */
export const pageHtml = ({ title, body }: Pick<Page, 'title' | 'body'>): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escapeHtml(title)} · Onbehalf sandbox</title><style>${style}</style></head><body><main><p class="badge">Sample data: sandbox</p>${body}</main></body></html>`

/** Sends a page. */
export const sendPage = (response: ServerResponse, page: Page): void => {
  response.writeHead(page.status, pageHeaders())
  response.end(pageHtml(page))
}

/** A page that says one thing; title and body are plain text. */
export const notice = ({ status, title, body }: Page): Page => ({
  status,
  title,
  body: `<h1>${escapeHtml(title)}</h1><p>${escapeHtml(body)}</p>`,
})

/** Sends a page that says one thing. */
export const sendNotice = (response: ServerResponse, text: Page): void => {
  sendPage(response, notice(text))
}
