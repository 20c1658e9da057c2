import { parsePage, type Form } from './html'

/** Where a visit ended: at a link for the app, or at a page that has nothing more to press. */
export type Arrival =
  | { readonly kind: 'link'; readonly link: string; readonly via: string }
  | { readonly kind: 'page'; readonly url: string; readonly status: number; readonly text: string }

/** A person at the system browser: keeps cookies, follows redirects, presses buttons by their names. */
export type Browser = {
  /** Visits `url` and presses the first button of each page that is named in `presses`, until it arrives somewhere. */
  readonly visit: (
    url: string,
    presses?: readonly (string | RegExp)[],
    fields?: Readonly<Record<string, string>>,
  ) => Promise<Arrival>
  /** Every address that was asked for, oldest first. */
  readonly history: readonly string[]
}

type Step = { readonly url: string; readonly method: 'GET' | 'POST'; readonly body?: URLSearchParams }
type Jar = Map<string, Map<string, string>>

const appScheme = 'onbehalf:'

const matches = (name: string, wanted: string | RegExp): boolean =>
  typeof wanted === 'string' ? name.toLowerCase().includes(wanted.toLowerCase()) : wanted.test(name)

const storeCookies = (jar: Jar, origin: string, response: Response): void => {
  const cookies = jar.get(origin) ?? new Map<string, string>()
  jar.set(origin, cookies)
  for (const line of response.headers.getSetCookie()) {
    const [pair = ''] = line.split(';')
    const at = pair.indexOf('=')
    if (/expires=thu, 01 jan 1970|max-age=0/i.test(line)) cookies.delete(pair.slice(0, at))
    else cookies.set(pair.slice(0, at), pair.slice(at + 1))
  }
}

const request = async (jar: Jar, step: Step): Promise<Response> => {
  const { origin } = new URL(step.url)
  const cookie = [...(jar.get(origin) ?? [])].map(([name, value]) => `${name}=${value}`).join('; ')
  const headers: Record<string, string> = { accept: 'text/html', origin, ...(cookie === '' ? {} : { cookie }) }
  const response = await fetch(step.url, {
    method: step.method,
    redirect: 'manual',
    headers,
    ...(step.body === undefined ? {} : { body: step.body }),
  })
  storeCookies(jar, origin, response)
  return response
}

const submit = (form: Form, page: string, press: { readonly name: string; readonly value: string }): Step => {
  const values = new URLSearchParams(form.fields.map(({ name, value }) => [name, value]))
  if (press.name !== '') values.set(press.name, press.value)
  const target = new URL(form.action, page)
  if (form.method === 'POST') return { url: target.href, method: 'POST', body: values }
  for (const [name, value] of values) target.searchParams.set(name, value)
  return { url: target.href, method: 'GET' }
}

const nextStep = (
  html: string,
  page: string,
  choose: { readonly presses: readonly (string | RegExp)[]; readonly fields: Readonly<Record<string, string>> },
): Step | null => {
  for (const form of parsePage(html).forms) {
    const filled = {
      ...form,
      fields: form.fields.map((field) => ({ ...field, value: choose.fields[field.name] ?? field.value })),
    }
    const button = form.buttons.find(({ text }) => choose.presses.some((press) => matches(text, press)))
    if (button !== undefined) return submit(filled, page, button)
  }
  const link = parsePage(html).links.find(
    ({ text, href }) => /^https?:|^\//.test(href) && choose.presses.some((press) => matches(text, press)),
  )
  return link === undefined ? null : { url: new URL(link.href, page).href, method: 'GET' }
}

const arrive = (html: string, response: { readonly url: string; readonly status: number }): Arrival => {
  const page = parsePage(html)
  const link = page.links.find(({ href }) => href.startsWith(appScheme))
  if (link !== undefined) return { kind: 'link', link: link.href, via: response.url }
  return { kind: 'page', url: response.url, status: response.status, text: page.text }
}

/** A browser with an empty cookie jar. Keep it for a whole test: the issuer remembers people by its cookies. */
export const openBrowser = (): Browser => {
  const jar: Jar = new Map()
  const history: string[] = []
  const visit: Browser['visit'] = async (url, presses = [], fields = {}) => {
    let step: Step = { url, method: 'GET' }
    for (let hops = 0; hops < 30; hops += 1) {
      history.push(step.url)
      const response = await request(jar, step)
      const location = response.headers.get('location')
      const html = await response.text()
      if (location !== null) {
        const target = new URL(location, step.url)
        if (target.protocol === appScheme) return { kind: 'link', link: target.href, via: step.url }
        step = { url: target.href, method: 'GET' }
        continue
      }
      const next = nextStep(html, step.url, { presses, fields })
      if (next === null) return arrive(html, { url: step.url, status: response.status })
      step = next
    }
    throw new Error(`The browser goes round in circles: ${history.slice(-6).join(' -> ')}`)
  }
  return { visit, history }
}
