import { request } from 'node:http'
import { describe, expect, test } from 'vitest'
import { consent, deny, rowOf, useDesk } from './fixtures'

const desk = useDesk()

type Answer = { readonly status: number; readonly headers: Headers; readonly html: string }

const visit = async (page: URL, init: RequestInit = {}): Promise<Answer> => {
  const response = await fetch(page, { redirect: 'manual', ...init })
  return { status: response.status, headers: response.headers, html: await response.text() }
}

/** The page's form as the browser would send it. */
const formOf = ({ html }: Answer): URLSearchParams =>
  new URLSearchParams(
    [...html.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)">/g)].map(([, name = '', value = '']) => [
      name,
      value,
    ]),
  )

const send = async (page: URL, body: URLSearchParams, headers: Record<string, string> = {}) =>
  await visit(new URL(page.pathname, page), { method: 'POST', body, headers })

const linkIn = ({ html }: Answer) => new URL(/<a id="open" href="(onbehalf:[^"]+)">/.exec(html)?.[1] ?? 'none:')

/** A request with a Host header of its own, which fetch doesn't allow. */
const statusWithHost = async (page: URL, host: string) =>
  await new Promise<number | undefined>((resolve, reject) => {
    request(page, { headers: { host } }, (response) => {
      response.resume()
      resolve(response.statusCode)
    })
      .on('error', reject)
      .end()
  })

const arrive = async (scheme = true) => {
  desk().scheme = scheme
  await desk().connections.connect('monday-prod')
  const page = consent(desk())
  return { page, answer: await visit(page) }
}

describe('the page', () => {
  test('hands over by a deep link with the request and the state, and nothing else', async () => {
    const page = await arrive().then(({ page }) => page)
    page.searchParams.set('identifier', 'mallory')
    const link = linkIn(await visit(page))
    expect(`${link.protocol}//${link.host}${link.pathname}`).toBe('onbehalf://connect/verify')
    expect([...link.searchParams.keys()]).toEqual(['auth_request_id', 'state'])
    expect(link.searchParams.get('state')).toBe(page.searchParams.get('state'))
  })

  test('says what to do, without claiming that it is done', async () => {
    const { answer } = await arrive()
    expect(answer.html).toContain('<h1>One last step: go back to Onbehalf</h1>')
    expect(answer.html).toContain('Open Onbehalf</a>')
    expect(answer.html).not.toMatch(/is connected/)
  })

  test('runs nothing but its own script, is not stored and tells no other site about it', async () => {
    const { answer } = await arrive()
    const policy = answer.headers.get('content-security-policy') ?? ''
    const nonce = /script-src 'nonce-([^']+)'/.exec(policy)?.[1] ?? 'none'
    expect(policy).toContain("default-src 'none'")
    expect(policy).not.toContain('unsafe')
    expect(answer.html.match(/<script[^>]*>/g)).toEqual([`<script nonce="${nonce}">`])
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(answer.headers.get('referrer-policy')).toBe('no-referrer')
  })

  test('starts by itself: by the link where the system knows it, by the form where it does not', async () => {
    expect((await arrive(true)).answer.html).toContain('data-handover="scheme"')
    expect((await arrive(false)).answer.html).toContain('data-handover="post"')
  })

  test('forwards a denial as one', async () => {
    await desk().connections.connect('monday-prod')
    const link = linkIn(await visit(deny(desk())))
    expect(link.searchParams.get('error')).toBe('access_denied')
    expect([...link.searchParams.keys()]).toEqual(['error', 'state'])
  })
})

describe('the form', () => {
  test('finishes without the deep link, and says so', async () => {
    const { page, answer } = await arrive(false)
    const done = await send(page, formOf(answer), { origin: 'null', 'sec-fetch-site': 'same-origin' })
    expect(done.html).toContain('Done, you can close this page')
    expect(rowOf(desk())).toMatchObject({ status: 'connected', connecting: false })
  })

  test('says in words what went wrong', async () => {
    await desk().connections.connect('monday-prod')
    const page = deny(desk())
    const ended = await send(page, formOf(await visit(page)))
    expect(ended.html).toContain('Access was not given')
    expect(rowOf(desk())?.failure?.code).toBe('consent-denied')
  })

  test('is answered with the outcome when the deep link was quicker', async () => {
    const { page, answer } = await arrive()
    const { searchParams } = linkIn(answer)
    const authRequestId = searchParams.get('auth_request_id') ?? ''
    await desk().connections.verify({ kind: 'granted', authRequestId, state: searchParams.get('state') ?? '' })
    expect((await send(page, formOf(answer))).html).toContain('Done, you can close this page')
    expect((await visit(page)).html).toContain('Done, you can close this page')
    const verifications = desk().environment.state.log.filter(({ method }) => method === 'VerifyConnectedAccountUser')
    expect(verifications).toHaveLength(1)
  })

  test('counts once', async () => {
    const { page, answer } = await arrive(false)
    const answers = await Promise.all([send(page, formOf(answer)), send(page, formOf(answer))])
    expect(answers.filter(({ html }) => html.includes('Done'))).not.toHaveLength(0)
    const verifications = desk().environment.state.log.filter(({ method }) => method === 'VerifyConnectedAccountUser')
    expect(verifications).toHaveLength(1)
  })

  test.each([
    ['another site', { origin: 'https://evil.test' }],
    ['another site, by what the browser says of it', { 'sec-fetch-site': 'cross-site' }],
  ])('is not taken from %s', async (_name, headers) => {
    const { page, answer } = await arrive(false)
    expect((await send(page, formOf(answer), headers)).status).toBe(405)
    expect(rowOf(desk())?.status).not.toBe('connected')
  })

  test('is not taken without its one-time token', async () => {
    const { page, answer } = await arrive(false)
    const form = formOf(answer)
    form.set('token', 'guessed')
    expect((await send(page, form)).status).toBe(400)
  })
})

describe('nobody else is answered', () => {
  test('another path', async () => {
    const { page } = await arrive()
    expect((await visit(new URL('/', page))).status).toBe(404)
    expect((await visit(new URL('/favicon.ico', page))).status).toBe(404)
  })

  test('another host name for this computer', async () => {
    const { page } = await arrive()
    expect(await statusWithHost(page, `evil.test:${page.port}`)).toBe(421)
    expect(await statusWithHost(page, page.host)).toBe(200)
  })

  test('another state, or none', async () => {
    const { page } = await arrive()
    const other = new URL(page)
    other.searchParams.set('state', 'other')
    expect((await visit(other)).status).toBe(400)
    other.searchParams.delete('state')
    expect((await visit(other)).status).toBe(400)
  })

  test('another method', async () => {
    const { page } = await arrive()
    expect((await visit(page, { method: 'PUT' })).status).toBe(405)
  })

  test.each(['/%', '//', '/?%zz'])('a request that is no address: %s', async (path) => {
    const { page } = await arrive()
    const status = await new Promise((resolve, reject) => {
      request({ host: page.hostname, port: page.port, path }, (response) => {
        response.resume()
        resolve(response.statusCode)
      })
        .on('error', reject)
        .end()
    })
    expect(status).toBe(404)
  })
})

describe('the page is gone', () => {
  test('after ten minutes', async () => {
    const { page } = await arrive()
    desk().clock.advance(10 * 60_000)
    await expect(fetch(page)).rejects.toThrow('fetch failed')
  })

  test('a little after it was used', async () => {
    const { page, answer } = await arrive(false)
    await send(page, formOf(answer))
    desk().clock.advance(60_000)
    await expect(fetch(page)).rejects.toThrow('fetch failed')
  })

  test('as soon as the person signs out, or presses Connect again', async () => {
    const { page } = await arrive()
    const { page: newer } = await arrive()
    await expect(fetch(page)).rejects.toThrow('fetch failed')
    desk().connections.clear()
    await expect(fetch(newer)).rejects.toThrow('fetch failed')
  })
})
