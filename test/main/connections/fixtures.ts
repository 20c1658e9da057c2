import { afterEach, beforeEach } from 'vitest'
import type { Failure } from '../../../src/contract/failure'
import { err, ok, type Result } from '../../../src/contract/result'
import type { Connections } from '../../../src/main/connections/connections'
import type { ConnectionsOptions } from '../../../src/main/connections/connections-options'
import { createConnections } from '../../../src/main/connections/create-connections'
import { ownerOf } from '../../../src/main/identity/owner'
import type { Session } from '../../../src/main/identity/session'
import { failure } from '../../../src/main/platform/failures'
import { startLoopbackServer } from '../../../src/main/platform/loopback-server'
import { fakeClock, type FakeClock } from '../platform/fake-clock'
import { startEnvironment, type Environment } from '../scalekit/environment'
import { ada, connectTo, grace, identifierOf } from '../scalekit/fixtures'

/** A session as the issuer would bring it. */
export const sessionOf = (text: string, name: string): Session => {
  const identifier = identifierOf(text)
  return { identifier, owner: ownerOf('https://issuer.test', identifier), person: { name } }
}

export const adaSession = sessionOf(ada, 'Ada Lovelace')
export const graceSession = sessionOf(grace, 'Grace Hopper')

/** Connections of a desk: who sits there, what the browser was asked to open, and the environment behind it. */
export type Desk = {
  readonly environment: Environment
  readonly connections: Connections
  readonly clock: FakeClock
  readonly opened: URL[]
  session: Session | null
  ensured: Result<Session, Failure> | undefined
  browser: Result<null, Failure>
  scheme: boolean
}

const openDesk = async (change: Partial<ConnectionsOptions> = {}): Promise<Desk> => {
  const environment = await startEnvironment()
  const clock = fakeClock()
  const opened: URL[] = []
  let states = 0
  const signedOut = err(failure('not-signed-in'))
  const connections = createConnections({
    scalekit: connectTo(environment),
    session: () => desk.session,
    ensureSession: () => Promise.resolve(desk.ensured ?? (desk.session === null ? signedOut : ok(desk.session))),
    openExternal: (url) => {
      opened.push(url)
      return Promise.resolve(desk.browser)
    },
    schemeRegistered: () => desk.scheme,
    verifyUrl: undefined,
    startLoopbackServer,
    clock,
    randomState: () => `state-${String((states += 1))}-${'x'.repeat(40)}`,
    ...change,
  })
  const desk: Desk = {
    environment,
    connections,
    clock,
    opened,
    session: adaSession,
    ensured: undefined,
    browser: ok(null),
    scheme: true,
  }
  return desk
}

/** A desk that is new for every test of a file, with Ada at it. */
export const useDesk = (change: Partial<ConnectionsOptions> = {}) => {
  const current: { desk?: Desk } = {}
  beforeEach(async () => {
    current.desk = await openDesk(change)
    await current.desk.connections.refresh()
  })
  afterEach(async () => {
    current.desk?.connections.clear()
    await current.desk?.environment.close()
  })
  return (): Desk => {
    if (current.desk === undefined) throw new Error('No desk outside of a test')
    return current.desk
  }
}

let requests = 0

/** What the environment does when the person agrees at its page: where the browser is sent next. */
export const consent = ({ environment, opened }: Desk, link = opened.at(-1)): URL => {
  const found = environment.state.links.find(({ url }) => url === link?.href)
  const account = environment.state.accounts.find(({ id }) => id === found?.accountId)
  if (found === undefined || account === undefined) throw new Error('The browser was not sent to a consent page')
  requests += 1
  const authRequestId = `areq_${String(requests)}`
  account.status = 4
  environment.state.verifiable.set(authRequestId, account)
  const target = new URL(found.verifyUrl)
  target.searchParams.set('state', found.state)
  target.searchParams.set('auth_request_id', authRequestId)
  return target
}

/** The same when the person doesn't agree. */
export const deny = ({ environment, opened }: Desk): URL => {
  const found = environment.state.links.find(({ url }) => url === opened.at(-1)?.href)
  const target = new URL(found?.verifyUrl ?? 'about:blank')
  target.searchParams.set('state', found?.state ?? '')
  target.searchParams.set('error', 'access_denied')
  return target
}

/** The deep link's content, as the inbound door parses it. */
export const returnedBy = (page: URL) => ({
  kind: 'granted' as const,
  authRequestId: page.searchParams.get('auth_request_id') ?? '',
  state: page.searchParams.get('state') ?? '',
})

/** A row of the list. */
export const rowOf = ({ connections }: Desk, name = 'monday-prod') =>
  connections.state().connections.find((row) => row.name === name)
