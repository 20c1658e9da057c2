import { request } from 'node:http'
import { afterEach, describe, expect, it } from 'vitest'
import { startLoopbackServer, type LoopbackServer } from '../../../src/main/platform/loopback-server'

const servers: LoopbackServer[] = []

const start = async (): Promise<LoopbackServer> => {
  const server = await startLoopbackServer((_, response) => {
    response.end('hello')
  })
  servers.push(server)
  return server
}

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()))
})

const statusFor = async (origin: URL, headers: Record<string, string>): Promise<number | undefined> =>
  await new Promise((resolve, reject) => {
    request(origin, { headers }, (response) => {
      response.resume()
      resolve(response.statusCode)
    })
      .on('error', reject)
      .end()
  })

describe('the loopback server', () => {
  it('answers this computer, and lets nobody keep or frame the answer', async () => {
    const { origin } = await start()
    expect(origin.href).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/)
    const response = await fetch(origin)
    expect(await response.text()).toBe('hello')
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(response.headers.get('referrer-policy')).toBe('no-referrer')
    expect(response.headers.get('x-frame-options')).toBe('DENY')
  })

  it('answers under no other name', async () => {
    const { origin } = await start()
    for (const host of [
      'evil.example',
      `localhost:${origin.port}`,
      '127.0.0.1',
      `127.0.0.1:${origin.port}.evil.example`,
    ]) {
      expect(await statusFor(origin, { host })).toBe(421)
    }
  })

  it('takes no large headers and no large or endless bodies', async () => {
    const { origin } = await start()
    expect(await statusFor(origin, { 'x-large': 'x'.repeat(20_000) })).toBe(431)
    expect(await statusFor(origin, { 'content-length': '70000' })).toBe(413)
    expect(await statusFor(origin, { 'transfer-encoding': 'chunked' })).toBe(411)
  })

  it('is gone once it is closed, waiting connections included', async () => {
    const server = await startLoopbackServer(() => undefined)
    const waiting = fetch(server.origin)
    const failed = expect(waiting).rejects.toThrow()
    await server.close()
    await failed
    await expect(fetch(server.origin)).rejects.toThrow()
  })
})
