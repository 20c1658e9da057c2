import { readdirSync } from 'node:fs'
import { afterAll, describe, expect, it } from 'vitest'
import { followSignIn } from '../../stand-ins/issuer-browser'
import { closeBenches, minutes, setUpBench, signedIn } from './identity-bench'

afterAll(closeBenches)

describe('signing out', () => {
  it('revokes both tokens and wipes what was remembered', async () => {
    const { bench, identity } = await signedIn()
    const [tokens] = bench.issuer.issued
    expect(await bench.issuer.isActive(tokens?.accessToken ?? '')).toBe(true)
    await identity.signOut()
    expect(await bench.issuer.isActive(tokens?.accessToken ?? '')).toBe(false)
    expect(await bench.issuer.isActive(tokens?.refreshToken ?? '')).toBe(false)
    expect(identity.state()).toEqual({ kind: 'signed-out' })
    expect(bench.secretsFile()).not.toContain('identity.session')
    const restarted = bench.startApp()
    await restarted.restore()
    expect(restarted.state()).toEqual({ kind: 'signed-out' })
  })

  it('lets somebody else in next, although the browser is still signed in, even after a restart', async () => {
    const { bench, identity } = await signedIn()
    await identity.signOut()
    const restarted = bench.startApp()
    await restarted.restore()
    expect(await bench.signIn(restarted, 'ben')).toMatchObject({ ok: true, value: { identifier: 'ben' } })
    expect(bench.lastOpened().searchParams.get('prompt')).toBe('login consent')
  })

  it('waits three seconds for an issuer that does not answer, and is over all the same', async () => {
    const { bench, identity } = await signedIn()
    bench.issuer.breakPath('/token/revocation', 'never')
    const signingOut = identity.signOut()
    await expect.poll(() => bench.issuer.count('/token/revocation')).toBe(2)
    bench.clock.advance(3_000)
    await signingOut
    expect(identity.state()).toEqual({ kind: 'signed-out' })
  })

  it('in the middle of a renewal leaves nothing behind', async () => {
    const { bench, identity } = await signedIn()
    bench.clock.advance(minutes(5))
    const renewing = identity.ensure()
    const signingOut = identity.signOut()
    expect(await renewing).toMatchObject({ ok: false })
    await signingOut
    await expect
      .poll(
        async () => await Promise.all(bench.issuer.issued.map(({ accessToken }) => bench.issuer.isActive(accessToken))),
      )
      .not.toContain(true)
    expect(identity.current()).toBeNull()
    expect(bench.secretsFile()).not.toContain('identity.session')
  })

  it('in the middle of a sign-in ends that too', async () => {
    const bench = await setUpBench()
    const identity = bench.startApp()
    await identity.signIn()
    const handling = identity.handleCallback(await followSignIn(bench.lastOpened(), 'ada'))
    await identity.signOut()
    expect(await handling).toMatchObject({ failure: { code: 'link-stale' } })
    expect(identity.current()).toBeNull()
    expect(identity.state()).toEqual({ kind: 'signed-out' })
  })
})

const startedOffline = async () => {
  const { bench, identity } = await signedIn()
  const before = identity.current()
  const restarted = bench.startApp()
  const repair = bench.issuer.breakPath('/.well-known/openid-configuration', 'hang-up')
  await restarted.restore()
  return { bench, before, restarted, repair }
}

describe('a start without the issuer', () => {
  it('shows whose data it is, and gives nobody anything to act with', async () => {
    const { before, restarted } = await startedOffline()
    expect(restarted.state()).toMatchObject({
      kind: 'signed-in',
      person: before?.person,
      offline: { code: 'issuer-unreachable', action: { kind: 'retry' } },
    })
    expect(restarted.local()).toEqual({ owner: before?.owner, person: before?.person })
    expect(restarted.current()).toBeNull()
    expect(await restarted.ensure()).toMatchObject({ failure: { code: 'issuer-unreachable' } })
  })

  it('asks once more as soon as something is to be done', async () => {
    const { bench, before, restarted, repair } = await startedOffline()
    repair()
    bench.clock.advance(10_000)
    expect(await restarted.ensure()).toEqual({ ok: true, value: before })
    expect(restarted.local()).toEqual(before)
  })

  it('does nothing that was asked for before as somebody else', async () => {
    const bench = await setUpBench()
    await bench.signIn(bench.startApp({ identifierClaim: 'badge' }), 'ada')
    const restarted = bench.startApp({ identifierClaim: 'badge' })
    const repair = bench.issuer.breakPath('/.well-known/openid-configuration', 'hang-up')
    await restarted.restore()
    const shown = restarted.local()
    bench.issuer.setClaims('ada', { name: 'Ada Lovelace', badge: 'C-3' })
    repair()
    bench.clock.advance(10_000)
    expect(await restarted.ensure()).toMatchObject({ failure: { code: 'not-signed-in' } })
    expect(restarted.current()?.owner).not.toBe(shown?.owner)
    expect(restarted.current()?.identifier).toBe('C-3')
  })

  it('asks again by itself', async () => {
    const { bench, restarted, repair } = await startedOffline()
    repair()
    bench.clock.advance(30_000)
    await expect.poll(() => restarted.current()?.identifier).toBe('ada')
    expect(restarted.state()).not.toHaveProperty('offline')
  })

  it('is over when the session turns out to be', async () => {
    const { bench, restarted, repair } = await startedOffline()
    await bench.issuer.revokeEverything()
    repair()
    bench.clock.advance(10_000)
    expect(await restarted.ensure()).toMatchObject({ failure: { code: 'session-expired' } })
    expect(restarted.state()).toMatchObject({ kind: 'signed-out', failure: { code: 'session-expired' } })
    expect(restarted.local()).toBeNull()
    expect(bench.secretsFile()).not.toContain('identity.')
  })

  it('ends with signing out, also for the next start', async () => {
    const { bench, restarted } = await startedOffline()
    await restarted.signOut()
    expect(restarted.local()).toBeNull()
    const next = bench.startApp()
    await next.restore()
    expect(next.state()).toEqual({ kind: 'signed-out' })
  })

  it.each([
    ['longer than two weeks', 15 * 24 * 60],
    ['by a clock that was set back', -60],
  ])('shows nothing when the issuer was not asked for %s', async (_, change) => {
    const { bench } = await signedIn()
    bench.clock.advance(minutes(change))
    bench.issuer.breakPath('/.well-known/openid-configuration', 'hang-up')
    const restarted = bench.startApp()
    await restarted.restore()
    expect(restarted.state()).toMatchObject({ kind: 'signed-out', failure: { code: 'issuer-unreachable' } })
    expect(restarted.local()).toBeNull()
  })

  it.each([{ clientId: 'another-app' }, { identifierClaim: 'badge' }])(
    'shows nothing of another set-up: %o',
    async (change) => {
      const { bench } = await signedIn()
      bench.issuer.breakPath('/.well-known/openid-configuration', 'hang-up')
      const restarted = bench.startApp(change)
      await restarted.restore()
      expect(restarted.state().kind).toBe('signed-out')
      expect(restarted.local()).toBeNull()
    },
  )
})

describe('the next start', () => {
  it('finds the person signed in', async () => {
    const { bench, identity } = await signedIn()
    const session = identity.current()
    const restarted = bench.startApp()
    expect(restarted.state()).toEqual({ kind: 'restoring' })
    await restarted.restore()
    expect(restarted.state()).toMatchObject({ kind: 'signed-in', remembered: true, person: { name: 'Ada Lovelace' } })
    expect(restarted.current()).toEqual(session)
    const again = bench.startApp()
    await again.restore()
    expect(again.state()).toMatchObject({ kind: 'signed-in' })
  })

  it('remembers nothing where there is no keychain, and leaves no file', async () => {
    const bench = await setUpBench()
    bench.safeStorage.backend = 'basic_text'
    const identity = bench.startApp()
    await bench.signIn(identity, 'ada')
    expect(identity.state()).toMatchObject({ kind: 'signed-in', remembered: false })
    expect(readdirSync(bench.directory)).toEqual(['onbehalf.log'])
    const restarted = bench.startApp()
    await restarted.restore()
    expect(restarted.state()).toEqual({ kind: 'signed-out' })
  })

  it('without a network keeps the session for later', async () => {
    const { bench, restarted, repair } = await startedOffline()
    expect(await restarted.signIn()).toMatchObject({ failure: { code: 'issuer-unreachable' } })
    repair()
    const opened = bench.opened.length
    expect(await restarted.signIn()).toEqual({ ok: true, value: null })
    expect(restarted.state()).toEqual({ kind: 'signed-in', person: restarted.current()?.person, remembered: true })
    expect(bench.opened).toHaveLength(opened)
  })

  it('wipes a session that was revoked in the meantime', async () => {
    const { bench } = await signedIn()
    await bench.issuer.revokeEverything()
    const restarted = bench.startApp()
    await restarted.restore()
    expect(restarted.state()).toMatchObject({ kind: 'signed-out', failure: { code: 'session-expired' } })
    expect(bench.secretsFile()).not.toContain('identity.session')
  })

  it('ignores a session of another client', async () => {
    const { bench } = await signedIn()
    const restarted = bench.startApp({ clientId: 'another-app' })
    await restarted.restore()
    expect(restarted.state()).toEqual({ kind: 'signed-out' })
    expect(bench.issuer.count('/token')).toBe(1)
  })

  it('loses no rotation when the session endpoint can not be read', async () => {
    const { bench } = await signedIn()
    const repair = bench.issuer.breakPath('/me', { status: 500 })
    const restarted = bench.startApp()
    await restarted.restore()
    expect(restarted.state()).toMatchObject({ offline: { code: 'issuer-unreachable' } })
    repair()
    const again = bench.startApp()
    await again.restore()
    expect(again.state()).toMatchObject({ kind: 'signed-in' })
  })

  it('can be signed out of before it has found anything', async () => {
    const { bench } = await signedIn()
    const restarted = bench.startApp()
    const restoring = restarted.restore()
    await restarted.signOut()
    await restoring
    expect(restarted.state()).toEqual({ kind: 'signed-out' })
    expect(restarted.current()).toBeNull()
  })
})

describe('tokens', () => {
  it('are in no state, failure, log line or file', async () => {
    const { bench, identity } = await signedIn()
    bench.clock.advance(minutes(5))
    await identity.ensure()
    const echo = bench.issuer.issued.map(({ accessToken, refreshToken }) => `${accessToken} ${refreshToken ?? ''}`)
    bench.issuer.breakPath('/token', {
      status: 400,
      body: { error: 'invalid_request', error_description: `What is ${echo.join(' or ')}?` },
    })
    bench.clock.advance(minutes(5))
    expect(await identity.ensure()).toMatchObject({ failure: { code: 'issuer-refused' } })
    const { verifier } = { verifier: bench.lastOpened().searchParams.get('code_challenge') ?? '' }
    const seen = JSON.stringify([bench.states.filter(({ kind }) => kind !== 'signing-in'), bench.failures])
    expect(seen).toContain('What is')
    for (const text of [seen, bench.log(), bench.secretsFile()]) {
      expect(text).not.toContain(verifier)
      for (const { accessToken, refreshToken } of bench.issuer.issued) {
        expect(text).not.toContain(accessToken)
        expect(text).not.toContain(refreshToken)
      }
    }
    expect(bench.log()).not.toMatch(/ada/i)
  })
})
