import { Code, ConnectError } from '@connectrpc/connect'
import { describe, expect, test } from 'vitest'
import type { ConnectionsState } from '../../../src/contract/connections'
import { err } from '../../../src/contract/result'
import { failure } from '../../../src/main/platform/failures'
import { addAccount, secretsOf } from '../scalekit/fixtures'
import { adaSession, consent, deny, graceSession, returnedBy, rowOf, useDesk } from './fixtures'

const desk = useDesk()
const denied = (page: URL) => ({ kind: 'denied' as const, state: page.searchParams.get('state') ?? '' })

describe('the list', () => {
  test('shows every connection with the name that people know', () => {
    expect(desk().connections.state()).toEqual({
      kind: 'ready',
      connections: [
        {
          name: 'intercom',
          provider: 'INTERCOM',
          providerName: 'Intercom',
          status: 'not-connected',
          connecting: false,
        },
        {
          name: 'monday-prod',
          provider: 'MONDAY',
          providerName: 'Monday.com',
          status: 'not-connected',
          connecting: false,
        },
      ],
    })
  })

  test.each([
    [1, 'connected'],
    [2, 'expired'],
    [3, 'not-connected'],
    [4, 'waiting'],
    [5, 'disconnected'],
  ])('ConnectorStatus %i is %s', async (status, shown) => {
    addAccount(desk().environment, adaSession.identifier, { status })
    await desk().connections.refresh()
    expect(rowOf(desk())?.status).toBe(shown)
  })

  test('an active account wins over others on the same connection', async () => {
    for (const status of [2, 1, 5]) addAccount(desk().environment, adaSession.identifier, { status })
    await desk().connections.refresh()
    expect(rowOf(desk())?.status).toBe('connected')
  })

  test('what cannot be read keeps what was known and says why', async () => {
    await desk().environment.close()
    const state = await desk().connections.refresh()
    expect(state).toMatchObject({
      kind: 'failed',
      failure: { code: 'scalekit-unreachable', action: { kind: 'retry' } },
    })
    expect(state.connections).toHaveLength(2)
  })

  test('nothing of one person is left for the next', async () => {
    addAccount(desk().environment, adaSession.identifier)
    await desk().connections.refresh()
    desk().connections.clear()
    desk().session = graceSession
    expect(desk().connections.state()).toEqual({ kind: 'loading', connections: [] })
    await desk().connections.refresh()
    expect(rowOf(desk())?.status).toBe('not-connected')
  })

  test('a reading that arrives after somebody else signed in is thrown away', async () => {
    addAccount(desk().environment, adaSession.identifier)
    const reading = desk().connections.refresh()
    desk().connections.clear()
    desk().session = graceSession
    await reading
    expect(desk().connections.state().connections).toEqual([])
  })

  test('what an execution found out is said at once, until the person reconnects', async () => {
    addAccount(desk().environment, adaSession.identifier)
    await desk().connections.refresh()
    desk().connections.noteStatus('monday-prod', 'expired')
    expect(rowOf(desk())?.status).toBe('expired')
    await desk().connections.connect('monday-prod')
    await desk().connections.verify(returnedBy(consent(desk())))
    expect(rowOf(desk())?.status).toBe('connected')
  })
})

describe('a browser that never comes back', () => {
  const activate = (): void => {
    addAccount(desk().environment, adaSession.identifier)
  }
  const readings = (): number =>
    desk().environment.state.log.filter(({ method }) => method === 'ListConnectedAccounts').length

  test('ends connected when the environment verified the account by itself', async () => {
    await desk().connections.connect('monday-prod')
    activate()
    desk().clock.advance(5000)
    await expect.poll(() => rowOf(desk())).toMatchObject({ status: 'connected', connecting: false })
  })

  test('is looked for as soon as somebody looks at the app again, but not with every click', async () => {
    await desk().connections.connect('monday-prod')
    activate()
    const before = readings()
    desk().clock.advance(1000)
    for (let click = 0; click < 5; click += 1) desk().connections.look()
    await expect.poll(() => rowOf(desk())).toMatchObject({ status: 'connected', connecting: false })
    expect(readings()).toBe(before + 1)
  })

  test('is waited for ten minutes, and then nothing is read any more', async () => {
    await desk().connections.connect('monday-prod')
    desk().clock.advance(10 * 60_000)
    expect(rowOf(desk())?.connecting).toBe(false)
    const asked = desk().environment.state.log.length
    desk().clock.advance(60 * 60_000)
    desk().connections.look()
    expect(desk().environment.state.log).toHaveLength(asked)
  })

  test('is no reason to read when nothing is under way', async () => {
    const before = readings()
    desk().clock.advance(60_000)
    desk().connections.look()
    await desk().connections.refresh()
    expect(readings()).toBe(before + 1)
  })
})

describe('connecting', () => {
  test('opens the consent page, shows that it is under way, and ends connected by itself', async () => {
    const seen: ConnectionsState[] = []
    desk().connections.onChange((state) => seen.push(state))
    expect(await desk().connections.connect('monday-prod')).toEqual({ ok: true, value: null })
    expect(rowOf(desk())).toMatchObject({ connecting: true, status: 'not-connected' })
    const verified = await desk().connections.verify(returnedBy(consent(desk())))
    expect(verified).toEqual({ ok: true, value: { connection: 'monday-prod' } })
    expect(rowOf(desk())).toMatchObject({ connecting: false, status: 'connected' })
    expect(seen.at(-1)).toEqual(desk().connections.state())
    for (const hidden of secretsOf(desk().environment)) expect(JSON.stringify(seen)).not.toContain(hidden)
  })

  test('the link names a page on this computer, and no identifier', async () => {
    await desk().connections.connect('monday-prod')
    const verifyUrl = new URL(desk().environment.state.links[0]?.verifyUrl ?? '')
    expect(verifyUrl.hostname).toBe('127.0.0.1')
    expect(verifyUrl.pathname.length).toBeGreaterThan(40)
    expect(verifyUrl.href).not.toContain(encodeURIComponent(adaSession.identifier))
  })

  test('a link counts once', async () => {
    await desk().connections.connect('monday-prod')
    const returned = returnedBy(consent(desk()))
    const [first, second] = await Promise.all([
      desk().connections.verify(returned),
      desk().connections.verify(returned),
    ])
    expect(first.ok).toBe(true)
    expect(second).toMatchObject({ ok: false, failure: { code: 'link-replayed', subject: 'Monday.com' } })
    const verifications = desk().environment.state.log.filter(({ method }) => method === 'VerifyConnectedAccountUser')
    expect(verifications).toHaveLength(1)
  })

  test('pressing Connect again makes the older link stale', async () => {
    await desk().connections.connect('monday-prod')
    const older = returnedBy(consent(desk()))
    await desk().connections.connect('monday-prod')
    expect(await desk().connections.verify(older)).toMatchObject({
      ok: false,
      failure: { code: 'link-stale', action: { kind: 'connect', connection: 'monday-prod' } },
    })
    expect(rowOf(desk())?.connecting).toBe(true)
    expect((await desk().connections.verify(returnedBy(consent(desk())))).ok).toBe(true)
  })

  test('two connections at once do not disturb each other', async () => {
    await desk().connections.connect('monday-prod')
    const monday = returnedBy(consent(desk()))
    await desk().connections.connect('intercom')
    const intercom = returnedBy(consent(desk()))
    expect(await desk().connections.verify(monday)).toMatchObject({ ok: true, value: { connection: 'monday-prod' } })
    expect(await desk().connections.verify(intercom)).toMatchObject({ ok: true, value: { connection: 'intercom' } })
  })

  test('after ten minutes the link is stale and the row waits no more', async () => {
    await desk().connections.connect('monday-prod')
    const returned = returnedBy(consent(desk()))
    desk().clock.advance(10 * 60_000)
    expect(rowOf(desk())?.connecting).toBe(false)
    expect(await desk().connections.verify(returned)).toMatchObject({ ok: false, failure: { code: 'link-stale' } })
  })

  test('a state that was never given out is unknown', async () => {
    const returned = { kind: 'granted', authRequestId: 'areq', state: 'made up' } as const
    expect(await desk().connections.verify(returned)).toMatchObject({
      ok: false,
      failure: { code: 'link-unknown', action: { kind: 'open-connections' } },
    })
  })

  test("another person's sign-in in between gets neither the connection nor its name", async () => {
    await desk().connections.connect('monday-prod')
    const returned = returnedBy(consent(desk()))
    desk().connections.clear()
    desk().session = graceSession
    const verified = await desk().connections.verify(returned)
    expect(verified).toMatchObject({ ok: false, failure: { code: 'link-other-person' } })
    expect(JSON.stringify(verified)).not.toMatch(/monday/i)
    expect(desk().environment.state.log.map(({ method }) => method)).not.toContain('VerifyConnectedAccountUser')
  })

  test('signing out and in again makes it stale, for the same person too', async () => {
    await desk().connections.connect('monday-prod')
    const returned = returnedBy(consent(desk()))
    desk().connections.clear()
    expect(await desk().connections.verify(returned)).toMatchObject({ ok: false, failure: { code: 'link-stale' } })
  })

  test('a session that turns out to be over while verifying is not used', async () => {
    await desk().connections.connect('monday-prod')
    const returned = returnedBy(consent(desk()))
    desk().ensured = err(failure('session-expired'))
    expect(await desk().connections.verify(returned)).toMatchObject({
      ok: false,
      failure: { code: 'session-expired', action: { kind: 'sign-in' } },
    })
    expect(desk().environment.state.log.map(({ method }) => method)).not.toContain('VerifyConnectedAccountUser')
  })

  test('denied consent is said on the row, with a button that tries again', async () => {
    await desk().connections.connect('monday-prod')
    const result = await desk().connections.verify(denied(deny(desk())))
    const expected = {
      code: 'consent-denied',
      subject: 'Monday.com',
      action: { kind: 'connect', connection: 'monday-prod' },
    }
    expect(result).toEqual({ ok: false, failure: expected })
    expect(rowOf(desk())).toMatchObject({ connecting: false, failure: expected })
    await desk().connections.connect('monday-prod')
    expect(rowOf(desk())?.failure).toBeUndefined()
  })

  test('a verification whose answer was lost but which was done is connected', async () => {
    await desk().connections.connect('monday-prod')
    desk().environment.fault('VerifyConnectedAccountUser', 'after', () => {
      throw new ConnectError('upstream', Code.Unavailable)
    })
    expect((await desk().connections.verify(returnedBy(consent(desk())))).ok).toBe(true)
    expect(rowOf(desk())?.status).toBe('connected')
  })

  test('a verification that Scalekit refuses is said on the row', async () => {
    await desk().connections.connect('monday-prod')
    const returned = { ...returnedBy(consent(desk())), authRequestId: 'areq_of_nobody' }
    expect(await desk().connections.verify(returned)).toMatchObject({ ok: false, failure: { code: 'link-stale' } })
    expect(rowOf(desk())).toMatchObject({ connecting: false, failure: { code: 'link-stale' } })
  })
})

describe('what keeps connecting from starting', () => {
  test('nobody is signed in', async () => {
    desk().session = null
    expect(await desk().connections.connect('monday-prod')).toMatchObject({ failure: { code: 'not-signed-in' } })
  })

  test('a connection that does not exist', async () => {
    expect(await desk().connections.connect('nothing')).toMatchObject({ failure: { code: 'not-found' } })
  })

  test('a browser that does not open', async () => {
    desk().browser = err(failure('browser-unavailable'))
    const result = await desk().connections.connect('monday-prod')
    const action = { kind: 'connect', connection: 'monday-prod' }
    expect(result).toMatchObject({ ok: false, failure: { code: 'browser-unavailable', action } })
    expect(rowOf(desk())).toMatchObject({ connecting: false, failure: { code: 'browser-unavailable', action } })
  })

  test('an environment that is not there', async () => {
    await desk().environment.close()
    const result = await desk().connections.connect('monday-prod')
    expect(result).toMatchObject({ ok: false, failure: { code: 'scalekit-unreachable' } })
    expect(rowOf(desk())).toMatchObject({ connecting: false, failure: { code: 'scalekit-unreachable' } })
    expect(desk().opened).toEqual([])
  })

  test('signing out while the link is on its way', async () => {
    desk().environment.fault('GetMagicLinkForConnectedAccount', 'after', () => {
      desk().session = null
      desk().connections.clear()
    })
    expect(await desk().connections.connect('monday-prod')).toMatchObject({ failure: { code: 'not-signed-in' } })
    expect(desk().opened).toEqual([])
    expect(desk().connections.state().connections).toEqual([])
  })
})

describe('disconnecting', () => {
  test("deletes this person's accounts on the connection and reads the list again", async () => {
    for (const status of [1, 2]) addAccount(desk().environment, adaSession.identifier, { status })
    const other = addAccount(desk().environment, graceSession.identifier)
    await desk().connections.refresh()
    expect(await desk().connections.disconnect('monday-prod')).toEqual({ ok: true, value: null })
    expect(desk().environment.state.accounts).toEqual([other])
    expect(rowOf(desk())?.status).toBe('not-connected')
  })

  test('a pending round trip of the connection is over', async () => {
    await desk().connections.connect('monday-prod')
    const returned = returnedBy(consent(desk()))
    await desk().connections.disconnect('monday-prod')
    expect(rowOf(desk())?.connecting).toBe(false)
    expect(await desk().connections.verify(returned)).toMatchObject({ ok: false, failure: { code: 'link-stale' } })
  })

  test('what cannot be deleted stays and is said', async () => {
    addAccount(desk().environment, adaSession.identifier)
    await desk().connections.refresh()
    desk().environment.fault('DeleteConnectedAccount', 'before', () => {
      throw new ConnectError('no', Code.Internal)
    })
    expect(await desk().connections.disconnect('monday-prod')).toMatchObject({ failure: { code: 'scalekit-failed' } })
    expect(rowOf(desk())?.status).toBe('connected')
  })
})
