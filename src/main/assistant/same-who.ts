import type { Account } from '../../contract/conversation'
import { sameAccount } from './same-account'

const asCompared = ({ label, email, tenant }: Account): Account => ({
  ...(label === undefined ? {} : { label }),
  ...(email === undefined ? {} : { email }),
  ...(tenant === undefined ? {} : { workspace: tenant }),
})

const differ = (before: string | undefined, now: string | undefined): boolean =>
  before !== undefined && now !== undefined && before !== now

/** Whether a provider says anything about who it is. */
export const saysWho = ({ label, email, id }: Account): boolean =>
  label !== undefined || email !== undefined || id !== undefined

/**
 * Whether a provider names the same person in the same company's account twice, wherever in it the call happens.
 * Its own ids can only prove that it is somebody else: some count from one in every company.
 */
export const sameWho = (before: Account, now: Account): boolean | 'cannot-tell' => {
  if (differ(before.id, now.id) || differ(before.tenantId, now.tenantId)) return false
  const same = sameAccount(asCompared(before), asCompared(now))
  if (same !== 'cannot-tell') return same
  return before.id !== undefined && before.id === now.id && before.label === now.label ? true : same
}

/** Who an account is in one line: "Ada Lovelace (ada@northwind.example), Northwind"; undefined when nothing is said. */
export const whoInWords = ({ label, email, tenant }: Account): string | undefined => {
  const who = label !== undefined && email !== undefined ? `${label} (${email})` : (label ?? email)
  const said = [who, tenant].filter((part) => part !== undefined)
  return said.length === 0 ? undefined : said.join(', ')
}
