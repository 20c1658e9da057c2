import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Failure } from '../../contract/failure'
import { err, type Result } from '../../contract/result'
import { failure } from '../platform/failures'
import type { Clock } from '../platform/clock'
import type { LoopbackHandler, LoopbackServer } from '../platform/loopback-server'
import type { VerifyReturn } from './connections'
import { handoverHtml, outcomeHtml, refusedHtml, verifyPagePolicy } from './verify-page-html'
import { parseVerifyReturn } from './verify-link'

/** What completing a pending authorization comes to. */
export type VerifyOutcome = Result<{ readonly connection: string }, Failure>

/** The page of one pending authorization, served on this computer. */
export type VerifyPage = {
  readonly url: URL
  /** The authorization was completed or given up elsewhere: from now on the page only says how it ended. */
  readonly settle: (outcome: VerifyOutcome) => void
  readonly close: () => void
}

/** What the page needs. `deliver` is where its form hands over. */
export type VerifyPageOptions = {
  readonly state: string
  readonly providerName: string
  readonly startLoopbackServer: (handle: LoopbackHandler) => Promise<LoopbackServer>
  readonly schemeRegistered: () => boolean
  readonly deliver: (returned: VerifyReturn) => Promise<VerifyOutcome>
  readonly clock: Clock
  readonly lifetimeMs: number
}

// Long enough to answer a form that the browser sends while the deep link is already being handled.
const graceMs = 30_000
const bodyLimit = 16 * 1024

const randomText = (): string => randomBytes(32).toString('base64url')

const readForm = async (request: IncomingMessage): Promise<URLSearchParams | null> => {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    const bytes: unknown = chunk
    if (!Buffer.isBuffer(bytes)) return null
    size += bytes.length
    if (size > bodyLimit) return null
    chunks.push(bytes)
  }
  return new URLSearchParams(Buffer.concat(chunks).toString('utf8'))
}

// SECURITY: only the page itself may send its form. Under `no-referrer` a browser calls its own origin "null".
const isFromPage = (request: IncomingMessage, origin: string): boolean => {
  const from = request.headers.origin
  const site = request.headers['sec-fetch-site']
  return (from === undefined || from === 'null' || from === origin) && (site === undefined || site === 'same-origin')
}

const answer = (response: ServerResponse, status: number, html: (nonce: string) => string): void => {
  const nonce = randomText()
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': verifyPagePolicy(nonce),
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    connection: 'close',
  })
  response.end(html(nonce))
}

/** Serves the verify page of one pending authorization at an address that can't be guessed. */
export const startVerifyPage = async (options: VerifyPageOptions): Promise<VerifyPage> => {
  const path = `/${randomText()}`
  const token = randomText()
  let outcome: VerifyOutcome | undefined
  let used = false

  const refuse = (response: ServerResponse, status: number): void => {
    answer(response, status, refusedHtml)
  }
  const showOutcome = (response: ServerResponse, shown: VerifyOutcome): void => {
    answer(response, 200, (nonce) => outcomeHtml(options.providerName, shown, nonce))
  }
  const handOver = (query: URLSearchParams, response: ServerResponse): void => {
    const returned = parseVerifyReturn(query, options.state)
    if (outcome !== undefined) showOutcome(response, outcome)
    else if (returned === null) refuse(response, 400)
    else {
      const handover = options.schemeRegistered() ? 'scheme' : 'post'
      const { providerName } = options
      answer(response, 200, (nonce) => handoverHtml({ providerName, returned, path, token, nonce, handover }))
    }
  }
  const receive = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const form = await readForm(request)
    const returned = form?.get('token') === token ? parseVerifyReturn(form, options.state) : null
    if (returned === null) refuse(response, 400)
    else if (outcome !== undefined) showOutcome(response, outcome)
    else if (used) refuse(response, 409)
    else {
      used = true
      showOutcome(response, await options.deliver(returned))
    }
  }
  const handle: LoopbackHandler = (request, response) => {
    const [pathname, query] = (request.url ?? '/').split('?', 2)
    if (request.headers.host !== server.origin.host || pathname !== path) refuse(response, 404)
    else if (request.method === 'GET') handOver(new URLSearchParams(query), response)
    else if (request.method === 'POST' && isFromPage(request, server.origin.origin))
      receive(request, response).catch(() => {
        showOutcome(response, err(failure('internal')))
      })
    else refuse(response, 405)
  }

  const server = await options.startLoopbackServer(handle)
  const close = (): void => {
    cancel()
    void server.close()
  }
  let cancel = options.clock.after(options.lifetimeMs, close)
  return {
    url: new URL(path, server.origin),
    settle: (ended) => {
      outcome = ended
      cancel()
      cancel = options.clock.after(graceMs, close)
    },
    close,
  }
}
