import type { Account, NamedObject } from '../../contract/conversation'
import { failure } from '../platform/failures'
import type { Failure } from '../../contract/failure'
import { sameWho, saysWho, whoInWords } from './same-who'
import type { FreshAccount } from './whose-account'

const joined = (parts: readonly (string | undefined)[]): string | undefined => {
  const said = parts.filter((part) => part !== undefined)
  return said.length === 0 ? undefined : said.join(', ')
}

const placeInWords = ({ object, workspace }: Account): string | undefined => joined([object, workspace])

type Comparison = 'same' | 'other' | 'gone'

const compareIds = (before: readonly string[], now: readonly string[]): Comparison => {
  if (before.every((id) => now.includes(id)) && now.every((id) => before.includes(id))) return 'same'
  return now.some((id) => !before.includes(id)) ? 'other' : 'gone'
}

const idsOfKind = (objects: readonly NamedObject[], kind: string): readonly string[] =>
  objects.filter((object) => object.kind === kind).map(({ id }) => id)

const compareObjects = (before: Account, now: Account): Comparison => {
  const [shown, found] = [before.objects ?? [], now.objects ?? []]
  // What the card did not show yet is no difference.
  const kinds = [...new Set(shown.map(({ kind }) => kind))]
  const compared = kinds.map((kind) => compareIds(idsOfKind(shown, kind), idsOfKind(found, kind)))
  if (compared.includes('other')) return 'other'
  return compared.includes('gone') ? 'gone' : 'same'
}

const compareWorkspaces = (before: Account, now: Account): Comparison => {
  if (before.workspace === undefined) return 'same'
  if (now.workspace === undefined) return 'gone'
  const same =
    before.workspaceId === undefined || now.workspaceId === undefined
      ? before.workspace === now.workspace
      : before.workspaceId === now.workspaceId
  return same ? 'same' : 'other'
}

const comparePlaces = (before: Account, now: Account): Comparison => {
  const compared = [compareWorkspaces(before, now), compareObjects(before, now)]
  if (compared.includes('other')) return 'other'
  return compared.includes('gone') ? 'gone' : 'same'
}

const changed = (
  code: 'account-changed' | 'place-changed' | 'place-unchecked',
  before: string | undefined,
  now?: string,
): Failure =>
  failure(code, {
    ...(before === undefined ? {} : { subject: before }),
    ...(now === undefined ? {} : { detail: now }),
  })

/** Says that a call was meant for one account and would happen on another. */
export const otherAccount = (before: Account, now: Account): Failure =>
  changed('account-changed', whoInWords(before), whoInWords(now))

const differenceInWho = (before: Account, { account: now, problem, incomplete }: FreshAccount): Failure | null => {
  if (!saysWho(before)) return null
  if (sameWho(before, now) === false) return otherAccount(before, now)
  if (saysWho(now)) return null
  const mayBeSame = problem !== undefined || incomplete
  return mayBeSame ? changed('place-unchecked', whoInWords(before)) : otherAccount(before, now)
}

/**
 * What keeps a call from being sent: the provider now names another account or another place than its card showed, or
 * can't say in time whether it is the same. What the card did not show is not compared. Null: it may go.
 */
export const placeFailure = (shown: Account, fresh: FreshAccount): Failure | null => {
  const who = differenceInWho(shown, fresh)
  if (who !== null) return who
  const place = comparePlaces(shown, fresh.account)
  if (place === 'same') return null
  if (place === 'gone' && fresh.incomplete) return changed('place-unchecked', placeInWords(shown))
  return changed('place-changed', placeInWords(shown), placeInWords(fresh.account))
}
