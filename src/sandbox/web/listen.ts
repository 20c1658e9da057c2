import type { Server, Socket } from 'node:net'

/** A server that listens on loopback. */
export type Listening = { readonly port: number; readonly origin: string; readonly close: () => Promise<void> }

/**
 * Listens on 127.0.0.1, on `preferred` when that port is free and on any other when it is not,
 * so that addresses remembered from the last start usually still hold.
 */
export const listenOnLoopback = async (server: Server, preferred: number): Promise<Listening> => {
  const sockets = new Set<Socket>()
  server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  const port = await listen(server, preferred).catch(() => listen(server, 0))
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => {
        resolve()
      })
      for (const socket of sockets) socket.destroy()
    })
  return { port, origin: `http://127.0.0.1:${String(port)}`, close }
}

const listen = (server: Server, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => {
      server.removeListener('error', reject)
      const address = server.address()
      if (address === null || typeof address === 'string') reject(new Error('The server has no port'))
      else resolve(address.port)
    })
  })
