import { createHash } from 'node:crypto'
import { pageLanguage, t } from '../../language/words'

/** A page for the browser tab that a sign-in ends in, with the headers it is sent with. */
export type SignInPage = { readonly html: string; readonly headers: Readonly<Record<string, string>> }

const style = `
  :root { color-scheme: light dark }
  body { margin: 0; min-height: 100vh; display: grid; place-items: center; font: 16px/1.5 system-ui, sans-serif;
    background: light-dark(#f6f6f4, #17181a); color: light-dark(#1c1d1f, #ececea) }
  main { max-width: 26rem; margin: 1.5rem; padding: 2.25rem 2.5rem; border-radius: 1rem; text-align: center;
    background: light-dark(#fff, #212326); border: 1px solid light-dark(#e3e3df, #34373b);
    box-shadow: 0 1px 2px #0001, 0 12px 32px #0000000f }
  svg { width: 3rem; height: 3rem }
  h1 { margin: 1rem 0 .5rem; font-size: 1.25rem; line-height: 1.3; font-weight: 600 }
  p { margin: 0; color: light-dark(#5d6066, #a5a8ad) }
`

const styleHash = createHash('sha256').update(style).digest('base64')

// SECURITY: no script, nothing loaded, nothing framed: the address of this page holds a one-time code.
const headers = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
} as const

const tick = '<path d="m15 24.5 6.5 6.5L34 18"/>'
const cross = '<path d="m17 17 14 14m0-14L17 31"/>'

type Icon = { readonly colour: string; readonly mark: string }

const htmlOf = (icon: Icon, title: string, text: string): string => {
  const { lang, dir } = pageLanguage()
  return `<!doctype html>
<html lang="${lang}" dir="${dir}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><style>${style}</style></head>
<body><main>
<svg viewBox="0 0 48 48" fill="none" stroke="#fff" stroke-width="4" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><circle cx="24" cy="24" r="24" fill="${icon.colour}" stroke="none"/>${icon.mark}</svg>
<h1>${title}</h1>
<p>${text}</p>
</main></body>
</html>
`
}

/** What the browser shows once the app has the session. */
export const signedInPage = (): SignInPage => ({
  headers,
  html: htmlOf({ colour: '#1f8a5b', mark: tick }, t('pages.signedIn'), t('pages.signedInText')),
})

/** What the browser shows when the sign-in came to nothing; the app says why. */
export const notSignedInPage = (): SignInPage => ({
  headers,
  html: htmlOf({ colour: '#b3412e', mark: cross }, t('pages.notSignedIn'), t('pages.notSignedInText')),
})
