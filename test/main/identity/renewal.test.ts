import { afterAll, describe, expect, it } from 'vitest'
import { followSignIn } from '../../stand-ins/issuer-browser'
import { closeBenches, minutes, setUpBench, signedIn } from './identity-bench'

afterAll(closeBenches)

describe('ensure', () => {
  it('asks nobody while the access token is good', async () => {
    const { bench, identity } = await signedIn()
    bench.clock.advance(minutes(3))
    expect(await identity.ensure()).toMatchObject({ ok: true, value: { identifier: 'ada' } })
    expect(bench.issuer.count('/token')).toBe(1)
  })

  it('says so when nobody is signed in', async () => {
    const bench = await setUpBench()
    expect(await bench.startApp().ensure()).toMatchObject({ failure: { code: 'not-signed-in' } })
  })

  it('renews a minute before the end, once however many ask, and reads again who it is', async () => {
    const { bench, identity } = await signedIn()
    bench.clock.advance(minutes(4) - 1)
    expect(bench.issuer.count('/token')).toBe(1)
    bench.issuer.setClaims('ada', { name: 'Ada King', email: 'ada@example.com' })
    bench.clock.advance(1)
    const all = await Promise.all([identity.ensure(), identity.ensure(), identity.ensure()])
    expect(all.map(({ ok }) => ok)).toEqual([true, true, true])
    expect(bench.issuer.count('/token')).toBe(2)
    expect(bench.issuer.count('/me')).toBe(2)
    expect(identity.state()).toMatchObject({ kind: 'signed-in', person: { name: 'Ada King' } })
  })

  it('renews tokens of a few seconds with a fifth of their life left', async () => {
    const { bench, identity } = await signedIn({ accessTokenSeconds: 10 })
    bench.clock.advance(7_999)
    await identity.ensure()
    expect(bench.issuer.count('/token')).toBe(1)
    bench.clock.advance(1)
    await identity.ensure()
    expect(bench.issuer.count('/token')).toBe(2)
  })

  it('goes on renewing with the token that the rotation gave', async () => {
    const { bench, identity } = await signedIn()
    for (let round = 0; round < 3; round += 1) {
      bench.clock.advance(minutes(5))
      expect(await identity.ensure()).toMatchObject({ ok: true })
    }
    expect(bench.issuer.count('/token')).toBe(4)
    expect(new Set(bench.issuer.issued.map(({ refreshToken }) => refreshToken)).size).toBe(4)
    expect(identity.state()).toMatchObject({ kind: 'signed-in', remembered: true })
  })

  it('renews on its own, without anybody asking', async () => {
    const { bench, identity } = await signedIn()
    bench.clock.advance(minutes(4))
    await expect.poll(() => bench.issuer.count('/me')).toBe(2)
    expect(identity.state()).toMatchObject({ kind: 'signed-in' })
  })

  it('ends a session that the issuer no longer honours', async () => {
    const { bench, identity } = await signedIn()
    await bench.issuer.revokeEverything()
    bench.clock.advance(minutes(5))
    const ensured = await identity.ensure()
    expect(ensured).toMatchObject({ failure: { code: 'session-expired', action: { kind: 'sign-in' } } })
    expect(identity.state()).toMatchObject({ kind: 'signed-out', failure: { code: 'session-expired' } })
    expect(identity.current()).toBeNull()
    const restarted = bench.startApp()
    await restarted.restore()
    expect(restarted.state()).toEqual({ kind: 'signed-out' })
  })

  it('ends a session that turns into somebody else', async () => {
    const bench = await setUpBench()
    const identity = bench.startApp({ identifierClaim: 'badge' })
    await bench.signIn(identity, 'ada')
    bench.issuer.setClaims('ada', { badge: 'B-2' })
    bench.clock.advance(minutes(5))
    expect(await identity.ensure()).toMatchObject({ failure: { code: 'session-expired' } })
    expect(identity.current()).toBeNull()
    await expect.poll(() => bench.issuer.isActive(bench.issuer.issued.at(-1)?.refreshToken ?? '')).toBe(false)
  })

  it('ends a session whose userinfo begins to speak about somebody else', async () => {
    const { bench, identity } = await signedIn()
    bench.issuer.breakPath('/me', { status: 200, body: { sub: 'ben' } })
    bench.clock.advance(minutes(5))
    expect(await identity.ensure()).toMatchObject({ failure: { code: 'issuer-refused' } })
    expect(identity.state()).toMatchObject({ kind: 'signed-out', failure: { code: 'issuer-refused' } })
    expect(identity.current()).toBeNull()
  })

  it('renews once when the session endpoint refuses the access token', async () => {
    const bench = await setUpBench()
    const identity = bench.startApp({ sessionUrl: bench.issuer.sessionUrl })
    bench.issuer.breakPath('/session', { status: 401 }, 1)
    expect(await bench.signIn(identity, 'ada')).toMatchObject({ ok: true, value: { identifier: 'ada' } })
    expect(bench.issuer.count('/session')).toBe(2)
    expect(bench.issuer.count('/token')).toBe(2)
    expect(identity.state()).toMatchObject({ kind: 'signed-in', remembered: true })
  })

  it('gives up when the session endpoint refuses the renewed one too', async () => {
    const bench = await setUpBench()
    const identity = bench.startApp({ sessionUrl: bench.issuer.sessionUrl })
    await identity.signIn()
    const callback = await followSignIn(bench.lastOpened(), 'ada')
    const repair = bench.issuer.breakPath('/session', { status: 401 })
    const refused = await identity.handleCallback(callback)
    expect(refused).toMatchObject({ ok: false, failure: { code: 'issuer-refused' } })
    expect(bench.issuer.count('/session')).toBe(2)
    expect(bench.issuer.count('/token')).toBe(2)
    repair()
    expect(await bench.signIn(identity, 'ada')).toMatchObject({ ok: true })
  })

  it('goes on without the issuer while the access token lives, and not a moment longer', async () => {
    const { bench, identity } = await signedIn()
    const repair = bench.issuer.breakPath('/token', { status: 502 })
    bench.clock.advance(minutes(4))
    expect(await identity.ensure()).toMatchObject({ ok: true })
    bench.clock.advance(minutes(1))
    expect(await identity.ensure()).toMatchObject({ failure: { code: 'issuer-unreachable' } })
    expect(identity.state()).toMatchObject({ kind: 'signed-in' })
    repair()
    expect(await identity.ensure()).toMatchObject({ ok: true, value: { identifier: 'ada' } })
  })

  it('does not trust a renewed token before its owner was read', async () => {
    const { bench, identity } = await signedIn()
    bench.clock.advance(minutes(5))
    const repair = bench.issuer.breakPath('/me', 'hang-up')
    expect(await identity.ensure()).toMatchObject({ failure: { code: 'issuer-unreachable' } })
    repair()
    expect(await identity.ensure()).toMatchObject({ ok: true })
    expect(bench.issuer.count('/token')).toBe(2)
  })

  it('ends with the access token where the issuer gives no refresh token', async () => {
    const { bench, identity } = await signedIn({ refreshTokens: false })
    bench.clock.advance(minutes(5) - 1)
    expect(await identity.ensure()).toMatchObject({ ok: true })
    bench.clock.advance(1)
    expect(await identity.ensure()).toMatchObject({ ok: false })
    expect(identity.state()).toMatchObject({ kind: 'signed-out', failure: { code: 'session-expired' } })
  })
})
