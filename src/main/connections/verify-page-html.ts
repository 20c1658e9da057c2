import type { Failure } from '../../contract/failure'
import type { Result } from '../../contract/result'
import { pageLanguage, t } from '../../language/words'
import type { VerifyReturn } from './connections'
import { verifyLink, verifyParameters } from './verify-link'

/** What the page needs to hand over. `handover` is how it starts by itself. */
export type HandoverPage = {
  readonly providerName: string
  readonly returned: VerifyReturn
  readonly path: string
  readonly token: string
  readonly nonce: string
  readonly handover: 'scheme' | 'post'
}

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => escapes[character] ?? '')

const style = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: Canvas; color: CanvasText; }
main { max-width: 30rem; padding: 2rem; }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 .75rem; }
p { margin: 0 0 1.25rem; }
a, button { display: inline-block; font: inherit; padding: .6rem 1.1rem; border-radius: .5rem; cursor: pointer; }
a { background: #1f5fd0; color: #fff; text-decoration: none; }
button { background: ButtonFace; color: ButtonText; border: 1px solid GrayText; }
a:focus-visible, button:focus-visible { outline: 3px solid #6aa0ff; outline-offset: 2px; }
form { margin-top: 1.25rem; }
[hidden] { display: none; }`

const script = `
const form = document.getElementById('finish')
if (document.documentElement.dataset.handover === 'scheme') {
  form.hidden = true
  location.href = document.getElementById('open').href
  setTimeout(() => { form.hidden = false }, 2000)
} else form.submit()`

/** The policy that goes with a page: nothing but its own style, script and form. */
export const verifyPagePolicy = (nonce: string): string =>
  [
    "default-src 'none'",
    `style-src 'nonce-${nonce}'`,
    `script-src 'nonce-${nonce}'`,
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ')

type Html = {
  readonly nonce: string
  readonly title: string
  readonly body: string
  readonly handover?: HandoverPage['handover']
}

const page = ({ nonce, title, body, handover }: Html): string => {
  const { lang, dir } = pageLanguage()
  return `<!doctype html>
<html lang="${lang}" dir="${dir}" data-handover="${handover ?? 'none'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style nonce="${nonce}">${style}</style>
</head>
<body>
<main>
<h1>${escaped(title)}</h1>
${body}
</main>
</body>
</html>
`
}

const fields = (handover: HandoverPage): string =>
  [['token', handover.token] as const, ...verifyParameters(handover.returned)]
    .map(([name, value]) => `<input type="hidden" name="${escaped(name)}" value="${escaped(value)}">`)
    .join('\n')

/** The page that a browser lands on after consent: it hands over to the app, by deep link or by a form. */
export const handoverHtml = (handover: HandoverPage): string => {
  const name = handover.providerName
  const sentence = handover.returned.kind === 'granted' ? t('pages.granted', { name }) : t('pages.refused', { name })
  // URLSearchParams leaves no character in the link that means anything in HTML, apart from the & between its parts.
  const body = `<p>${escaped(sentence)}</p>
<a id="open" href="${verifyLink(handover.returned)}">${escaped(t('pages.open'))}</a>
<form id="finish" method="post" action="${escaped(handover.path)}">
${fields(handover)}
<p>${escaped(t('pages.nothingHappened'))}</p>
<button type="submit">${escaped(t('pages.finish'))}</button>
</form>
<script nonce="${handover.nonce}">${script}</script>`
  return page({ nonce: handover.nonce, title: t('pages.lastStep'), body, handover: handover.handover })
}

const worded = [
  'consent-denied',
  'link-stale',
  'link-replayed',
  'link-other-person',
  'network-down',
  'scalekit-unreachable',
  'session-expired',
  'not-signed-in',
] as const satisfies readonly Failure['code'][]

/** What the page says once the app has answered. */
export const outcomeHtml = (providerName: string, outcome: Result<unknown, Failure>, nonce: string): string => {
  if (outcome.ok) {
    const body = `<p>${escaped(t('pages.connected', { name: providerName }))}</p>`
    return page({ nonce, title: t('pages.done'), body })
  }
  const { code } = outcome.failure
  const known = worded.find((one) => one === code)
  const words = escaped(known === undefined ? t('pages.failed') : t(`pages.failures.${known}`))
  const body = `<p role="alert">${words}</p>\n<p>${escaped(t('pages.close'))}</p>`
  return page({ nonce, title: t('pages.unfinished'), body })
}

/** What the page says to a request that is not for it. */
export const refusedHtml = (nonce: string): string =>
  page({
    nonce,
    title: t('pages.nothing'),
    body: `<p>${escaped(t('pages.nothingText'))}</p>`,
  })
