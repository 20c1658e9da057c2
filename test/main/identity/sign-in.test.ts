import { createHash } from 'node:crypto'
import { afterAll, describe, expect, it } from 'vitest'
import { followSignIn } from '../../stand-ins/issuer-browser'
import { closeBenches, setUpBench } from './identity-bench'

afterAll(closeBenches)

const changed = (callback: URL, name: string, value: string): URL => {
  const url = new URL(callback)
  url.searchParams.set(name, value)
  return url
}

describe('signing in', () => {
  it('leads through the browser to a session that names the person', async () => {
    const bench = await setUpBench()
    const identity = bench.startApp()
    await identity.restore()
    const session = await bench.signIn(identity, 'ada')
    expect(session).toMatchObject({
      ok: true,
      value: { identifier: 'ada', person: { name: 'Ada Lovelace', email: 'ada@example.com' } },
    })
    expect(bench.states.map(({ kind }) => kind)).toEqual([
      'signed-out',
      'signing-in',
      'signing-in',
      'signing-in',
      'signed-in',
    ])
    expect(identity.state()).toEqual({
      kind: 'signed-in',
      person: { name: 'Ada Lovelace', email: 'ada@example.com' },
      remembered: true,
    })
    expect(identity.current()?.identifier).toBe('ada')
  })

  it('asks for a code with S256, a nonce, a state and the scopes that the issuer has', async () => {
    const bench = await setUpBench()
    await bench.startApp().signIn()
    const asked = Object.fromEntries(bench.lastOpened().searchParams)
    expect(asked).toMatchObject({
      response_type: 'code',
      code_challenge_method: 'S256',
      redirect_uri: 'onbehalf://auth/callback',
      scope: 'openid profile email offline_access',
      prompt: 'consent',
    })
    expect(asked['state']).toMatch(/^.{32,}$/)
    expect(asked['nonce']).toMatch(/^.{32,}$/)
  })

  it('asks for no refresh token where the issuer has none', async () => {
    const bench = await setUpBench({ refreshTokens: false })
    const identity = bench.startApp()
    await bench.signIn(identity, 'ada')
    expect(bench.lastOpened().searchParams.get('scope')).toBe('openid profile email')
    expect(bench.lastOpened().searchParams.has('prompt')).toBe(false)
    expect(identity.state()).toMatchObject({ kind: 'signed-in', remembered: false })
  })

  it('names what the person has on this computer after issuer and identifier', async () => {
    const bench = await setUpBench()
    const session = await bench.signIn(bench.startApp(), 'ada')
    const expected = createHash('sha256').update(`${bench.issuer.issuer.href}\nada`).digest('hex')
    expect(session.ok && session.value.owner).toBe(expected)
  })

  it('takes the identifier from another claim when told to', async () => {
    const bench = await setUpBench()
    const session = await bench.signIn(bench.startApp({ identifierClaim: 'badge' }), 'ada')
    expect(session.ok && session.value.identifier).toBe('A-1')
  })

  it('refuses a session without a usable identifier, and gives the tokens back', async () => {
    const bench = await setUpBench({ people: [{ login: 'ada', claims: { badge: '  \u0007 ' } }] })
    const identity = bench.startApp({ identifierClaim: 'badge' })
    expect(await bench.signIn(identity, 'ada')).toMatchObject({ ok: false, failure: { code: 'issuer-refused' } })
    expect(identity.state()).toMatchObject({ kind: 'signed-out', failure: { code: 'issuer-refused' } })
    expect(identity.current()).toBeNull()
    const [tokens] = bench.issuer.issued
    await expect.poll(() => bench.issuer.isActive(tokens?.accessToken ?? '')).toBe(false)
  })

  it('refuses an email address as identifier while it is not verified', async () => {
    const claims = { email: 'boss@example.com', email_verified: false }
    const bench = await setUpBench({ people: [{ login: 'eve', claims }] })
    const session = await bench.signIn(bench.startApp({ identifierClaim: 'email' }), 'eve')
    expect(session).toMatchObject({ ok: false, failure: { code: 'issuer-refused' } })
  })

  it('reads the session at the address of the organisation', async () => {
    const bench = await setUpBench()
    bench.issuer.setClaims('ada', { badge: 4711, name: 'Ada from HR' })
    const session = await bench.signIn(
      bench.startApp({ sessionUrl: bench.issuer.sessionUrl, identifierClaim: 'badge' }),
      'ada',
    )
    expect(session).toMatchObject({ ok: true, value: { identifier: '4711', person: { name: 'Ada from HR' } } })
    expect(bench.issuer.count('/session')).toBe(1)
    expect(bench.issuer.count('/me')).toBe(0)
  })

  it('does not load the OIDC client before it is needed, nor ask anyone', async () => {
    const bench = await setUpBench()
    const identity = bench.startApp()
    await identity.restore()
    expect(identity.state()).toEqual({ kind: 'signed-out' })
    expect(bench.issuer.count('/.well-known/openid-configuration')).toBe(0)
  })
})

describe('a loopback redirect', () => {
  it('takes the code at an address of this computer and says so in the browser', async () => {
    const bench = await setUpBench()
    const identity = bench.startApp({ redirect: 'loopback' })
    await identity.signIn()
    const redirect = await followSignIn(bench.lastOpened(), 'ada')
    expect(redirect.href).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/auth\/callback\?code=/)
    const page = await fetch(redirect)
    expect(page.status).toBe(200)
    expect(await page.text()).toContain('You are signed in to Onbehalf')
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(identity.state()).toMatchObject({ kind: 'signed-in' })
    await expect
      .poll(() =>
        fetch(redirect).then(
          () => 'answers',
          () => 'closed',
        ),
      )
      .toBe('closed')
  })

  it('answers no other path and keeps waiting', async () => {
    const bench = await setUpBench()
    const identity = bench.startApp({ redirect: 'loopback' })
    await identity.signIn()
    const { origin } = new URL(bench.lastOpened().searchParams.get('redirect_uri') ?? '')
    expect((await fetch(new URL('/favicon.ico', origin))).status).toBe(404)
    const forged = await fetch(new URL('/auth/callback?code=x&state=y', origin))
    expect(forged.status).toBe(400)
    expect(await forged.text()).toContain('You are not signed in')
    expect(identity.state()).toMatchObject({ kind: 'signing-in' })
    identity.cancelSignIn()
  })

  it('does not take a deep link for its answer', async () => {
    const bench = await setUpBench()
    const identity = bench.startApp({ redirect: 'loopback' })
    await identity.signIn()
    const redirect = await followSignIn(bench.lastOpened(), 'ada')
    const link = new URL(`onbehalf://auth/callback${redirect.search}`)
    expect(await identity.handleCallback(link)).toMatchObject({ ok: false, failure: { code: 'link-unknown' } })
    identity.cancelSignIn()
  })
})

describe('a callback', () => {
  it('is refused when its state is not ours, and the sign-in goes on', async () => {
    const bench = await setUpBench()
    const identity = bench.startApp()
    await identity.signIn()
    const callback = await followSignIn(bench.lastOpened(), 'ada')
    const forged = await identity.handleCallback(changed(callback, 'state', 'guessed'))
    expect(forged).toMatchObject({ ok: false, failure: { code: 'link-unknown' } })
    expect(identity.state()).toMatchObject({ kind: 'signing-in' })
    expect(await identity.handleCallback(callback)).toMatchObject({ ok: true })
  })

  it('counts once, even when it arrives twice at the same time', async () => {
    const bench = await setUpBench()
    const identity = bench.startApp()
    await identity.signIn()
    const callback = await followSignIn(bench.lastOpened(), 'ada')
    const both = await Promise.all([identity.handleCallback(callback), identity.handleCallback(callback)])
    expect(both).toMatchObject([{ ok: true }, { ok: false, failure: { code: 'link-replayed' } }])
    expect(await identity.handleCallback(callback)).toMatchObject({ failure: { code: 'link-replayed' } })
    expect(bench.issuer.count('/token')).toBe(1)
    expect(identity.state()).toMatchObject({ kind: 'signed-in' })
  })

  it('is too late after ten minutes, and the app has stopped waiting', async () => {
    const bench = await setUpBench()
    const identity = bench.startApp()
    await identity.signIn()
    const callback = await followSignIn(bench.lastOpened(), 'ada')
    bench.clock.advance(10 * 60_000)
    expect(identity.state()).toMatchObject({ kind: 'signed-out', failure: { code: 'sign-in-cancelled' } })
    expect(await identity.handleCallback(callback)).toMatchObject({ failure: { code: 'link-stale' } })
  })

  it('of a sign-in that a newer one replaced is stale; the newer one works', async () => {
    const bench = await setUpBench()
    const identity = bench.startApp()
    await identity.signIn()
    const older = await followSignIn(bench.lastOpened(), 'ada')
    await identity.signIn()
    const newer = await followSignIn(bench.lastOpened(), 'ada')
    expect(await identity.handleCallback(older)).toMatchObject({ failure: { code: 'link-stale' } })
    expect(await identity.handleCallback(newer)).toMatchObject({ ok: true })
  })

  it('of a sign-in that was given up is stale', async () => {
    const bench = await setUpBench()
    const identity = bench.startApp()
    await identity.signIn()
    const callback = await followSignIn(bench.lastOpened(), 'ada')
    identity.cancelSignIn()
    expect(identity.state()).toEqual({ kind: 'signed-out' })
    expect(await identity.handleCallback(callback)).toMatchObject({ failure: { code: 'link-stale' } })
  })

  it('that says no ends the sign-in as cancelled', async () => {
    const bench = await setUpBench()
    const identity = bench.startApp()
    expect(await bench.signIn(identity, 'deny')).toMatchObject({ failure: { code: 'sign-in-cancelled' } })
    expect(identity.state()).toMatchObject({ kind: 'signed-out', failure: { code: 'sign-in-cancelled' } })
  })

  it.each(['', '?state=s', '?code=c', '?code=c&state=', '?code=c&state=a&state=b', '?error=&state=s'])(
    'without what it needs is malformed: "%s"',
    async (search) => {
      const bench = await setUpBench()
      const identity = bench.startApp()
      const result = await identity.handleCallback(new URL(`onbehalf://auth/callback${search}`))
      expect(result).toMatchObject({ ok: false, failure: { code: 'link-malformed' } })
    },
  )

  it('from another issuer is refused (RFC 9207)', async () => {
    const bench = await setUpBench()
    const identity = bench.startApp()
    await identity.signIn()
    const callback = await followSignIn(bench.lastOpened(), 'ada')
    const mixedUp = changed(callback, 'iss', 'https://elsewhere.example')
    expect(await identity.handleCallback(mixedUp)).toMatchObject({ failure: { code: 'issuer-refused' } })
    expect(bench.issuer.count('/token')).toBe(0)
  })

  it('with a code that was bound to another sign-in is refused by nonce and PKCE', async () => {
    const bench = await setUpBench()
    const victim = bench.startApp()
    await victim.signIn()
    const state = bench.lastOpened().searchParams.get('state') ?? ''
    const attacker = bench.startApp()
    await attacker.signIn()
    const injected = changed(await followSignIn(bench.lastOpened(), 'ben'), 'state', state)
    expect(await victim.handleCallback(injected)).toMatchObject({ failure: { code: 'issuer-refused' } })
    expect(victim.current()).toBeNull()
  })

  it('with an ID token for another nonce is refused', async () => {
    const bench = await setUpBench()
    const identity = bench.startApp()
    await identity.signIn()
    const callback = await followSignIn(changed(bench.lastOpened(), 'nonce', 'another-nonce'), 'ada')
    expect(await identity.handleCallback(callback)).toMatchObject({ failure: { code: 'issuer-refused' } })
    expect(bench.issuer.count('/me')).toBe(0)
  })

  it('is refused when userinfo speaks about somebody else than the ID token', async () => {
    const bench = await setUpBench()
    bench.issuer.breakPath('/me', { status: 200, body: { sub: 'ben', name: 'Ben' } })
    const identity = bench.startApp()
    expect(await bench.signIn(identity, 'ada')).toMatchObject({ failure: { code: 'issuer-refused' } })
    expect(identity.current()).toBeNull()
  })

  it('with a trailing slash is as good as one without', async () => {
    const bench = await setUpBench()
    const identity = bench.startApp()
    await identity.signIn()
    const callback = await followSignIn(bench.lastOpened(), 'ada')
    const slashed = new URL(callback.href.replace('/callback?', '/callback/?'))
    expect(await identity.handleCallback(slashed)).toMatchObject({ ok: true })
  })
})

describe('an issuer that is down', () => {
  it('is said to be, and the next try works', async () => {
    const bench = await setUpBench()
    const identity = bench.startApp()
    const repair = bench.issuer.breakPath('/.well-known/openid-configuration', { status: 503 })
    expect(await identity.signIn()).toMatchObject({
      failure: { code: 'issuer-unreachable', action: { kind: 'retry' } },
    })
    expect(identity.state()).toMatchObject({ kind: 'signed-out', failure: { code: 'issuer-unreachable' } })
    repair()
    expect(await bench.signIn(identity, 'ada')).toMatchObject({ ok: true })
  })

  it('is told from a computer without a network', async () => {
    const bench = await setUpBench()
    const nowhere = bench.startApp({ issuer: new URL('https://issuer.invalid') })
    expect(await nowhere.signIn()).toMatchObject({ failure: { code: 'network-down' } })
    const closed = bench.startApp({ issuer: new URL('http://127.0.0.1:9') })
    expect(await closed.signIn()).toMatchObject({ failure: { code: 'issuer-unreachable', subject: '127.0.0.1:9' } })
  })

  it('may hang up in the middle of a sign-in', async () => {
    const bench = await setUpBench()
    const identity = bench.startApp()
    await identity.signIn()
    const callback = await followSignIn(bench.lastOpened(), 'ada')
    bench.issuer.breakPath('/token', 'hang-up')
    expect(await identity.handleCallback(callback)).toMatchObject({ failure: { code: 'issuer-unreachable' } })
  })

  it('is never spoken to without TLS elsewhere', async () => {
    const bench = await setUpBench()
    const identity = bench.startApp({ issuer: new URL('http://issuer.example') })
    expect(await identity.signIn()).toMatchObject({ failure: { code: 'issuer-refused' } })
  })
})
