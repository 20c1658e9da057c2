import type { Failure } from '../../contract/failure'
import { err, ok, type Result } from '../../contract/result'
import type { Session } from '../identity/session'
import { failure } from '../platform/failures'
import type { ConnectionRecord } from '../scalekit/port'
import type { Connections } from './connections'
import type { ConnectionsOptions } from './connections-options'
import type { ConnectionsStore } from './connections-store'
import { pendingLifetimeMs } from './pending-authorizations'
import type { ConnectionsReader } from './refresh-connections'
import type { RoundTrips } from './round-trips'
import { startVerifyPage, type VerifyPage } from './verify-page'

/** What connecting shares with the rest of this folder. */
export type ConnectionsParts = {
  readonly options: ConnectionsOptions
  readonly store: ConnectionsStore
  readonly reader: ConnectionsReader
  readonly trips: RoundTrips
}

type Deliver = NonNullable<ConnectionsOptions['deliverVerify']>
type Start = { readonly session: Session; readonly record: ConnectionRecord; readonly state: string }

const startPage = async (
  { options, store }: ConnectionsParts,
  { record, state }: Start,
  deliver: Deliver,
): Promise<Result<VerifyPage | undefined, Failure>> => {
  if (options.verifyUrl !== undefined) return ok(undefined)
  try {
    const page = await startVerifyPage({
      state,
      providerName: store.title(record.name),
      startLoopbackServer: options.startLoopbackServer,
      schemeRegistered: options.schemeRegistered,
      deliver: options.deliverVerify ?? deliver,
      clock: options.clock,
      lifetimeMs: pendingLifetimeMs,
    })
    return ok(page)
  } catch {
    return err(failure('internal', { detail: 'No port is free on this computer.' }))
  }
}

const linkFor = async (
  { options }: ConnectionsParts,
  { session, record, state }: Start,
  page: VerifyPage | undefined,
): Promise<Result<URL, Failure>> => {
  const account = await options.scalekit.ensureAccount(session.identifier, record)
  if (!account.ok) return account
  const verifyUrl = page?.url ?? options.verifyUrl
  if (verifyUrl === undefined) return err(failure('internal'))
  const { identifier } = session
  return await options.scalekit.authorizationLink({ identifier, connection: record, state, verifyUrl })
}

const openBrowser = async (parts: ConnectionsParts, start: Start, deliver: Deliver): Promise<Result<null, Failure>> => {
  const { options, trips } = parts
  const page = await startPage(parts, start, deliver)
  if (!page.ok) return page
  const link = await linkFor(parts, start, page.value)
  const { connection, owner } = { connection: start.record.name, owner: start.session.owner }
  // Signing out while the link was on its way ends the attempt: the browser would ask the wrong person.
  const gone = options.session()?.owner !== owner
  if (!link.ok || gone) {
    page.value?.close()
    return link.ok ? err(failure('not-signed-in')) : link
  }
  trips.begin({ state: start.state, connection, owner, page: page.value })
  const opened = await options.openExternal(link.value)
  if (!opened.ok) trips.withdraw(start.state)
  return opened
}

const findRecord = async ({ store, reader }: ConnectionsParts, name: string): Promise<ConnectionRecord | undefined> => {
  const known = store.record(name)
  if (known !== undefined) return known
  await reader.refresh()
  return store.record(name)
}

/** Starts a browser round trip for a connection. What fails is said on its row, with a button that tries again. */
export const connectIn =
  (parts: ConnectionsParts, deliver: Deliver): Connections['connect'] =>
  async (name) => {
    const { options, store, trips } = parts
    const session = await options.ensureSession()
    if (!session.ok) return session
    const record = await findRecord(parts, name)
    if (record === undefined) return err(failure('not-found', { subject: name }))
    store.setFailure(name, undefined)
    store.setConnecting(name, true)
    const start = { session: session.value, record, state: options.randomState() }
    const opened = await openBrowser(parts, start, deliver)
    if (opened.ok || options.session()?.owner !== session.value.owner) return opened
    store.setConnecting(name, trips.isWaiting(name, session.value.owner))
    const { kind } = opened.failure.action
    // "Try again" on a row is its Connect button.
    const failed: Failure = {
      ...opened.failure,
      action: kind === 'retry' ? { kind: 'connect', connection: name } : opened.failure.action,
    }
    store.setFailure(name, failed)
    return err(failed)
  }

/** Deletes this person's accounts on a connection, with the tokens in the vault, and reads the list again. */
export const disconnectIn =
  ({ options, store, reader, trips }: ConnectionsParts): Connections['disconnect'] =>
  async (name) => {
    const session = await options.ensureSession()
    if (!session.ok) return session
    const { identifier } = session.value
    const accounts = await options.scalekit.listAccounts(identifier)
    if (!accounts.ok) return accounts
    trips.withdrawConnection(name)
    const own = accounts.value.filter(({ connection }) => connection === name)
    const deletions = await Promise.all(
      own.map(async (account) => await options.scalekit.deleteAccount(identifier, account)),
    )
    store.note(name, undefined)
    store.setFailure(name, undefined)
    await reader.refresh()
    return deletions.find((deleted) => !deleted.ok) ?? ok(null)
  }
