import { randomUUID } from 'node:crypto'
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import type { Colleague } from '../workplace'
import type { Vault } from './accounts'

/** The environment's own credentials and the tokens it gave for them. */
export type Credentials = {
  readonly clientId: string
  /** Changing it is what rotating the secret in the dashboard does. */
  clientSecret: string
  readonly tokens: Set<string>
  tokenRequests: number
}

/** What a consent page is about: the vault, and the people somebody can be signed in as at the provider. */
type Consents = { readonly vault: Vault; readonly colleagues: readonly Colleague[] }

const answerToken = async (
  request: IncomingMessage,
  response: ServerResponse,
  credentials: Credentials,
): Promise<void> => {
  const form = new URLSearchParams(await text(request))
  credentials.tokenRequests += 1
  const known = form.get('client_id') === credentials.clientId && form.get('client_secret') === credentials.clientSecret
  const token = `environment-token-${randomUUID()}`
  if (known) credentials.tokens.add(token)
  response.writeHead(known ? 200 : 401, { 'content-type': 'application/json' })
  response.end(
    JSON.stringify(
      known ? { access_token: token, token_type: 'Bearer', expires_in: 3600 } : { error: 'invalid_client' },
    ),
  )
}

const consentIn = (form: URLSearchParams, own: string): { readonly seat: string } | null => {
  if (form.get('answer') !== 'allow') return null
  return { seat: form.get('seat') ?? own }
}

const allowAs = ({ identifier, name }: Colleague): string => `
  <form method="post"><input type="hidden" name="answer" value="allow">
  <button name="seat" value="${identifier}">Continue as ${name}</button></form>`

const answerConsent = async (
  request: IncomingMessage,
  response: ServerResponse,
  { vault, colleagues }: Consents,
): Promise<void> => {
  const id = (request.url ?? '').slice('/consent/'.length)
  const link = vault.findLink(id)
  if (link === undefined) {
    response.writeHead(410).end('This link was used')
    return
  }
  if (request.method === 'POST') {
    const consent = consentIn(new URLSearchParams(await text(request)), link.account.identifier)
    response.writeHead(303, { location: vault.answer(id, consent).href }).end()
    return
  }
  response.writeHead(200, { 'content-type': 'text/html' })
  response.end(
    `<h1>${link.account.connection}</h1><form method="post" action="/consent/${id}">
      <button name="answer" value="allow">Allow</button><button name="answer" value="deny">Deny</button></form>
      ${colleagues.map(allowAs).join('')}`,
  )
}

/** The HTTP/1.1 half: the token endpoint and the consent page. */
export const answerHttp =
  (consents: Consents, credentials: Credentials): RequestListener =>
  (request, response) => {
    const path = request.url ?? ''
    if (path === '/oauth/token') void answerToken(request, response, credentials)
    else if (path.startsWith('/consent/')) void answerConsent(request, response, consents)
    else response.writeHead(404).end()
  }
