import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { z } from 'zod'
import { openJsonFile } from '../json-file'
import { sandboxConnections, type SandboxConnection } from './connections'

/** The states of a connected account, in Scalekit's own words. */
const accountStatuses = ['ACTIVE', 'EXPIRED', 'PENDING_AUTH', 'PENDING_VERIFICATION', 'DISCONNECTED'] as const

const accountSchema = z.object({
  id: z.string(),
  identifier: z.string(),
  keyId: z.string(),
  status: z.enum(accountStatuses),
  updatedAt: z.number(),
  lastUsedAt: z.number().optional(),
})

/** One identifier's connected account on one connection. */
export type SandboxAccount = z.infer<typeof accountSchema>

/** How a request names an account: by its id, or by identifier and connection. */
export type AccountSelector = {
  readonly id?: string | undefined
  readonly identifier?: string | undefined
  readonly connector?: string | undefined
}

/** The vault's accounts, kept in `accounts.json` of the sandbox's folder. It holds no tokens. */
export type Accounts = {
  readonly list: () => readonly SandboxAccount[]
  readonly find: (selector: AccountSelector) => SandboxAccount | undefined
  readonly create: (identifier: string, connection: SandboxConnection) => SandboxAccount
  readonly setStatus: (account: SandboxAccount, status: SandboxAccount['status']) => void
  readonly noteUse: (account: SandboxAccount) => void
  readonly remove: (account: SandboxAccount) => void
}

/** The connection with this name. */
export const connectionNamed = (keyId: string | undefined): SandboxConnection | undefined =>
  sandboxConnections.find((connection) => connection.keyId === keyId)

/** Opens the vault. */
export const openAccounts = (directory: string): Accounts => {
  const { content, save } = openJsonFile({
    path: join(directory, 'accounts.json'),
    schema: z.object({ accounts: z.array(accountSchema) }),
    initial: () => ({ accounts: [] }),
  })
  const find = ({ id, identifier, connector }: AccountSelector): SandboxAccount | undefined =>
    content.accounts.find((account) =>
      id === undefined || id === ''
        ? account.identifier === identifier && account.keyId === connector
        : account.id === id,
    )
  return {
    list: () => content.accounts,
    find,
    create: (identifier, { keyId }) => {
      const account: SandboxAccount = {
        id: `ca_${randomUUID()}`,
        identifier,
        keyId,
        status: 'PENDING_AUTH',
        updatedAt: Date.now(),
      }
      content.accounts.push(account)
      save()
      return account
    },
    setStatus: (account, status) => {
      account.status = status
      account.updatedAt = Date.now()
      save()
    },
    noteUse: (account) => {
      // Not worth a write of its own: it goes to disk with the next change.
      account.lastUsedAt = Date.now()
    },
    remove: (account) => {
      content.accounts = content.accounts.filter(({ id }) => id !== account.id)
      save()
    },
  }
}
