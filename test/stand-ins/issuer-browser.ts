/** Cookies by name: a browser that stays signed in at the issuer keeps them. */
export type CookieJar = Map<string, string>

const remember = (jar: CookieJar, response: Response): void => {
  for (const line of response.headers.getSetCookie()) {
    const [pair = ''] = line.split(';')
    const [name = '', ...value] = pair.split('=')
    if (/expires=Thu, 01 Jan 1970/i.test(line)) jar.delete(name)
    else jar.set(name, value.join('='))
  }
}

const ask = async (jar: CookieJar, url: URL, body?: URLSearchParams): Promise<Response> => {
  const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
  const post = body === undefined ? {} : { method: 'POST', body }
  const response = await fetch(url, { ...post, redirect: 'manual', headers: { cookie } })
  remember(jar, response)
  return response
}

/** What a form would send: its hidden fields, and the login where it asks for one. */
const fill = (page: string, login: string): URLSearchParams => {
  const fields = new URLSearchParams()
  for (const [, name = '', value = ''] of page.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)) {
    fields.set(name, value)
  }
  if (page.includes('name="login"') || login === 'deny') fields.set('login', login)
  return fields
}

/**
 * Does what a person does in the browser after *Sign in*: follows the redirects, signs in as `login`
 * (or says no, as `deny`), allows what is asked, and returns where the issuer sends the browser in the end.
 */
export const followSignIn = async (start: URL, login: string, jar: CookieJar = new Map()): Promise<URL> => {
  let url = start
  let response = await ask(jar, url)
  for (let step = 0; step < 20; step += 1) {
    const location = response.headers.get('location')
    if (location !== null) {
      url = new URL(location, url)
      if (url.origin !== start.origin) return url
      response = await ask(jar, url)
    } else {
      const page = await response.text()
      if (!page.includes('<form')) throw new Error(`No way on from ${url.pathname}: ${page.slice(0, 300)}`)
      const [, action] = /<form[^>]* action="([^"]+)"/.exec(page) ?? []
      if (action !== undefined) url = new URL(action, url)
      response = await ask(jar, url, fill(page, login))
    }
  }
  throw new Error('The sign-in goes round in circles')
}
