import type { Account } from '../conversation'
import type { JsonObject } from '../json'

const naming = /(?:^id|_id|Id)s?$|^(?:from|to|into|customer|contacts|relative_to|target_type)$/

const withoutPlace = (account: Account): Account => {
  const own = account.workspace === account.tenant && account.workspaceId === account.tenantId
  return {
    ...account,
    ...(own ? {} : { workspace: undefined, workspaceId: undefined }),
    object: undefined,
    objects: undefined,
  }
}

/** An account as it may be shown for other arguments: what was found out about the place was about the ones before. */
export const accountForArguments = (account: Account, before: JsonObject, after: JsonObject): Account => {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((name) => naming.test(name))
  return names.some((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]))
    ? withoutPlace(account)
    : account
}
