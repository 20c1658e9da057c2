import { randomUUID } from 'node:crypto'
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import type { Vault } from './accounts'

/** The environment's own credentials and the tokens it gave for them. */
export type Credentials = {
  readonly clientId: string
  /** Changing it is what rotating the secret in the dashboard does. */
  clientSecret: string
  readonly tokens: Set<string>
  tokenRequests: number
}

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

const answerConsent = async (request: IncomingMessage, response: ServerResponse, vault: Vault): Promise<void> => {
  const id = (request.url ?? '').slice('/consent/'.length)
  const link = vault.findLink(id)
  if (link === undefined) {
    response.writeHead(410).end('This link was used')
    return
  }
  if (request.method === 'POST') {
    const granted = new URLSearchParams(await text(request)).get('answer') === 'allow'
    response.writeHead(303, { location: vault.answer(id, granted).href }).end()
    return
  }
  response.writeHead(200, { 'content-type': 'text/html' })
  response.end(
    `<h1>${link.account.connection}</h1><form method="post" action="/consent/${id}">
      <button name="answer" value="allow">Allow</button><button name="answer" value="deny">Deny</button></form>`,
  )
}

/** The HTTP/1.1 half: the token endpoint and the consent page. */
export const answerHttp =
  (vault: Vault, credentials: Credentials): RequestListener =>
  (request, response) => {
    const path = request.url ?? ''
    if (path === '/oauth/token') void answerToken(request, response, credentials)
    else if (path.startsWith('/consent/')) void answerConsent(request, response, vault)
    else response.writeHead(404).end()
  }
