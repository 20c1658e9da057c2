import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'

/** A server that a browser on this computer can reach, and nobody else. */
export type LoopbackServer = { readonly origin: URL; readonly close: () => Promise<void> }

/** Answers one request that passed the checks. */
export type LoopbackHandler = (request: IncomingMessage, response: ServerResponse) => void

const headerLimit = 16 * 1024
const bodyLimit = 64 * 1024
const requestLimitMs = 10_000

const refuse = (response: ServerResponse, status: number): void => {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', connection: 'close' })
  response.end()
}

/** Why a request is not answered, or null. A body must say its length, so that nothing is read to find it too long. */
const refusal = (request: IncomingMessage, host: string): number | null => {
  // SECURITY: a page elsewhere can point its own name at 127.0.0.1 (DNS rebinding); its Host header gives it away.
  if (request.headers.host !== host) return 421
  if (request.headers['transfer-encoding'] !== undefined) return 411
  return Number(request.headers['content-length'] ?? 0) > bodyLimit ? 413 : null
}

const protect = (response: ServerResponse): void => {
  // SECURITY: these pages carry one-time codes in their address; nothing may cache, frame or refer to it.
  response.setHeader('cache-control', 'no-store')
  response.setHeader('referrer-policy', 'no-referrer')
  response.setHeader('x-content-type-options', 'nosniff')
  response.setHeader('x-frame-options', 'DENY')
}

const listen = async (server: Server): Promise<number> =>
  await new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      if (address === null || typeof address === 'string') reject(new Error('The loopback server has no port'))
      else resolve(address.port)
    })
  })

const closing = async (server: Server): Promise<void> =>
  await new Promise((resolve) => {
    server.close(() => {
      resolve()
    })
    server.closeAllConnections()
  })

/** Serves a browser on this computer at an address that nobody else can reach. Rejects when no port can be had. */
export const startLoopbackServer = async (handle: LoopbackHandler): Promise<LoopbackServer> => {
  let host = ''
  const server = createServer({ maxHeaderSize: headerLimit, requestTimeout: requestLimitMs }, (request, response) => {
    const status = refusal(request, host)
    protect(response)
    if (status !== null) {
      refuse(response, status)
      return
    }
    handle(request, response)
  })
  const port = await listen(server)
  host = `127.0.0.1:${String(port)}`
  return { origin: new URL(`http://${host}`), close: async () => await closing(server) }
}
