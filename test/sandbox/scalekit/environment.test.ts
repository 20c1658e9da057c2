import { create } from '@bufbuild/protobuf'
import { ScalekitForbiddenException, ScalekitNotFoundException, ScalekitServerException } from '@scalekit-sdk/node'
import {
  ConnectorStatus,
  CreateConnectedAccountSchema,
} from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/connected_accounts/connected_accounts_pb.js'
import { describe, expect, it } from 'vitest'
import { clientOf, connectAccount, consent, execute, runningSandbox } from '../fixtures'

const verifyUrl = 'http://127.0.0.1:9/verify'
const tenMinutes = 10 * 60 * 1000

describe('the sandbox environment, over the real SDK', () => {
  it('gives a token for the right secret only, and a new secret at every start', async () => {
    const { sandbox } = await runningSandbox()
    const { sandbox: other } = await runningSandbox()
    expect(sandbox.scalekit.clientSecret).not.toBe(other.scalekit.clientSecret)
    const ask = (secret: string): Promise<Response> =>
      fetch(new URL('/oauth/token', sandbox.scalekit.environmentUrl), {
        method: 'POST',
        body: new URLSearchParams({ client_id: sandbox.scalekit.clientId, client_secret: secret }),
      })
    expect((await ask('wrong')).status).toBe(401)
    expect(await (await ask(sandbox.scalekit.clientSecret)).json()).toMatchObject({
      token_type: 'Bearer',
      expires_in: 300,
    })
  })

  it('lets tokens expire, which a client notices and mends', async () => {
    const { sandbox, forward } = await runningSandbox()
    const client = clientOf(sandbox)
    await client.actions.listConnections()
    forward(301_000)
    expect((await client.actions.listConnections()).connections).toHaveLength(10)
  })

  it('pages its connections', async () => {
    const { sandbox } = await runningSandbox()
    const client = clientOf(sandbox)
    const first = await client.actions.listConnections()
    const second = await client.actions.listConnections({ pageToken: first.nextPageToken })
    const names = [...first.connections, ...second.connections].map(({ connectionName }) => connectionName)
    expect(names.length).toBe(new Set(names).size)
    expect(names.length).toBeGreaterThanOrEqual(12)
    expect(names).toEqual(expect.arrayContaining(['monday', 'intercom', 'notion-team']))
    expect(second.nextPageToken).toBe('')
  })

  it('connects an account by consent and verification', async () => {
    const { sandbox } = await runningSandbox()
    const client = clientOf(sandbox)
    const statuses = async (): Promise<readonly number[]> =>
      (await client.actions.listConnectedAccounts({ identifier: 'usr_ada' })).connectedAccounts.map(
        ({ status }) => status,
      )
    await client.connectedAccounts.createConnectedAccount({
      connector: 'monday',
      identifier: 'usr_ada',
      connectedAccount: create(CreateConnectedAccountSchema),
    })
    expect(await statuses()).toEqual([ConnectorStatus.PENDING_AUTH])
    const { link } = await client.actions.getAuthorizationLink({
      connectionName: 'monday',
      identifier: 'usr_ada',
      state: 'st4te',
      userVerifyUrl: verifyUrl,
    })
    const returned = await consent(link, 'allow')
    expect(returned.href).toContain(verifyUrl)
    expect(returned.searchParams.get('state')).toBe('st4te')
    expect(returned.searchParams.has('identifier')).toBe(false)
    expect(await statuses()).toEqual([ConnectorStatus.PENDING_VERIFICATION])
    const authRequestId = returned.searchParams.get('auth_request_id') ?? ''
    await expect(
      client.actions.verifyConnectedAccountUser({ authRequestId, identifier: 'usr_ben' }),
    ).rejects.toBeInstanceOf(ScalekitForbiddenException)
    expect(await statuses()).toEqual([ConnectorStatus.PENDING_VERIFICATION])
    await client.actions.verifyConnectedAccountUser({ authRequestId, identifier: 'usr_ada' })
    expect(await statuses()).toEqual([ConnectorStatus.ACTIVE])
    await expect(
      client.actions.verifyConnectedAccountUser({ authRequestId, identifier: 'usr_ada' }),
    ).rejects.toBeInstanceOf(ScalekitNotFoundException)
  })

  it('says no when the person denies, and takes each link once', async () => {
    const { sandbox } = await runningSandbox()
    const client = clientOf(sandbox)
    await client.connectedAccounts.createConnectedAccount({
      connector: 'slack',
      identifier: 'usr_ada',
      connectedAccount: create(CreateConnectedAccountSchema),
    })
    const { link } = await client.actions.getAuthorizationLink({
      connectionName: 'slack',
      identifier: 'usr_ada',
      state: 's',
      userVerifyUrl: verifyUrl,
    })
    expect(await (await fetch(link)).text()).toContain('There is no sample data for this one')
    const returned = await consent(link, 'deny')
    expect(Object.fromEntries(returned.searchParams)).toEqual({ error: 'access_denied', state: 's' })
    expect((await fetch(link)).status).toBe(410)
  })

  it('lets links and consents grow too old', async () => {
    const { sandbox, forward } = await runningSandbox()
    const client = clientOf(sandbox)
    await client.connectedAccounts.createConnectedAccount({
      connector: 'monday',
      identifier: 'usr_ada',
      connectedAccount: create(CreateConnectedAccountSchema),
    })
    const newLink = async (): Promise<string> =>
      (
        await client.actions.getAuthorizationLink({
          connectionName: 'monday',
          identifier: 'usr_ada',
          userVerifyUrl: verifyUrl,
        })
      ).link
    const old = await newLink()
    forward(tenMinutes)
    expect((await fetch(old)).status).toBe(410)
    const returned = await consent(await newLink(), 'allow')
    forward(tenMinutes)
    const authRequestId = returned.searchParams.get('auth_request_id') ?? ''
    await expect(
      client.actions.verifyConnectedAccountUser({ authRequestId, identifier: 'usr_ada' }),
    ).rejects.toBeInstanceOf(ScalekitNotFoundException)
  })

  it('refuses a verify address that is not http', async () => {
    const { sandbox } = await runningSandbox()
    const client = clientOf(sandbox)
    await client.connectedAccounts.createConnectedAccount({
      connector: 'monday',
      identifier: 'usr_ada',
      connectedAccount: create(CreateConnectedAccountSchema),
    })
    await expect(
      client.actions.getAuthorizationLink({
        connectionName: 'monday',
        identifier: 'usr_ada',
        userVerifyUrl: 'onbehalf://connect/verify',
      }),
    ).rejects.toBeInstanceOf(ScalekitServerException)
  })

  it('lists the tools of active accounts only, page by page', async () => {
    const { sandbox } = await runningSandbox()
    const client = clientOf(sandbox)
    const scoped = (pageToken?: string): ReturnType<typeof client.tools.listScopedTools> =>
      client.tools.listScopedTools('usr_ada', {
        filter: { connectionNames: ['monday', 'intercom'] },
        pageSize: 100,
        ...(pageToken !== undefined && { pageToken }),
      })
    expect((await scoped()).tools).toEqual([])
    const mondayId = await connectAccount(client, 'usr_ada', 'monday')
    await connectAccount(client, 'usr_ada', 'intercom')
    const { tools } = await scoped()
    expect(tools.length).toBeGreaterThanOrEqual(25)
    expect(tools.find(({ tool }) => tool?.definition?.['name'] === 'monday_item_create')?.connectedAccountId).toBe(
      mondayId,
    )
    const first = await client.tools.listScopedTools('usr_ada', { filter: {} })
    expect(first.tools).toHaveLength(20)
    expect(first.nextPageToken).not.toBe('')
    const { tools: found } = await client.tools.listTools({ filter: { query: 'refund' } })
    expect(found).toEqual([])
    const { tools: byName } = await client.tools.listTools({ filter: { toolName: ['monday_me_get'] } })
    expect(byName.map(({ provider }) => provider)).toEqual(['MONDAY'])
  })

  it('deletes an account, and its tools with it', async () => {
    const { sandbox } = await runningSandbox()
    const client = clientOf(sandbox)
    await connectAccount(client, 'usr_ada', 'monday')
    await client.connectedAccounts.deleteConnectedAccount({ connector: 'monday', identifier: 'usr_ada' })
    expect((await client.actions.listConnectedAccounts({ identifier: 'usr_ada' })).connectedAccounts).toEqual([])
    await expect(execute(client, 'usr_ada', { tool: 'monday_me_get' })).rejects.toBeInstanceOf(
      ScalekitNotFoundException,
    )
  })
})
