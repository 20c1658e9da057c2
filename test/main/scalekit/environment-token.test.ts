import { Code, ConnectError } from '@connectrpc/connect'
import { describe, expect, test } from 'vitest'
import { toolError } from './environment-errors'
import { ada, addAccount, connectTo, executionOn, patiently, secretsOf, useEnvironment } from './fixtures'

const { environment, scalekit } = useEnvironment()

test('ten first calls together take one token', async () => {
  const results = await Promise.all(Array.from({ length: 10 }, () => scalekit().listConnections()))
  expect(results.every(({ ok }) => ok)).toBe(true)
  expect(environment().tokenRequests()).toBe(1)
})

test('warming takes the token and opens the connection ahead of the first call', async () => {
  expect(await scalekit().warm()).toEqual({ ok: true, value: null })
  expect(environment().tokenRequests()).toBe(1)
  const connections = environment().connectionCount()
  await scalekit().listAccounts(ada)
  expect(environment().connectionCount()).toBe(connections)
  expect(environment().tokenRequests()).toBe(1)
})

describe('a token that has ended', () => {
  test('is replaced once for ten calls that find out together, and every write happens once', async () => {
    const account = addAccount(environment(), ada)
    await scalekit().warm()
    environment().state.tokens.clear()
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, () => scalekit().execute(executionOn(account.id), patiently())),
    )
    expect(outcomes.every(({ kind }) => kind === 'done')).toBe(true)
    expect(environment().tokenRequests()).toBe(2)
    expect(environment().state.executions).toHaveLength(10)
  })

  test('is replaced before it ends', async () => {
    let now = 0
    const adapter = connectTo(environment(), { clock: { now: () => now } })
    environment().tokenLifetime = 300
    await adapter.listAccounts(ada)
    now = 200_000
    await adapter.listAccounts(ada)
    expect(environment().tokenRequests()).toBe(1)
    now = 250_000
    await adapter.listAccounts(ada)
    expect(environment().tokenRequests()).toBe(2)
  })

  test('is not replaced for an error of the provider', async () => {
    const account = addAccount(environment(), ada)
    environment().fault('ExecuteTool', 'before', () => {
      throw toolError(Code.Unauthenticated, { code: 'UNAUTHORIZED', message: 'monday: expired' })
    })
    const outcome = await scalekit().execute(executionOn(account.id), patiently())
    expect(outcome).toMatchObject({ kind: 'refused', failure: { code: 'connection-expired' } })
    expect(environment().tokenRequests()).toBe(1)
  })

  test('is not replaced forever', async () => {
    for (let times = 0; times < 5; times += 1)
      environment().fault('ListConnectedAccounts', 'before', () => {
        throw new ConnectError('no', Code.Unauthenticated)
      })
    expect(await scalekit().listAccounts(ada)).toMatchObject({ ok: false, failure: { code: 'scalekit-credentials' } })
    expect(environment().tokenRequests()).toBe(2)
  })
})

describe('no token', () => {
  test('a wrong secret is one failure with a way to Settings, without the secret', async () => {
    const wrong = 'sks_wrong-and-still-secret'
    const adapter = connectTo(environment(), { clientSecret: wrong })
    const results = [await adapter.warm(), await adapter.listConnections(), await adapter.listAccounts(ada)]
    for (const result of results)
      expect(result).toEqual({
        ok: false,
        failure: {
          code: 'scalekit-credentials',
          subject: environment().url.host,
          action: { kind: 'open-settings' },
        },
      })
    for (const hidden of [wrong, ...secretsOf(environment())]) expect(JSON.stringify(results)).not.toContain(hidden)
  })

  test.each([
    [429, 'scalekit-rate-limited'],
    [503, 'scalekit-unreachable'],
    [500, 'scalekit-failed'],
    [404, 'scalekit-failed'],
  ])('HTTP %i is %s, and the next call asks again', async (status, code) => {
    environment().tokenAnswers.push({ status, headers: { 'retry-after': '7' } })
    const [first, warmed] = [await scalekit().listConnections(), await scalekit().listConnections()]
    expect(first).toMatchObject({ ok: false, failure: { code } })
    expect(warmed.ok).toBe(true)
  })

  test('a redirect of the token endpoint is not followed with the secret', async () => {
    environment().tokenAnswers.push({ status: 307, headers: { location: `${environment().url.origin}/elsewhere` } })
    expect((await scalekit().warm()).ok).toBe(false)
    expect(environment().tokenRequests()).toBe(1)
  })

  test('an environment that is not there', async () => {
    await environment().close()
    expect(await scalekit().warm()).toMatchObject({ ok: false, failure: { code: 'scalekit-unreachable' } })
  })
})
