import type { Failure } from '../../contract/failure'
import { ok, type Result } from '../../contract/result'
import type { AccountRecord } from '../scalekit/port'
import type { ConnectionsParts } from './connect'
import type { Connections, DisconnectedAll } from './connections'
import { providerName } from './provider-names'

type Tried = { readonly account: AccountRecord; readonly outcome: Result<null, Failure> }

const reportOf = (tried: readonly Tried[], after: readonly AccountRecord[], readAt: number): DisconnectedAll => {
  const still = new Set(after.map(({ connection }) => connection))
  const gone = new Set(tried.map(({ account }) => account.connection).filter((name) => !still.has(name)))
  return {
    readAt,
    deleted: tried.filter(({ account }) => !after.some(({ id }) => id === account.id)).length,
    gone: [...gone],
    left: after.map(({ id, connection, provider }) => {
      const outcome = tried.find(({ account }) => account.id === id)?.outcome
      return {
        connection,
        providerName: providerName(provider),
        ...(outcome === undefined || outcome.ok ? {} : { failure: outcome.failure }),
      }
    }),
  }
}

/** Deletes every connected account of this person, whatever its status, and reads again what is left of them. */
export const disconnectAllIn =
  ({ options, store, reader, trips }: ConnectionsParts): Connections['disconnectAll'] =>
  async () => {
    const session = await options.ensureSession()
    if (!session.ok) return session
    const { identifier } = session.value
    const accounts = await options.scalekit.listAccounts(identifier)
    if (!accounts.ok) return accounts
    // A browser that comes back now must not connect anything any more.
    trips.withdrawAll()
    const tried: Tried[] = []
    // One after the other: an environment that limits requests refuses a hundred at once.
    for (const account of accounts.value)
      tried.push({ account, outcome: await options.scalekit.deleteAccount(identifier, account) })
    for (const { account } of tried) {
      store.note(account.connection, undefined)
      store.setFailure(account.connection, undefined)
    }
    const after = await options.scalekit.listAccounts(identifier)
    await reader.refresh()
    return after.ok ? ok(reportOf(tried, after.value, options.clock.now())) : after
  }
