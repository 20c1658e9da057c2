import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { ElectronApplication } from '@playwright/test'
import { askMain, doInMain } from './in-main'

/** A server on loopback that nobody has a reason to call. */
export type Trap = { readonly url: string; readonly calls: readonly string[]; readonly close: () => void }

const isAddressInfo = (address: string | AddressInfo | null): address is AddressInfo =>
  typeof address === 'object' && address !== null

/** Opens a trap: whatever calls it is noted. */
export const openTrap = async (): Promise<Trap> => {
  const calls: string[] = []
  const server: Server = createServer((request, response) => {
    calls.push(`${String(request.method)} ${String(request.url)}`)
    response.writeHead(200, { 'access-control-allow-origin': '*' }).end('caught')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (!isAddressInfo(address)) throw new Error('The trap has no port')
  return {
    url: `http://127.0.0.1:${String(address.port)}`,
    calls,
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

/** Notes every connection that main opens and every name it looks up, from now on. */
export const watchConnections = (electron: ElectronApplication): Promise<void> =>
  doInMain(() =>
    electron.evaluate(() => {
      const net = process.getBuiltinModule('node:net')
      const dns = process.getBuiltinModule('node:dns')
      const targets: string[] = []
      Object.assign(globalThis, { connectionTargets: targets })
      const connect: unknown = Reflect.get(net.Socket.prototype, 'connect')
      const lookup: unknown = Reflect.get(dns, 'lookup')
      const describe = (value: unknown): string => {
        const options: unknown = Array.isArray(value) ? value[0] : value
        if (typeof options !== 'object' || options === null) return String(options)
        const path: unknown = Reflect.get(options, 'path')
        const host: unknown = Reflect.get(options, 'host') ?? '127.0.0.1'
        return typeof path === 'string' && !path.startsWith('/v1') && Reflect.get(options, 'port') === undefined
          ? `unix:${path}`
          : `${String(host)}:${String(Reflect.get(options, 'port'))}`
      }
      if (typeof connect !== 'function' || typeof lookup !== 'function') throw new Error('Nothing to watch')
      Reflect.set(net.Socket.prototype, 'connect', function watched(this: unknown, ...args: unknown[]): unknown {
        targets.push(describe(args[0]))
        const connected: unknown = Reflect.apply(connect, this, args)
        return connected
      })
      Reflect.set(dns, 'lookup', function watched(this: unknown, ...args: unknown[]): unknown {
        targets.push(`dns:${String(args[0])}`)
        const found: unknown = Reflect.apply(lookup, this, args)
        return found
      })
    }),
  )

/** What main connected to since `watchConnections`. */
export const connectionTargets = (electron: ElectronApplication): Promise<string[]> =>
  askMain(() =>
    electron.evaluate(() => {
      const found: unknown = Reflect.get(globalThis, 'connectionTargets')
      return Array.isArray(found) ? found.map(String) : []
    }),
  )
