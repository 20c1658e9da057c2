/** A browser without a screen: follows redirects, keeps cookies, presses one button by its text. */
export type Browser = {
  /** Opens an address and follows it; answers the page where it ends. */
  readonly open: (url: URL) => Promise<Visited>
  /** Presses the button with this text on a page. */
  readonly press: (page: Page, label: string) => Promise<Visited>
}

/** A page, or an address that is not the issuer's own. */
export type Visited = Page | { readonly kind: 'left'; readonly url: URL }
/** A page that was shown. */
type Page = { readonly kind: 'page'; readonly url: URL; readonly html: string; readonly status: number }

/** Opens a browser with an empty cookie jar. */
export const openBrowser = (): Browser => {
  const jar = new Map<string, string>()
  const visit = async (url: URL, init: RequestInit = {}): Promise<Visited> => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await fetch(url, { ...init, redirect: 'manual', headers: { cookie } })
    for (const line of response.headers.getSetCookie()) {
      const [name = '', ...value] = (line.split(';')[0] ?? '').split('=')
      jar.set(name, value.join('='))
    }
    const location = response.headers.get('location')
    if (location === null) return { kind: 'page', url, html: await response.text(), status: response.status }
    const next = new URL(location, url)
    return next.host === url.host ? visit(next) : { kind: 'left', url: next }
  }
  return {
    open: (url) => visit(url),
    press: (page, label) => {
      const action = new RegExp(`action="([^"]+)"><button[^>]*>${label}<`).exec(page.html)?.[1]
      if (action === undefined) throw new Error(`There is no button ${label}`)
      return visit(new URL(action, page.url), { method: 'POST' })
    },
  }
}
