import { createServer as createHttp1, type RequestListener } from 'node:http'
import { createServer as createHttp2, type Http2ServerRequest, type Http2ServerResponse } from 'node:http2'
import { createServer, type AddressInfo, type Socket } from 'node:net'

type Answers = {
  readonly http1: RequestListener
  readonly http2: (request: Http2ServerRequest, response: Http2ServerResponse) => void
}

/** One port that speaks both protocols of a Scalekit environment. */
export type Wire = { readonly url: string; readonly dropConnections: () => void; readonly close: () => Promise<void> }

const isAddressInfo = (address: string | AddressInfo | null): address is AddressInfo =>
  typeof address === 'object' && address !== null

/** Listens on loopback: HTTP/1.1 and, with prior knowledge, HTTP/2 on the same port, told apart by the first bytes. */
export const listenOnOnePort = async (answers: Answers): Promise<Wire> => {
  const http1 = createHttp1(answers.http1)
  const http2 = createHttp2(answers.http2)
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => undefined)
    socket.once('data', (first: Buffer) => {
      socket.pause()
      const isHttp2 = first.subarray(0, 3).toString() === 'PRI'
      socket.unshift(first)
      if (isHttp2) http2.emit('connection', socket)
      else {
        http1.emit('connection', socket)
        socket.resume()
      }
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (!isAddressInfo(address)) throw new Error('The stand-in has no port')
  const dropConnections = (): void => {
    for (const socket of sockets) socket.destroy()
  }
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => {
        resolve()
      })
      dropConnections()
    })
  return { url: `http://127.0.0.1:${String(address.port)}`, dropConnections, close }
}
