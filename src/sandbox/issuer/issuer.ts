import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { Provider } from 'oidc-provider'
import { people } from '../people'
import { readBody } from '../web/body'
import { isOwnRequest } from '../web/guard'
import { listenOnLoopback } from '../web/listen'
import { sendNotice, sendPage } from '../web/page'
import { chooserPage } from './chooser-page'
import { providerOptions, sandboxClientId } from './provider-options'
import { loadProvider } from './load-provider'
import { openIssuerState } from './store'

/** The sandbox's OpenID issuer, running. */
export type SandboxIssuer = {
  readonly issuer: URL
  readonly clientId: string
  readonly port: number
  readonly close: () => Promise<void>
}

/** Starts the OpenID provider on loopback. Its sign-in page offers the sample people; there are no passwords. */
export const startIssuer = async (options: {
  readonly directory: string
  readonly port: number
}): Promise<SandboxIssuer> => {
  const library = await loadProvider()
  const server = createServer()
  const listening = await listenOnLoopback(server, options.port)
  const provider = createProvider(library, { origin: listening.origin, directory: options.directory })
  const answer = provider.callback()
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    if (!isOwnRequest(request, listening.origin)) {
      sendNotice(response, { status: 403, title: 'Refused', body: 'This request was not meant for the sandbox.' })
      return
    }
    forgetBrowserSession(request)
    const pathname = new URL(request.url ?? '/', listening.origin).pathname
    if (!pathname.startsWith('/interaction/')) void answer(request, response)
    else
      choose({ provider, request, response, pathname }).catch(() => {
        sendNotice(response, { status: 400, title: 'This page is too old', body: 'Start again from the app.' })
      })
  })
  return {
    issuer: new URL(listening.origin),
    clientId: sandboxClientId,
    port: listening.port,
    close: listening.close,
  }
}

const createProvider = (
  library: Awaited<ReturnType<typeof loadProvider>>,
  { origin, directory }: { readonly origin: string; readonly directory: string },
): Provider => {
  const policy = library.interactionPolicy.base()
  // The sandbox's only client is first-party: it asks who, never whether.
  policy.get('consent')?.checks.clear()
  return new library.Provider(origin, {
    ...providerOptions(openIssuerState(directory)),
    interactions: { policy, url: (_context, interaction) => `/interaction/${interaction.uid}` },
  })
}

/** Leaves the browser's session cookie out, so that every sign-in asks who it is. */
const forgetBrowserSession = (request: IncomingMessage): void => {
  const cookies = (request.headers.cookie ?? '').split('; ').filter((cookie) => !cookie.startsWith('_session'))
  request.headers.cookie = cookies.join('; ')
}

type Exchange = {
  readonly provider: Provider
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly pathname: string
}

/** Answers `/interaction/UID` (the chooser) and `/interaction/UID/PERSON` (the choice). */
const choose = async ({ provider, request, response, pathname }: Exchange): Promise<void> => {
  await readBody(request)
  await provider.interactionDetails(request, response)
  const [, , uid = '', chosen] = pathname.split('/')
  if (chosen === undefined) {
    sendPage(response, { status: 200, ...chooserPage(`/interaction/${uid}`) })
    return
  }
  const person = people.find(({ identifier }) => identifier === chosen)
  if (person === undefined || request.method !== 'POST') {
    sendNotice(response, { status: 404, title: 'Not found', body: 'There is nothing here.' })
    return
  }
  await provider.interactionFinished(request, response, { login: { accountId: person.identifier }, consent: {} })
}
