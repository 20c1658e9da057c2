import { randomUUID } from 'node:crypto'
import type { Accounts, SandboxAccount } from './accounts'

/** How long a link to a consent page can be used. */
const linkLifetime = 10 * 60 * 1000
/** How long a person who consented has to come back to the app. */
const requestLifetime = 10 * 60 * 1000

/** A link to a consent page, not used yet. */
export type ConsentLink = {
  readonly id: string
  readonly accountId: string
  readonly state: string
  readonly userVerifyUrl: string
  readonly expiresAt: number
}

type AuthRequest = { readonly accountId: string; readonly expiresAt: number }

/** Why a verification is refused. */
type VerificationRefusal = 'unknown' | 'other-identifier'

/** Links to consent pages and the consents that wait to be verified. Both can be used once. */
export type Authorizations = {
  readonly createLink: (
    account: SandboxAccount,
    request: { readonly state: string; readonly userVerifyUrl: string },
  ) => ConsentLink
  readonly link: (id: string) => ConsentLink | undefined
  /** Uses a link up; the account is gone when somebody deleted it meanwhile. */
  readonly take: (id: string) => { readonly link: ConsentLink; readonly account: SandboxAccount } | undefined
  /** Notes that the person allowed access; the account waits for verification. */
  readonly granted: (account: SandboxAccount) => string
  readonly verify: (id: string, identifier: string) => VerificationRefusal | undefined
}

/** Makes the book of authorizations; `now` is the clock that expiry goes by. */
export const createAuthorizations = (accounts: Accounts, now: () => number): Authorizations => {
  const links = new Map<string, ConsentLink>()
  const requests = new Map<string, AuthRequest>()
  const link = (id: string): ConsentLink | undefined => {
    const found = links.get(id)
    return found !== undefined && found.expiresAt > now() ? found : undefined
  }
  return {
    createLink: (account, { state, userVerifyUrl }) => {
      const made = { id: randomUUID(), accountId: account.id, state, userVerifyUrl, expiresAt: now() + linkLifetime }
      links.set(made.id, made)
      return made
    },
    link,
    take: (id) => {
      const found = link(id)
      links.delete(id)
      const account = found && accounts.find({ id: found.accountId })
      return account && { link: found, account }
    },
    granted: (account) => {
      const id = `areq_${randomUUID()}`
      requests.set(id, { accountId: account.id, expiresAt: now() + requestLifetime })
      accounts.setStatus(account, 'PENDING_VERIFICATION')
      return id
    },
    verify: (id, identifier) => {
      const request = requests.get(id)
      const account = request && request.expiresAt > now() ? accounts.find({ id: request.accountId }) : undefined
      if (account === undefined) return 'unknown'
      if (account.identifier !== identifier) return 'other-identifier'
      requests.delete(id)
      accounts.setStatus(account, 'ACTIVE')
      return undefined
    },
  }
}
