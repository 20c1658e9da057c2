import { Code, ConnectError } from '@connectrpc/connect'
import CoreClient from '@scalekit-sdk/node/lib/core.js'
import { describe, expect, test } from 'vitest'
import { sdkHeaders } from '../../../src/main/scalekit/sdk-headers'
import { scalekitError } from './environment-errors'
import { providerSecrets } from './environment-state'
import { ada, addAccount, connectTo, executionOn, grace, patiently, useEnvironment } from './fixtures'

const { environment, scalekit } = useEnvironment()
const monday = { name: 'monday-prod', provider: 'MONDAY' }

const methods = () => environment().state.log.map(({ method }) => method)

describe('connections', () => {
  test('all pages, by name', async () => {
    for (let index = 0; index < 5; index += 1)
      environment().state.connections.push({ name: `slack-${String(index)}`, provider: 'SLACK', enabled: true })
    const connections = await scalekit().listConnections()
    expect(connections.ok && connections.value.map(({ name }) => name)).toEqual([
      'intercom',
      'monday-prod',
      ...['slack-0', 'slack-1', 'slack-2', 'slack-3', 'slack-4'],
    ])
  })

  test('a disabled one is left out where others are enabled', async () => {
    environment().state.connections.push({ name: 'off', provider: 'SLACK', enabled: false })
    const connections = await scalekit().listConnections()
    expect(connections.ok && connections.value.map(({ name }) => name)).toEqual(['intercom', 'monday-prod'])
  })

  test('an environment that never says enabled shows all of them', async () => {
    environment().state.connections.splice(0, 2, { name: 'only', provider: 'SLACK', enabled: false })
    expect(await scalekit().listConnections()).toEqual({ ok: true, value: [{ name: 'only', provider: 'SLACK' }] })
  })

  test('a reading that got lost is repeated once', async () => {
    environment().fault('ListAppConnections', 'after', () => {
      throw new ConnectError('upstream', Code.Unavailable)
    })
    expect((await scalekit().listConnections()).ok).toBe(true)
    for (let times = 0; times < 2; times += 1)
      environment().fault('ListAppConnections', 'after', () => environment().dropConnections())
    expect(await scalekit().listConnections()).toMatchObject({ ok: false, failure: { code: 'scalekit-unreachable' } })
  })
})

describe('accounts', () => {
  test('only this person, all pages, in our words', async () => {
    for (const status of [1, 2, 3, 4, 5, 0, 99]) addAccount(environment(), ada, { status })
    addAccount(environment(), grace)
    const accounts = await scalekit().listAccounts(ada)
    expect(accounts.ok && accounts.value.map(({ status }) => status)).toEqual([
      'active',
      'expired',
      'pending-authorization',
      'pending-verification',
      'disconnected',
      'pending-authorization',
      'pending-authorization',
    ])
  })

  test('nothing of an account but id, connection, provider and status', async () => {
    addAccount(environment(), ada)
    const accounts = await scalekit().listAccounts(ada)
    expect(accounts).toEqual({
      ok: true,
      value: [{ id: 'ca_1', connection: 'monday-prod', provider: 'MONDAY', status: 'active' }],
    })
  })

  test('is created when there is none, without the tokens that the answer carries', async () => {
    const created = await scalekit().ensureAccount(ada, monday)
    expect(created).toEqual({
      ok: true,
      value: { id: 'ca_1', connection: 'monday-prod', provider: 'MONDAY', status: 'pending-authorization' },
    })
    for (const hidden of providerSecrets) expect(JSON.stringify(created)).not.toContain(hidden)
    expect(await scalekit().ensureAccount(ada, monday)).toEqual(created)
    expect(environment().state.accounts).toHaveLength(1)
  })

  test('two that are created at the same moment are one', async () => {
    const [first, second] = await Promise.all([
      scalekit().ensureAccount(ada, monday),
      scalekit().ensureAccount(ada, monday),
    ])
    expect(first).toEqual(second)
    expect(environment().state.accounts).toHaveLength(1)
  })

  test('a connection that is gone', async () => {
    const created = await scalekit().ensureAccount(ada, { name: 'gone', provider: 'X' })
    expect(created).toMatchObject({ ok: false, failure: { code: 'not-found' } })
  })

  test("deleting takes this person's own, and one that is gone already counts", async () => {
    const account = addAccount(environment(), ada)
    const other = addAccount(environment(), grace)
    const record = { id: account.id, connection: 'monday-prod', provider: 'MONDAY', status: 'active' } as const
    expect(await scalekit().deleteAccount(ada, { ...record, id: other.id })).toEqual({ ok: true, value: null })
    expect(environment().state.accounts).toEqual([account, other])
    expect(await scalekit().deleteAccount(ada, record)).toEqual({ ok: true, value: null })
    expect(await scalekit().deleteAccount(ada, record)).toEqual({ ok: true, value: null })
    expect(environment().state.accounts).toEqual([other])
  })
})

describe('authorization', () => {
  const request = {
    identifier: ada,
    connection: monday,
    state: 's'.repeat(43),
    verifyUrl: new URL('http://127.0.0.1:1/x'),
  }

  test('the link carries the state and the verify page', async () => {
    addAccount(environment(), ada, { status: 3 })
    const link = await scalekit().authorizationLink(request)
    expect(link.ok && link.value.href).toBe(environment().state.links[0]?.url)
    expect(environment().state.links).toMatchObject([{ state: request.state, verifyUrl: 'http://127.0.0.1:1/x' }])
  })

  test.each(['javascript:alert(1)', 'http://evil.test/', 'file:///etc/passwd', 'nothing'])(
    'a link that is not a web page is not opened: %s',
    async (url) => {
      addAccount(environment(), ada, { status: 3 })
      environment().state.link = url
      expect(await scalekit().authorizationLink(request)).toMatchObject({
        ok: false,
        failure: { code: 'scalekit-failed' },
      })
    },
  )

  test('the person who consented is verified once', async () => {
    const account = addAccount(environment(), ada, { status: 4 })
    environment().state.verifiable.set('areq_1', account)
    expect(await scalekit().verifyAccountUser(grace, 'areq_1')).toMatchObject({
      ok: false,
      failure: { code: 'link-other-person' },
    })
    expect(await scalekit().verifyAccountUser(ada, 'areq_1')).toEqual({ ok: true, value: null })
    expect(account.status).toBe(1)
    expect(await scalekit().verifyAccountUser(ada, 'areq_1')).toMatchObject({
      ok: false,
      failure: { code: 'link-stale' },
    })
  })
})

describe('tools', () => {
  test('of active accounts on the named connections, all pages, each bound to its own account', async () => {
    const active = addAccount(environment(), ada)
    addAccount(environment(), ada, { connector: 'intercom', status: 2 })
    addAccount(environment(), grace, { connector: 'intercom' })
    const tools = await scalekit().listTools(ada, ['monday-prod', 'intercom'])
    expect(tools.ok && tools.value.map(({ name, accountId, connection }) => [name, accountId, connection])).toEqual([
      ['monday_thing_list', active.id, 'monday-prod'],
      ['monday_thing_create', active.id, 'monday-prod'],
    ])
  })

  test('schema, title and description are those of the definition', async () => {
    addAccount(environment(), ada)
    const tools = await scalekit().listTools(ada, ['monday-prod'])
    expect(tools.ok && tools.value[0]).toMatchObject({
      title: 'monday thing list',
      description: 'list things',
      inputSchema: { type: 'object', properties: { name: { type: 'string' } }, required: ['name'] },
      provider: 'MONDAY',
    })
  })

  test('no connections are no tools, without asking for all of them', async () => {
    addAccount(environment(), ada)
    expect(await scalekit().listTools(ada, [])).toEqual({ ok: true, value: [] })
    expect(methods()).not.toContain('ListScopedTools')
  })
})

test('no call of the whole port asks for the tokens of an account', async () => {
  await scalekit().warm()
  await scalekit().listConnections()
  const account = await scalekit().ensureAccount(ada, monday)
  const verifyUrl = new URL('http://127.0.0.1:1/x')
  await scalekit().authorizationLink({ identifier: ada, connection: monday, state: 's', verifyUrl })
  environment().state.accounts.forEach((each) => (each.status = 1))
  await scalekit().listTools(ada, ['monday-prod'])
  await scalekit().execute(executionOn('ca_1'), patiently())
  if (account.ok) await scalekit().deleteAccount(ada, account.value)
  expect(new Set(methods())).toEqual(
    new Set([
      'ListAppConnections',
      'ListConnectedAccounts',
      'CreateConnectedAccount',
      'GetMagicLinkForConnectedAccount',
      'ListScopedTools',
      'ExecuteTool',
      'DeleteConnectedAccount',
    ]),
  )
})

test('a failure of the environment brings none of its debug information', async () => {
  environment().fault('ListConnectedAccounts', 'before', () => {
    throw scalekitError(Code.Internal, 'INTERNAL', 'something broke')
  })
  const accounts = await scalekit().listAccounts(ada)
  expect(accounts).toMatchObject({ ok: false, failure: { code: 'scalekit-failed', detail: 'something broke' } })
  expect(JSON.stringify(accounts)).not.toContain('/srv/')
})

test('the environment is told the same versions as by the SDK itself', async () => {
  await connectTo(environment()).listConnections()
  const headers = environment().state.log[0]?.headers
  const sdk = new CoreClient(environment().url.href, 'x', 'y')
  expect(headers?.get('x-sdk-version')).toBe(sdk.sdkVersion)
  expect(headers?.get('x-api-version')).toBe(sdk.apiVersion)
  expect(headers?.get('user-agent')).toBe(sdkHeaders['user-agent'])
})
