import { randomBytes } from 'node:crypto'
import { createServer as createHttpServer } from 'node:http'
import { createServer as createHttp2Server } from 'node:http2'
import { createServer, type Server } from 'node:net'
import { connectNodeAdapter } from '@connectrpc/connect-node'
import type { SampleProvider } from '../sample-provider'
import { listenOnLoopback } from '../web/listen'
import { createAccessTokens } from './access-tokens'
import { serveAccounts } from './account-service'
import { openAccounts } from './accounts'
import { createAuthorizations } from './authorizations'
import { serveConnections } from './connection-service'
import type { EnvironmentParts } from './environment-parts'
import { createFaults } from './faults'
import { serveTools } from './tool-service'
import { createWeb } from './web'

/** The sandbox's Scalekit environment, running. */
export type SandboxEnvironment = {
  readonly environmentUrl: URL
  readonly clientId: string
  readonly clientSecret: string
  /** The page on which accounts can be expired and revoked. */
  readonly controls: URL
  readonly port: number
  readonly close: () => Promise<void>
}

/** What the environment is started with. */
export type EnvironmentOptions = {
  readonly directory: string
  readonly port: number
  readonly providers: Readonly<Record<string, SampleProvider>>
  readonly now: () => number
}

/** Starts a Scalekit environment on loopback: HTTP/1.1 and gRPC over HTTP/2 on one port, as the real one has it. */
export const startEnvironment = async (options: EnvironmentOptions): Promise<SandboxEnvironment> => {
  const { directory, port, providers, now } = options
  const accounts = openAccounts(directory)
  let origin = ''
  const parts: EnvironmentParts = {
    accounts,
    authorizations: createAuthorizations(accounts, now),
    tokens: createAccessTokens(now),
    faults: createFaults(),
    providers,
    controlPath: `/sandbox/${randomBytes(16).toString('base64url')}`,
    origin: () => origin,
  }
  const listening = await listenOnLoopback(sniffingServer(parts), port)
  origin = listening.origin
  return {
    environmentUrl: new URL(listening.origin),
    clientId: parts.tokens.clientId,
    clientSecret: parts.tokens.clientSecret,
    controls: new URL(parts.controlPath, listening.origin),
    port: listening.port,
    close: listening.close,
  }
}

/** A server that tells HTTP/2 with prior knowledge from HTTP/1.1 by the first bytes of a connection. */
const sniffingServer = (parts: EnvironmentParts): Server => {
  const routes = connectNodeAdapter({
    routes: (router) => {
      serveConnections(router, parts)
      serveAccounts(router, parts)
      serveTools(router, parts)
    },
  })
  const http1 = createHttpServer(createWeb(parts))
  const http2 = createHttp2Server(routes)
  return createServer((socket) => {
    // A browser that goes away in the middle is no reason to fall over.
    socket.on('error', () => socket.destroy())
    socket.once('data', (first: Buffer) => {
      socket.pause()
      const server = first.subarray(0, 3).toString() === 'PRI' ? http2 : http1
      socket.unshift(first)
      server.emit('connection', socket)
      if (server === http1) socket.resume()
    })
  })
}
