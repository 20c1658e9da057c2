import { randomUUID } from 'node:crypto'
import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer as createHttp2Server, type ServerHttp2Session } from 'node:http2'
import { createServer, type Socket } from 'node:net'
import { connectNodeAdapter } from '@connectrpc/connect-node'
import { environmentServices } from './environment-services'
import { createState, type EnvironmentState, type Fault } from './environment-state'

/** A Scalekit environment on loopback that speaks the real wire: token endpoint and gRPC on one port. */
export type Environment = {
  readonly url: URL
  readonly clientId: string
  readonly clientSecret: string
  readonly state: EnvironmentState
  /** How often the token endpoint was asked. */
  readonly tokenRequests: () => number
  /** Something happens to the next call of a method. */
  readonly fault: (method: string, when: Fault['when'], run: Fault['run']) => void
  /** The next answers of the token endpoint; afterwards it works again. */
  readonly tokenAnswers: { readonly status: number; readonly headers?: Record<string, string> }[]
  /** Seconds that new tokens live by their own word. */
  tokenLifetime: number
  /** Ends every connection at once, in the middle of whatever is under way. */
  readonly dropConnections: () => void
  /** Tells every HTTP/2 client to go elsewhere. */
  readonly goAway: () => void
  readonly connectionCount: () => number
  readonly close: () => Promise<void>
}

const readBody = async (request: IncomingMessage): Promise<URLSearchParams> => {
  let body = ''
  for await (const chunk of request) body += String(chunk)
  return new URLSearchParams(body)
}

type TokenAnswer = { readonly status: number; readonly headers?: Record<string, string> }

const json = (response: ServerResponse, { status, headers = {} }: TokenAnswer, value: unknown) => {
  response.writeHead(status, { 'content-type': 'application/json', ...headers })
  response.end(JSON.stringify(value))
}

/** Starts an environment. Its state starts with connections and tools, and without accounts. */
export const startEnvironment = async (): Promise<Environment> => {
  const state = createState()
  const sockets = new Set<Socket>()
  const sessions = new Set<ServerHttp2Session>()
  let tokenRequests = 0
  let connectionCount = 0
  let origin = ''

  const answerToken = async (request: IncomingMessage, response: ServerResponse) => {
    tokenRequests += 1
    const form = await readBody(request)
    const forced = environment.tokenAnswers.shift()
    if (forced !== undefined) json(response, forced, { error: 'forced' })
    else if (form.get('client_secret') !== environment.clientSecret)
      json(response, { status: 401 }, { error: 'invalid_client' })
    else {
      const token = `token-${randomUUID()}`
      state.tokens.add(token)
      json(
        response,
        { status: 200 },
        { access_token: token, token_type: 'Bearer', expires_in: environment.tokenLifetime },
      )
    }
  }
  const http = createHttpServer((request, response) => void answerToken(request, response))
  const http2 = createHttp2Server(connectNodeAdapter({ routes: environmentServices(state, () => origin) }))
  http2.on('session', (session) => {
    sessions.add(session)
    session.on('close', () => sessions.delete(session))
    session.on('error', () => undefined)
  })
  const server = createServer((socket) => {
    connectionCount += 1
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => undefined)
    socket.once('data', (first) => {
      socket.pause()
      socket.unshift(first)
      const preface = first.subarray(0, 3).toString() === 'PRI'
      if (preface) http2.emit('connection', socket)
      else http.emit('connection', socket)
      if (!preface) socket.resume()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('No port')
  origin = `http://127.0.0.1:${String(address.port)}`

  const dropConnections = () => {
    for (const socket of sockets) socket.destroy()
  }
  const environment: Environment = {
    url: new URL(origin),
    clientId: 'skc_test',
    clientSecret: 'sks_never-show-this-one',
    state,
    tokenRequests: () => tokenRequests,
    fault: (method, when, run) => state.faults.push({ method, when, run }),
    tokenAnswers: [],
    tokenLifetime: 3600,
    dropConnections,
    goAway: () => {
      for (const session of sessions) session.goaway()
    },
    connectionCount: () => connectionCount,
    close: async () => {
      dropConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
  return environment
}
