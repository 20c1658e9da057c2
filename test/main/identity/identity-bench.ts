import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { SessionState } from '../../../src/contract/app-state'
import type { Failure } from '../../../src/contract/failure'
import { ok, type Result } from '../../../src/contract/result'
import { createIdentity } from '../../../src/main/identity/create-identity'
import type { Identity, Session } from '../../../src/main/identity/session'
import type { IssuerSettings } from '../../../src/main/platform/configuration'
import { createLogger } from '../../../src/main/platform/logger'
import { startLoopbackServer } from '../../../src/main/platform/loopback-server'
import { createSecretStore } from '../../../src/main/platform/secret-store'
import { followSignIn, type CookieJar } from '../../stand-ins/issuer-browser'
import { startIssuer, type Issuer, type IssuerOptions } from '../../stand-ins/issuer'
import { fakeClock, type FakeClock } from '../platform/fake-clock'
import { fakeSafeStorage, type FakeSafeStorage } from '../platform/fake-safe-storage'

/** An identity with a real issuer behind it, a keychain that encrypts, and everything that may be looked at. */
export type Bench = {
  readonly issuer: Issuer
  readonly clock: FakeClock
  readonly directory: string
  readonly safeStorage: FakeSafeStorage
  /** Where the browser was sent, newest last. */
  readonly opened: readonly URL[]
  readonly states: readonly SessionState[]
  readonly failures: readonly Failure[]
  readonly jar: CookieJar
  /** Another process on the same computer. */
  readonly startApp: (change?: Partial<IssuerSettings>) => Identity
  readonly lastOpened: () => URL
  /** *Sign in* in the app and in the browser. */
  readonly signIn: (identity: Identity, login: string) => Promise<Result<Session, Failure>>
  readonly log: () => string
  readonly secretsFile: () => string
}

/** People whom the tests know. */
const people = [
  { login: 'ada', claims: { name: 'Ada Lovelace', email: 'ada@example.com', email_verified: true, badge: 'A-1' } },
  { login: 'ben', claims: { name: 'Ben Okri', email: 'ben@example.com', email_verified: true, badge: 'B-2' } },
] as const

const benches: Issuer[] = []

/** Closes what the benches started. */
export const closeBenches = async (): Promise<void> => {
  await Promise.all(benches.splice(0).map((issuer) => issuer.close()))
}

const readIfThere = (path: string): string => {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

/** Sets everything up. */
export const setUpBench = async (options: Partial<IssuerOptions> = {}): Promise<Bench> => {
  const issuer = await startIssuer({ people, extraClaims: ['badge'], ...options })
  benches.push(issuer)
  const directory = mkdtempSync(join(tmpdir(), 'onbehalf-identity-'))
  const clock = fakeClock()
  const safeStorage = fakeSafeStorage()
  const opened: URL[] = []
  const states: SessionState[] = []
  const failures: Failure[] = []
  const jar: CookieJar = new Map()
  const log = createLogger({ path: join(directory, 'onbehalf.log'), clock })

  const startApp = (change: Partial<IssuerSettings> = {}): Identity => {
    const identity = createIdentity({
      issuer: {
        issuer: issuer.issuer,
        clientId: issuer.clientId,
        sessionUrl: undefined,
        identifierClaim: 'sub',
        redirect: 'scheme',
        ...change,
      },
      secretStore: createSecretStore({
        directory,
        safeStorage,
        clock,
        windowShown: Promise.resolve(),
        report: (failure) => {
          failures.push(failure)
        },
      }),
      openExternal: (url) => {
        opened.push(url)
        return Promise.resolve(ok(null))
      },
      startLoopbackServer,
      clock,
      log,
    })
    identity.onChange((state) => {
      states.push(state)
      if (state.kind === 'signed-out' && state.failure !== undefined) failures.push(state.failure)
    })
    return identity
  }

  const lastOpened = (): URL => {
    const url = opened.at(-1)
    if (url === undefined) throw new Error('The browser was not opened')
    return url
  }

  const signIn = async (identity: Identity, login: string): Promise<Result<Session, Failure>> => {
    const started = await identity.signIn()
    if (!started.ok) return started
    const result = await identity.handleCallback(await followSignIn(lastOpened(), login, jar))
    if (!result.ok) failures.push(result.failure)
    return result
  }

  return {
    issuer,
    clock,
    directory,
    safeStorage,
    opened,
    states,
    failures,
    jar,
    startApp,
    lastOpened,
    signIn,
    log: () => readIfThere(join(directory, 'onbehalf.log')),
    secretsFile: () => readIfThere(join(directory, 'secrets.json')),
  }
}

/** A bench on which Ada is signed in. */
export const signedIn = async (options: Partial<IssuerOptions> = {}): Promise<{ bench: Bench; identity: Identity }> => {
  const bench = await setUpBench(options)
  const identity = bench.startApp()
  await bench.signIn(identity, 'ada')
  return { bench, identity }
}

/** So many minutes in milliseconds. */
export const minutes = (count: number): number => count * 60_000
