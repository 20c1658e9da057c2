import * as client from 'openid-client'
import { describe, expect, it, vi } from 'vitest'
import type { Sandbox } from '../../../src/sandbox/sandbox'
import { startSandbox } from '../../../src/sandbox/start-sandbox'
import { runningSandbox, temporaryDirectory } from '../fixtures'
import { openBrowser, type Browser, type Visited } from './browser'

const scheme = 'onbehalf://auth/callback'

type SignIn = { readonly person: string; readonly redirect?: string; readonly browser?: Browser }

const discover = ({ issuer }: Sandbox): Promise<client.Configuration> =>
  client.discovery(issuer.issuer, issuer.clientId, undefined, client.None(), {
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- deprecated only so that it stands out
    execute: [client.allowInsecureRequests],
  })

const authorize = async (
  config: client.Configuration,
  {
    redirect,
    browser,
    parameters = {},
  }: { readonly redirect: string; readonly browser: Browser; readonly parameters?: Record<string, string> },
): Promise<{ readonly verifier: string; readonly visited: Visited }> => {
  const verifier = client.randomPKCECodeVerifier()
  const url = client.buildAuthorizationUrl(config, {
    redirect_uri: redirect,
    scope: 'openid profile email offline_access',
    state: 'st4te',
    nonce: 'n0nce',
    code_challenge: await client.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    ...parameters,
  })
  return { verifier, visited: await browser.open(url) }
}

const signIn = async (
  config: client.Configuration,
  { person, redirect = scheme, browser = openBrowser() }: SignIn,
): Promise<client.TokenEndpointResponse & client.TokenEndpointResponseHelpers> => {
  const { verifier, visited } = await authorize(config, { redirect, browser })
  if (visited.kind !== 'page') throw new Error('No chooser was shown')
  const returned = await browser.press(visited, person)
  if (returned.kind !== 'left') throw new Error('The browser did not come back to the app')
  expect(returned.url.href.startsWith(redirect)).toBe(true)
  return client.authorizationCodeGrant(config, returned.url, {
    pkceCodeVerifier: verifier,
    expectedState: 'st4te',
    expectedNonce: 'n0nce',
    idTokenExpected: true,
  })
}

describe('the sandbox issuer, over openid-client', () => {
  it('signs the chosen person in by the app’s own scheme', async () => {
    const config = await discover((await runningSandbox()).sandbox)
    const tokens = await signIn(config, { person: 'Ada Lindqvist' })
    expect(tokens.expires_in).toBe(300)
    const info = await client.fetchUserInfo(config, tokens.access_token, tokens.claims()?.sub ?? '')
    expect(info).toMatchObject({ sub: 'usr_ada', name: 'Ada Lindqvist', email: 'ada.lindqvist@northwind.example' })
  })

  it.each(['http://127.0.0.1:50123/auth/callback', 'http://127.0.0.1:50124/callback', 'http://127.0.0.1:50125/'])(
    'comes back to %s, whatever the port',
    async (redirect) => {
      const config = await discover((await runningSandbox()).sandbox)
      expect((await signIn(config, { person: 'Ada Lindqvist', redirect })).claims()?.sub).toBe('usr_ada')
    },
  )

  it('asks who it is every time, in the same browser too', async () => {
    const config = await discover((await runningSandbox()).sandbox)
    const browser = openBrowser()
    expect((await signIn(config, { person: 'Ada Lindqvist', browser })).claims()?.sub).toBe('usr_ada')
    expect((await signIn(config, { person: 'Ben Okafor', browser })).claims()?.sub).toBe('usr_ben')
  })

  it.each(['login', 'consent', 'login consent'])('takes the prompt %s for the chooser', async (prompt) => {
    const config = await discover((await runningSandbox()).sandbox)
    const browser = openBrowser()
    const { visited } = await authorize(config, { redirect: scheme, browser, parameters: { prompt } })
    if (visited.kind !== 'page') throw new Error('No chooser was shown')
    const returned = await browser.press(visited, 'Ben Okafor')
    expect(returned.url.searchParams.has('code')).toBe(true)
  })

  it('insists on PKCE', async () => {
    const { sandbox } = await runningSandbox()
    const url = new URL('/auth', sandbox.issuer.issuer)
    url.search = new URLSearchParams({
      client_id: sandbox.issuer.clientId,
      redirect_uri: scheme,
      response_type: 'code',
      scope: 'openid',
    }).toString()
    const visited = await openBrowser().open(url)
    expect(visited.url.searchParams.get('error')).toBe('invalid_request')
  })

  it('rotates refresh tokens and revokes them', async () => {
    const config = await discover((await runningSandbox()).sandbox)
    const tokens = await signIn(config, { person: 'Ada Lindqvist' })
    const refreshed = await client.refreshTokenGrant(config, tokens.refresh_token ?? '')
    expect(refreshed.refresh_token).not.toBe(tokens.refresh_token)
    await client.tokenRevocation(config, refreshed.refresh_token ?? '')
    await expect(client.refreshTokenGrant(config, refreshed.refresh_token ?? '')).rejects.toMatchObject({
      error: 'invalid_grant',
    })
  })

  it('goes on with a remembered session after a restart', async () => {
    const directory = temporaryDirectory()
    const first = await startSandbox({ directory })
    const tokens = await signIn(await discover(first), { person: 'Ada Lindqvist' })
    await first.close()
    const { sandbox } = await runningSandbox(directory)
    // The first try may still go over a connection to the server that was closed.
    const config = await vi.waitFor(() => discover(sandbox))
    const refreshed = await client.refreshTokenGrant(config, tokens.refresh_token ?? '')
    expect(await client.fetchUserInfo(config, refreshed.access_token, 'usr_ada')).toHaveProperty('sub', 'usr_ada')
  })

  it('shows a page without scripts that says it is a sandbox', async () => {
    const { sandbox } = await runningSandbox()
    const { visited } = await authorize(await discover(sandbox), { redirect: scheme, browser: openBrowser() })
    const html = visited.kind === 'page' ? visited.html : ''
    expect(html).toContain('Sample data: sandbox')
    expect(html).not.toContain('<script')
  })
})
