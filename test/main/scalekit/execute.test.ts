import { createServer } from 'node:net'
import { Code, ConnectError } from '@connectrpc/connect'
import { describe, expect, test } from 'vitest'
import { secret } from '../../../src/main/platform/secret'
import { createDirectScalekit } from '../../../src/main/scalekit/direct-scalekit'
import { toolError } from './environment-errors'
import { ada, addAccount, connectTo, executionOn, grace, patiently, secretsOf, useEnvironment } from './fixtures'

const { environment, scalekit } = useEnvironment()

const untilAborted = (signal: AbortSignal) =>
  new Promise((resolve) => {
    signal.addEventListener('abort', resolve)
  })

/** A promise and the function that fulfils it: to wait for the thing itself. */
const signalled = () => {
  let happen = (): void => undefined
  const happened = new Promise<void>((resolve) => (happen = resolve))
  return { happened, happen: () => happen() }
}

describe('a tool runs as the person whose account it is bound to', () => {
  test('the result and the execution id come back', async () => {
    const account = addAccount(environment(), ada)
    const outcome = await scalekit().execute(executionOn(account.id), patiently())
    expect(outcome).toEqual({ kind: 'done', data: { echo: { name: 'Q3 launch brief' } }, executionId: 'exec_1' })
    expect(environment().state.executions).toEqual([
      { tool: 'monday_thing_create', identifier: ada, accountId: account.id, params: { name: 'Q3 launch brief' } },
    ])
  })

  test("another person's account is refused", async () => {
    const account = addAccount(environment(), grace)
    const outcome = await scalekit().execute(executionOn(account.id), patiently())
    expect(outcome).toMatchObject({
      kind: 'refused',
      failure: { code: 'connection-needed', action: { kind: 'connect', connection: 'monday-prod' } },
    })
    expect(environment().state.executions).toHaveLength(0)
  })

  test('arguments reach the tool unchanged, nested and null ones too', async () => {
    const account = addAccount(environment(), ada)
    const args = { name: 'x', nested: { list: [1, 2.5, null, true, { deep: 'ü✓' }] }, empty: {} }
    const outcome = await scalekit().execute(executionOn(account.id, { args }), patiently())
    expect(outcome).toMatchObject({ kind: 'done', data: { echo: args } })
  })
})

describe('a write whose answer is lost is unknown and happened once', () => {
  const lostAnswers: readonly (readonly [string, () => unknown])[] = [
    [
      'UNAVAILABLE after it was done',
      () => {
        throw new ConnectError('upstream connect error', Code.Unavailable)
      },
    ],
    ['a connection that breaks after it was done', () => environment().dropConnections()],
    [
      'an internal error of Scalekit after it was done',
      () => {
        throw new ConnectError('boom', Code.Internal)
      },
    ],
    [
      'a provider that Scalekit waited for in vain',
      () => {
        throw toolError(Code.DeadlineExceeded, { code: 'TIMEOUT', message: 'monday: no answer' })
      },
    ],
  ]
  test.each(lostAnswers)('%s', async (_name, run) => {
    const account = addAccount(environment(), ada)
    environment().fault('ExecuteTool', 'after', run)
    const outcome = await scalekit().execute(executionOn(account.id), patiently())
    expect(outcome).toMatchObject({
      kind: 'unknown',
      failure: { code: 'outcome-unknown', subject: 'monday-prod', action: { kind: 'read-back' } },
    })
    expect(environment().state.executions).toHaveLength(1)
    expect(environment().state.log.filter(({ method }) => method === 'ExecuteTool')).toHaveLength(1)
  })

  test('a missed deadline', async () => {
    const account = addAccount(environment(), ada)
    environment().fault('ExecuteTool', 'after', untilAborted)
    const outcome = await scalekit().execute(executionOn(account.id), { ...patiently(), timeoutMs: 150 })
    expect(outcome.kind).toBe('unknown')
    expect(environment().state.executions).toHaveLength(1)
  })

  test('Stop after it was sent', async () => {
    const account = addAccount(environment(), ada)
    const arrived = signalled()
    environment().fault('ExecuteTool', 'after', async (signal) => {
      arrived.happen()
      await untilAborted(signal)
    })
    const stopping = new AbortController()
    const running = scalekit().execute(executionOn(account.id), { signal: stopping.signal, timeoutMs: 5000 })
    await arrived.happened
    stopping.abort()
    expect((await running).kind).toBe('unknown')
  })

  test('an answer that is too large to read', async () => {
    const account = addAccount(environment(), ada)
    environment().state.answer = { text: 'x'.repeat(9 * 1024 * 1024) }
    expect((await scalekit().execute(executionOn(account.id), patiently())).kind).toBe('unknown')
  })

  test('the next call after a missed deadline uses a new connection', async () => {
    const account = addAccount(environment(), ada)
    await scalekit().warm()
    environment().fault('ExecuteTool', 'after', untilAborted)
    await scalekit().execute(executionOn(account.id), { ...patiently(), timeoutMs: 100 })
    const before = environment().connectionCount()
    expect((await scalekit().execute(executionOn(account.id), patiently())).kind).toBe('done')
    expect(environment().connectionCount()).toBe(before + 1)
  })
})

describe('a read whose answer is lost can be tried again', () => {
  const read = { mayWrite: false, tool: 'monday_thing_list' } as const

  test('UNAVAILABLE is unreachable, and is not repeated here', async () => {
    const account = addAccount(environment(), ada)
    environment().fault('ExecuteTool', 'before', () => {
      throw new ConnectError('upstream connect error', Code.Unavailable)
    })
    const outcome = await scalekit().execute(executionOn(account.id, read), patiently())
    expect(outcome).toMatchObject({
      kind: 'refused',
      failure: { code: 'scalekit-unreachable', action: { kind: 'retry' } },
    })
    expect(environment().state.log.filter(({ method }) => method === 'ExecuteTool')).toHaveLength(1)
  })

  test('a missed deadline', async () => {
    const account = addAccount(environment(), ada)
    environment().fault('ExecuteTool', 'before', untilAborted)
    const outcome = await scalekit().execute(executionOn(account.id, read), { ...patiently(), timeoutMs: 100 })
    expect(outcome).toMatchObject({ kind: 'refused', failure: { code: 'tool-timeout', action: { kind: 'retry' } } })
  })

  test('Stop ends it, and the environment hears of it', async () => {
    const account = addAccount(environment(), ada)
    const arrived = signalled()
    const heard = signalled()
    environment().fault('ExecuteTool', 'before', async (signal) => {
      arrived.happen()
      await untilAborted(signal)
      heard.happen()
    })
    const stopping = new AbortController()
    const running = scalekit().execute(executionOn(account.id, read), { signal: stopping.signal, timeoutMs: 5000 })
    await arrived.happened
    stopping.abort()
    expect(await running).toEqual({ kind: 'stopped' })
    await heard.happened
  })

  test('an answer over 8 MB is a failure that says so', async () => {
    const account = addAccount(environment(), ada)
    environment().state.answer = { text: 'x'.repeat(9 * 1024 * 1024) }
    const outcome = await scalekit().execute(executionOn(account.id, read), patiently())
    expect(outcome).toMatchObject({
      kind: 'refused',
      failure: { code: 'tool-failed', detail: 'The answer was larger than 8 MB.' },
    })
  })
})

describe('what was never sent was certainly not done', () => {
  test('a call that was stopped before it started', async () => {
    const account = addAccount(environment(), ada)
    const outcome = await scalekit().execute(executionOn(account.id), { signal: AbortSignal.abort(), timeoutMs: 5000 })
    expect(outcome).toEqual({ kind: 'stopped' })
    expect(environment().state.log).toHaveLength(0)
  })

  test('a refused connection, at once, even for a write', async () => {
    const account = addAccount(environment(), ada)
    await scalekit().warm()
    await environment().close()
    await scalekit().listAccounts(ada)
    const startedAt = performance.now()
    const outcome = await scalekit().execute(executionOn(account.id), patiently())
    expect(outcome).toMatchObject({
      kind: 'refused',
      failure: { code: 'scalekit-unreachable', subject: environment().url.host, action: { kind: 'retry' } },
    })
    expect(performance.now() - startedAt).toBeLessThan(1000)
  })

  test('a host that accepts and never speaks, within the time for connecting', async () => {
    const silent = createServer((socket) => socket.on('error', () => undefined))
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve))
    const address = silent.address()
    const port = address !== null && typeof address === 'object' ? address.port : 0
    const adapter = createDirectScalekit({
      settings: {
        environmentUrl: new URL(`http://127.0.0.1:${String(port)}`),
        clientId: 'x',
        clientSecret: secret('y'),
      },
      limits: { tokenMs: 200, connectMs: 200 },
    })
    const outcome = await adapter.execute(executionOn('ca_1'), patiently())
    expect(outcome).toMatchObject({ kind: 'refused', failure: { code: 'scalekit-unreachable' } })
    silent.close()
  })

  test('a host that speaks no TLS', async () => {
    const url = new URL(environment().url.href.replace('http:', 'https:'))
    const adapter = connectTo({ ...environment(), url })
    const outcome = await adapter.execute(executionOn('ca_1'), patiently())
    expect(outcome).toMatchObject({ kind: 'refused', failure: { code: 'scalekit-unreachable' } })
  })

  test('arguments that are too large', async () => {
    const account = addAccount(environment(), ada)
    const args = { name: 'x'.repeat(3 * 1024 * 1024) }
    const outcome = await scalekit().execute(executionOn(account.id, { args }), patiently())
    expect(outcome).toMatchObject({ kind: 'refused', failure: { code: 'arguments-invalid' } })
    expect(environment().state.log).toHaveLength(0)
  })

  test('a computer without a network says so', async () => {
    const adapter = createDirectScalekit({
      settings: {
        environmentUrl: new URL('https://nowhere.invalid'),
        clientId: 'x',
        clientSecret: secret('y'),
      },
    })
    const outcome = await adapter.execute(executionOn('ca_1'), patiently())
    expect(outcome).toMatchObject({ kind: 'refused', failure: { code: 'network-down', action: { kind: 'retry' } } })
  })
})

test('a server that goes away between two calls costs neither of them', async () => {
  const account = addAccount(environment(), ada)
  await scalekit().execute(executionOn(account.id), patiently())
  environment().goAway()
  expect((await scalekit().listAccounts(ada)).ok).toBe(true)
  expect((await scalekit().execute(executionOn(account.id), patiently())).kind).toBe('done')
  expect(environment().state.executions).toHaveLength(2)
})

test("the provider's own sentence is shown, and nothing of the environment's inside", async () => {
  const account = addAccount(environment(), ada)
  const leaky = connectTo(environment())
  environment().fault('ExecuteTool', 'before', () => {
    const bearer = [...environment().state.tokens].join(' ')
    throw toolError(Code.PermissionDenied, {
      code: 'FORBIDDEN',
      message: `monday: no permission (sent ${bearer}, ${environment().clientSecret})`,
    })
  })
  const outcome = await leaky.execute(executionOn(account.id), patiently())
  expect(outcome).toMatchObject({
    kind: 'refused',
    executionId: 'exec_failed',
    failure: { code: 'tool-refused' },
  })
  expect(outcome.kind === 'refused' && outcome.failure.detail).toMatch(/^monday: no permission/)
  for (const hidden of secretsOf(environment())) expect(JSON.stringify(outcome)).not.toContain(hidden)
})
