import { z } from 'zod'
import { accountSchema, type Account } from '../../contract/conversation'
import type { Owner } from '../identity/identifier'
import type { Database } from '../platform/database'
import type { Pinned } from './call-record'
import { column } from './columns'
import { sameWho, saysWho } from './same-who'

/** Where in a thread an account is used. */
export type ThreadConnection = { readonly threadId: string; readonly connection: string }

/** The connected account that each thread works with, connection by connection. */
export type ThreadAccounts = {
  /** The first call of a thread on a connection pins its account. A later one only adds who it is, as long as that is unsaid. */
  readonly note: (owner: Owner, place: ThreadConnection, pinned: Pinned) => void
  /** Who it was before in this thread, when this is another account or answers as somebody else. */
  readonly otherBefore: (owner: Owner, place: ThreadConnection, now: Pinned) => Pinned | null
  /** A person approved a call on this account: the thread works with it from now on. */
  readonly follow: (owner: Owner, place: ThreadConnection, now: Pinned) => void
}

const rowSchema = z.object({ account_id: z.string(), account: column(accountSchema) })

const withoutPlace = ({ label, email, id, tenant, tenantId }: Account): Account => ({
  ...(label === undefined ? {} : { label }),
  ...(email === undefined ? {} : { email }),
  ...(id === undefined ? {} : { id }),
  ...(tenant === undefined ? {} : { tenant }),
  ...(tenantId === undefined ? {} : { tenantId }),
})

const readPin = (database: Database, owner: Owner, { threadId, connection }: ThreadConnection): Pinned | undefined => {
  const row = database.row(
    rowSchema,
    'select account_id, account from thread_accounts where owner = ? and thread_id = ? and connection = ?',
    [owner, threadId, connection],
  )
  return row === undefined ? undefined : { accountId: row.account_id, account: row.account }
}

/** Opens the accounts of threads on the app's database. */
export const createThreadAccounts = (database: Database, now: () => number): ThreadAccounts => {
  const write = (owner: Owner, { threadId, connection }: ThreadConnection, pinned: Pinned): void => {
    database.run(
      `insert into thread_accounts (owner, thread_id, connection, account_id, account, pinned_at)
       select ?1, ?2, ?3, ?4, ?5, ?6 where exists (select 1 from threads where owner = ?1 and id = ?2)
       on conflict (owner, thread_id, connection)
       do update set account_id = excluded.account_id, account = excluded.account, pinned_at = excluded.pinned_at`,
      [owner, threadId, connection, pinned.accountId, JSON.stringify(withoutPlace(pinned.account)), now()],
    )
  }
  return {
    note: (owner, place, pinned) => {
      const pin = readPin(database, owner, place)
      const addsWho = pin?.accountId === pinned.accountId && !saysWho(pin.account) && saysWho(pinned.account)
      if (pin === undefined || addsWho) write(owner, place, pinned)
    },
    otherBefore: (owner, place, current) => {
      const pin = readPin(database, owner, place)
      if (pin === undefined) return null
      const same = pin.accountId === current.accountId && sameWho(pin.account, current.account) !== false
      return same ? null : pin
    },
    follow: write,
  }
}
