import { createServer, type Server } from 'node:http'
import { afterEach, expect, test } from 'vitest'
import { checkModel } from '../../../src/main/assistant/model-check'
import { secret } from '../../../src/main/platform/secret'

const open: Server[] = []

afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => new Promise((resolve) => server.close(resolve))))
})

const key = 'sk-test-key-0123456789'

/** An endpoint that lists these models to whoever brings the key, or answers with a status. */
const startEndpoint = (answer: { readonly models?: readonly string[]; readonly status?: number }): Promise<URL> =>
  new Promise((resolve) => {
    const server = createServer((request, response) => {
      const known = request.headers.authorization === `Bearer ${key}` && request.url === '/v1/models'
      response.writeHead(known ? (answer.status ?? 200) : 401, { 'content-type': 'application/json' })
      response.end(JSON.stringify({ data: (answer.models ?? []).map((id) => ({ id })) }))
    })
    open.push(server)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      if (typeof address !== 'object' || address === null) throw new Error('no port')
      resolve(new URL(`http://127.0.0.1:${String(address.port)}/v1`))
    })
  })

const check = (baseUrl: URL, apiKey = key) => checkModel({ baseUrl, apiKey: secret(apiKey), model: 'gpt' })

test('an endpoint that lists the model is in order, and so is one that lists nothing or has no list', async () => {
  for (const answer of [{ models: ['other', 'gpt'] }, {}, { status: 404 }]) {
    const url = await startEndpoint(answer)
    expect(await check(url)).toEqual({ ok: true, value: { host: url.host } })
  }
})

test('says what is wrong: the key, the model, too many requests, a fault, nobody there', async () => {
  expect(await check(await startEndpoint({}), 'sk-wrong')).toMatchObject({ failure: { code: 'model-key' } })
  const missing = await check(await startEndpoint({ models: ['other'] }))
  expect(missing).toMatchObject({ failure: { code: 'model-missing', subject: 'gpt' } })
  expect(await check(await startEndpoint({ status: 429 }))).toMatchObject({ failure: { code: 'model-rate-limited' } })
  expect(await check(await startEndpoint({ status: 500 }))).toMatchObject({ failure: { code: 'model-failed' } })
  expect(await check(new URL('http://127.0.0.1:9/v1'))).toMatchObject({ failure: { code: 'model-unreachable' } })
})
