import type { ServerResponse } from 'node:http'
import type { LoopbackServer, startLoopbackServer } from '../platform/loopback-server'
import { notSignedInPage, signedInPage } from './sign-in-page'

/** An address on this computer that the issuer sends the browser back to. */
export type LoopbackRedirect = {
  readonly redirectUri: string
  /** Stops listening, once the page that is being shown was sent. */
  readonly close: () => Promise<void>
}

const callbackPath = '/auth/callback'

const show = (response: ServerResponse, signedIn: boolean): void => {
  const page = signedIn ? signedInPage() : notSignedInPage()
  response.writeHead(signedIn ? 200 : 400, { ...page.headers, connection: 'close' }).end(page.html)
}

/**
 * Listens for one sign-in's redirect; `handle` says whether it led to a session.
 * https://www.rfc-editor.org/rfc/rfc8252#section-7.3
 */
export const openLoopbackRedirect = async (
  start: typeof startLoopbackServer,
  handle: (callback: URL) => Promise<boolean>,
): Promise<LoopbackRedirect> => {
  const answers = new Set<Promise<void>>()
  const answer = async (server: LoopbackServer, path: string, response: ServerResponse): Promise<void> => {
    const sent = new Promise<void>((resolve) => response.once('close', resolve))
    show(response, await handle(new URL(path, server.origin)))
    await sent
  }
  const server = await start((request, response) => {
    const path = request.url ?? ''
    if (request.method !== 'GET' || path.split('?')[0] !== callbackPath) {
      response.writeHead(404).end()
      return
    }
    const answering = answer(server, path, response).finally(() => answers.delete(answering))
    answers.add(answering)
  })
  return {
    redirectUri: new URL(callbackPath, server.origin).href,
    close: async () => {
      await Promise.allSettled(answers)
      await server.close()
    },
  }
}
