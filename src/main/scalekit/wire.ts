import type { ClientHttp2Stream } from 'node:http2'
import { Code, ConnectError, type Transport } from '@connectrpc/connect'
import { createGrpcTransport, Http2SessionManager } from '@connectrpc/connect-node'

/** One call's transport, and whether its request may have left this computer. */
type CallTransport = { readonly transport: Transport; readonly sent: () => boolean }

/** The HTTP/2 connection to the environment: TLS for https, prior knowledge for http. */
export type Wire = {
  /** Opens the connection, or makes sure that the open one is alive. Rejects when it can't. */
  readonly open: () => Promise<void>
  readonly transportForCall: () => CallTransport
  /** The next call opens a new connection; calls under way keep the old one until they end. */
  readonly reset: () => void
}

/** Where to connect to, and how long that may take. */
export type WireOptions = { readonly environmentUrl: URL; readonly connectTimeoutMs: number }

/** The largest answer that is read, in bytes. */
const readLimit = 8 * 1024 * 1024
/** The largest request that is sent, in bytes. */
export const writeLimit = 4 * 1024 * 1024

// An open connection is checked before it is used again after a silence of `pingIntervalMs`: a sleeping laptop's
// connection is found dead in four seconds instead of at the deadline of every call that tries it.
const sessionOptions = { pingIntervalMs: 30_000, pingTimeoutMs: 4000, idleConnectionTimeoutMs: 5 * 60_000 }

const openWithin = async (manager: Http2SessionManager, timeoutMs: number): Promise<void> => {
  if (manager.state() === 'open' || manager.state() === 'idle') return
  const timer = setTimeout(() => {
    if (manager.state() === 'connecting') manager.abort(new ConnectError('No connection in time', Code.Unavailable))
  }, timeoutMs)
  try {
    const state = await manager.connect()
    if (state === 'error') throw ConnectError.from(manager.error(), Code.Unavailable)
  } finally {
    clearTimeout(timer)
  }
}

/** Makes the connection's keeper; nothing is opened until the first call. */
export const createWire = ({ environmentUrl, connectTimeoutMs }: WireOptions): Wire => {
  const connect = (): Http2SessionManager => new Http2SessionManager(environmentUrl.origin, sessionOptions)
  let manager = connect()

  const transportForCall = (): CallTransport => {
    const used = manager
    let sent = false
    const sessionManager = {
      authority: used.authority,
      request: async (...request: Parameters<Http2SessionManager['request']>): Promise<ClientHttp2Stream> => {
        await openWithin(used, connectTimeoutMs)
        const stream = await used.request(...request)
        sent = true
        return stream
      },
      notifyResponseByteRead: (stream: ClientHttp2Stream) => {
        used.notifyResponseByteRead(stream)
      },
    }
    const transport = createGrpcTransport({
      baseUrl: environmentUrl.origin,
      sessionManager,
      readMaxBytes: readLimit,
      writeMaxBytes: writeLimit,
    })
    return { transport, sent: () => sent }
  }

  return {
    open: async () => {
      await openWithin(manager, connectTimeoutMs)
    },
    transportForCall,
    reset: () => {
      const old = manager
      manager = connect()
      // Aborting an open one would end calls that may be writing right now.
      if (old.state() !== 'open') old.abort()
    },
  }
}
