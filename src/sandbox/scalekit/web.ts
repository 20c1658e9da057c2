import type { IncomingMessage, ServerResponse } from 'node:http'
import { readBody } from '../web/body'
import { isOwnRequest } from '../web/guard'
import { sendNotice } from '../web/page'
import { answerMagicLink } from './consent-pages'
import { answerControls } from './control-page'
import type { EnvironmentParts } from './environment-parts'

/** Answers the environment's HTTP/1.1 requests: the token endpoint and its pages. */
export const createWeb =
  (parts: EnvironmentParts) =>
  (request: IncomingMessage, response: ServerResponse): void => {
    answer({ parts, request, response }).catch(() => {
      if (!response.headersSent)
        sendNotice(response, { status: 400, title: 'Not understood', body: 'Start again from the app.' })
    })
  }

type Exchange = {
  readonly parts: EnvironmentParts
  readonly request: IncomingMessage
  readonly response: ServerResponse
}

const refused = { status: 403, title: 'Refused', body: 'This request was not meant for the sandbox.' }
const absent = { status: 404, title: 'Not found', body: 'There is nothing here.' }

const answer = async (exchange: Exchange): Promise<void> => {
  const { parts, request, response } = exchange
  const { pathname } = new URL(request.url ?? '/', parts.origin())
  if (!isOwnRequest(request, parts.origin())) sendNotice(response, refused)
  else if (pathname === '/oauth/token') await answerToken(exchange)
  else await answerPage(exchange, pathname)
}

const answerPage = async ({ parts, request, response }: Exchange, pathname: string): Promise<void> => {
  const [, id, decision] = /^\/magicLink\/([\w-]+)(?:\/(allow|deny))?$/.exec(pathname) ?? []
  if (id !== undefined) {
    await readBody(request)
    answerMagicLink(parts, { method: request.method ?? '', id, decision }, response)
  } else if (`${pathname}/`.startsWith(`${parts.controlPath}/`))
    await answerControls(parts, { request, response, path: parts.controlPath })
  else sendNotice(response, absent)
}

const answerToken = async ({ parts, request, response }: Exchange): Promise<void> => {
  const form = new URLSearchParams(await readBody(request))
  const token = parts.tokens.issue(form.get('client_id'), form.get('client_secret'))
  response.writeHead(token === undefined ? 401 : 200, {
    'content-type': 'application/json',
    'cache-control': 'no-store',
  })
  response.end(JSON.stringify(token ?? { error: 'invalid_client' }))
}
